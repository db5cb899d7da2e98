// Targets that are smaller than the first argument says.
const least = arguments[0];

const union = (one, other) => ({
  left: Math.min(one.left, other.left),
  top: Math.min(one.top, other.top),
  right: Math.max(one.right, other.right),
  bottom: Math.max(one.bottom, other.bottom),
});

// A label belongs to its radio button or box: both are pressed as one.
const target = element => {
  const boxes = [element, ...(/radio|checkbox/.test(element.type) ? element.labels : [])];
  return boxes.map(each => each.getBoundingClientRect()).reduce(union);
};

const inSentence = element => element.tagName === 'A'
  && getComputedStyle(element).display === 'inline' && /\p{L}{2}/u.test(ownText(element.parentElement));

const outside = box => box.right <= 0 || box.bottom + scrollY <= 0;

return pressable().filter(element => !inSentence(element))
  .map(element => [element, target(element)])
  .filter(([element, box]) => !outside(box))
  .map(([element, box]) => [element, Math.round(box.right - box.left), Math.round(box.bottom - box.top)])
  .filter(([element, wide, high]) => wide < least || high < least)
  .map(([element, wide, high]) => `${called(element)} is ${wide} × ${high} px`);
