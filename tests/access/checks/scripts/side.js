// Whatever does not stand on the side on which its reader begins, and digits that are turned round.
const mirrored = document.documentElement.dir === 'rtl';
const main = document.querySelector('main');
const style = getComputedStyle(main), frame = main.getBoundingClientRect();
const left = frame.left + parseFloat(style.borderLeftWidth) + parseFloat(style.paddingLeft);
const right = frame.right - parseFloat(style.borderRightWidth) - parseFloat(style.paddingRight);
const away = box => mirrored ? right - box.right : box.left - left;

const words = element => {
  const range = document.createRange();
  range.selectNodeContents(element);
  return [...range.getClientRects()].filter(box => box.width > 1);
};
const letters = element => {
  const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  return [...(text ? text.data : '')].map((_, at) => {
    const range = document.createRange();
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    return range.getBoundingClientRect();
  }).filter(box => box.width > 0);
};

// The first of two directions in one line need not be where the line begins.
const begins = element => Math.min(...words(element).map(away));
const behind = element => {
  const text = element.labels[0] && [...element.labels[0].childNodes]
    .filter(node => node !== element && node.textContent.trim()).flatMap(words)[0];
  const box = element.getBoundingClientRect();
  // A group that keeps its own direction, as squares of a picture do, says so.
  const turned = element.closest('[dir]').dir === 'rtl';
  return text && (turned ? text.right > box.left : text.left < box.right);
};
const turned = element => {
  const boxes = letters(element);
  return boxes.slice(1).some((box, at) => Math.abs(box.top - boxes[at].top) < 2 && box.left < boxes[at].left);
};

return [
  ...all('main h1').filter(element => begins(element) > 2),
  ...all('main input:not([type=hidden], [type=radio], [type=checkbox]), main textarea')
    .filter(element => seen(element) && away(element.getBoundingClientRect()) > 2),
].map(element => `stands away from the ${mirrored ? 'right' : 'left'}: ${called(element)}`)
  .concat(all('[type=radio], [type=checkbox]').filter(behind)
    .map(element => 'stands behind its words: ' + called(element)))
  .concat(all('bdi[dir=ltr]').filter(turned).map(element => 'digits are turned round: ' + called(element)));
