// Stops of the keyboard that do not follow each other as the page is read.
// Where a group keeps its own direction, as squares of a picture do, it is read in that one.
const mirrored = element => element.parentElement.closest('[dir]').dir === 'rtl';
const stops = reachable().map(element => [element, [...element.getClientRects()]])
  .filter(([element, boxes]) => boxes.length && boxes[0].bottom + scrollY > 0);
const before = ([element, one], [, other]) => {
  const from = one[one.length - 1], to = other[0];
  if (to.bottom <= from.top + 2) return true;
  const line = Math.min(from.bottom, to.bottom) - Math.max(from.top, to.top);
  if (line < Math.min(from.height, to.height) / 2) return false;
  return mirrored(element) ? to.right > from.right + 2 : to.left < from.left - 2;
};
return all('[tabindex]').filter(element => element.tabIndex > 0)
  .map(element => 'is taken out of its turn: ' + called(element))
  .concat(stops.slice(1).filter((_, at) => before(stops[at], stops[at + 1]))
    .map(([element]) => 'comes after what it stands before: ' + called(element)));
