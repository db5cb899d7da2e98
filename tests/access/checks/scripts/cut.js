// Text that is cut off by its box.
const hides = (overflow, inner, outer) => /hidden|clip/.test(overflow) && inner > outer + 2;
return all('*').filter(element => {
  const box = element.getBoundingClientRect();
  // Text for screen readers only stands in a box of one pixel on purpose.
  return seen(element) && box.width > 2 && box.height > 2 && (element.innerText || '').trim();
}).filter(element => {
  const style = getComputedStyle(element);
  return hides(style.overflowY, element.scrollHeight, element.clientHeight)
    || hides(style.overflowX, element.scrollWidth, element.clientWidth);
}).map(element => 'text is cut in ' + called(element));
