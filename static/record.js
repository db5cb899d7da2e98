// A recorder beside the file input. Its words stand in the page; it moves no focus.
(async () => {
  const box = document.querySelector("[data-record]"), words = box.dataset;
  const form = box.closest("form"), file = box.querySelector("input"), kept = box.previousElementSibling;
  const devices = navigator.mediaDevices;
  const type = window.MediaRecorder && ["audio/webm;codecs=opus", "audio/mp4"].find(one => MediaRecorder.isTypeSupported(one));
  // Where anything is missing, the file input stays alone.
  if (!type || !devices || !(await devices.enumerateDevices()).some(one => one.kind == "audioinput")) return;

  const add = (parent, name, text = "") => {
    const made = document.createElement(name);
    made.textContent = text;
    parent.append(made);
    return made;
  };
  const place = document.createElement("div");
  box.firstElementChild.after(place);
  const button = add(add(place, "p"), "button", words.record);
  button.type = "button";
  const level = add(place, "label", words.level + " ");
  const meter = add(level, "meter"), loudness = add(level, "span");
  const said = add(place, "p");
  said.setAttribute("role", "status");
  const player = add(place, "audio");
  player.controls = level.hidden = player.hidden = true;
  let recorder, latest, pressed;
  const say = text => { said.textContent = text; };
  const name = peak => peak < .05 ? words.quiet : peak > .97 ? words.loud : words.good;

  // Pieces go out one after another; the site says how much it has, so a cut line costs one piece.
  const send = async sound => {
    const upload = String(Math.random()).slice(2);
    let have = -1;
    while (latest == sound) {
      const piece = new FormData(), put = (name, value) => piece.append(name, value);
      put("token", form.token.value);
      put("upload", upload);
      put("size", sound.size);
      if (have >= 0) {
        put("start", have);
        put("piece", sound.slice(have, have + 16384));
      }
      try {
        const answer = await fetch(words.send, {method: "POST", body: piece});
        if (latest != sound) return;
        if (answer.status == 422) return done(await answer.text());
        if (answer.status > 499) throw 0;
        if (!answer.ok) {
          // The page itself sends it whole, and says what is wrong.
          const all = new DataTransfer();
          all.items.add(new File([sound], "sound"));
          file.files = all.files;
          return done(words.here, 1);
        }
        const found = await answer.json();
        if (found.name) {
          kept.value = found.name;
          return done(words.here, 1);
        }
        have = found.have;
      } catch {
        say(words.cut);
        await new Promise(again => setTimeout(again, 3000));
      }
    }
  };
  const done = (text, here) => {
    latest = 0;
    say(text);
    if (here && pressed) pressed.click();
    pressed = 0;
  };
  form.addEventListener("submit", event => {
    if (latest && event.submitter && event.submitter.value != "skip") {
      event.preventDefault();
      pressed = event.submitter;
      say(words.wait);
    }
  });

  button.onclick = async () => {
    if (recorder) return recorder.stop();
    let stream;
    try {
      stream = await devices.getUserMedia({audio: true});
    } catch {
      return say(words.refused);
    }
    latest = 0;
    const sound = new AudioContext(), ear = sound.createAnalyser(), heard = new Float32Array(2048);
    sound.createMediaStreamSource(stream).connect(ear);
    let most = 0, second = 0, turn = 0;
    const look = setInterval(() => {
      ear.getFloatTimeDomainData(heard);
      const peak = heard.reduce((top, one) => Math.max(top, Math.abs(one)), 0);
      meter.value = peak;
      most = Math.max(most, peak);
      second = Math.max(second, peak);
      if (++turn % 10 == 0) {
        loudness.textContent = " " + name(second);
        second = 0;
      }
    }, 100);
    recorder = new MediaRecorder(stream, {mimeType: type, audioBitsPerSecond: 12000});
    const end = setTimeout(() => recorder.stop(), 60000);
    // It all comes at once, when it stops.
    recorder.ondataavailable = event => {
      clearInterval(look);
      clearTimeout(end);
      stream.getTracks().forEach(one => one.stop());
      sound.close();
      recorder = 0;
      file.value = kept.value = "";
      latest = event.data;
      player.src = URL.createObjectURL(latest);
      level.hidden = !(player.hidden = false);
      button.textContent = words.again;
      say(name(most) + ". " + words.sending);
      send(latest);
    };
    recorder.start();
    loudness.textContent = "";
    level.hidden = false;
    button.textContent = words.stop;
    say(words.going);
  };
})();
