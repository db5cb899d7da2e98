// Where the focus is, and how much of it can be seen.
const element = document.activeElement;
if (!element || element === document.body || element === document.documentElement) return null;

const box = element.getClientRects()[0] || element.getBoundingClientRect();
const steps = [0.05, 0.5, 0.95];
const points = steps.flatMap(x => steps.map(y => [box.left + box.width * x, box.top + box.height * y]));
const shown = points.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);

const related = [element, ...(element.labels || [])];
const belongs = hit => related.some(each => each.contains(hit) || hit.contains(each));
const bar = hit => {
  for (let each = hit; each; each = each.parentElement)
    if (/fixed|sticky/.test(getComputedStyle(each).position)) return each;
  return null;
};
const free = shown.filter(([x, y]) => {
  const hit = document.elementFromPoint(x, y);
  return hit && belongs(hit) && (!bar(hit) || bar(hit).contains(element));
});

const margin = 16;
const left = Math.max(0, box.left - margin), top = Math.max(0, box.top - margin);
const near = {
  x: left + scrollX,
  y: top + scrollY,
  width: Math.min(innerWidth, box.right + margin) - left,
  height: Math.min(innerHeight, box.bottom + margin) - top,
};

// Stops that look alike are marked alike, so that only the first of them need be photographed.
const style = getComputedStyle(element);
const clipped = () => {
  for (let each = element.parentElement; each && each !== document.body; each = each.parentElement)
    if (getComputedStyle(each).overflow !== 'visible') return true;
  return false;
};
const looks = [
  element.tagName, element.type, element.className, style.display, style.outline, style.outlineOffset,
  style.position, style.border, style.boxShadow, ground(element), ground(element.parentElement), clipped(),
];

return {
  element,
  looks: looks.join(' '),
  near,
  name: called(element),
  // A line around a round control is shorter than one around its box.
  rim: (element.type === 'radio' ? Math.PI / 2 : 2) * (box.width + box.height),
  whole: shown.length === points.length || box.height > innerHeight,
  covered: free.length < shown.length,
  silent: Boolean(element.closest('[aria-hidden=true]')),
  ratio: devicePixelRatio,
};
