// What every script of these checks may use.
const all = selector => [...document.body.querySelectorAll(selector)];

const seen = element => {
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return style.visibility !== 'hidden' && box.width > 0 && box.height > 0;
};

const called = element => {
  const words = element.innerText || element.alt || element.value || '';
  const mark = element.id ? '#' + element.id : element.name ? `[name=${element.name}]` : '';
  return `<${element.tagName.toLowerCase()}${mark}> “${words.trim().slice(0, 40)}”`;
};

const ownText = element => [...element.childNodes]
  .filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data).join(' ');

const readable = () => all('*').filter(element => seen(element) && ownText(element).trim());

const pressable = () => all('a[href], button, input, select, textarea, summary')
  .filter(element => !element.disabled && element.type !== 'hidden' && seen(element));

const reachable = () => all('a[href], button, input, select, textarea, summary, [tabindex], audio, video')
  .filter(element => !element.disabled && element.type !== 'hidden' && seen(element))
  .filter(element => element.tabIndex >= 0)
  .filter(element => !/AUDIO|VIDEO/.test(element.tagName) || element.controls);
