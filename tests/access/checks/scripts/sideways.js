// Whether the page scrolls sideways or something lies where nobody can scroll to, and because of what.
const width = document.documentElement.clientWidth;
const whole = document.scrollingElement.scrollWidth;
const mirrored = getComputedStyle(document.documentElement).direction === 'rtl';
const edges = element => {
  const box = element.getBoundingClientRect();
  return [-box.left - scrollX, box.right + scrollX - width];
};
// What waits above the page is shown only when it has the focus.
const there = element => seen(element) && element.getBoundingClientRect().bottom + scrollY > 0;
const lost = element => there(element) && edges(element)[mirrored ? 1 : 0] > 1;
const wide = element => there(element) && Math.max(...edges(element)) > 1;
const innermost = test => all('*').filter(element => test(element) && ![...element.children].some(test))
  .slice(0, 4).map(called).join(', ');
return [
  whole > width + 1 && `scrolls sideways, ${whole} in ${width} px: ${innermost(wide)}`,
  all('*').some(lost) && `lies outside the page: ${innermost(lost)}`,
].filter(Boolean);
