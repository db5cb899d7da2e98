// Whether the page scrolls sideways, and because of what.
const width = document.documentElement.clientWidth;
const whole = document.scrollingElement.scrollWidth;
if (whole <= width + 1) return [];
const wide = element => seen(element) && element.getBoundingClientRect().right + scrollX > width + 1;
const causes = all('*').filter(element => wide(element) && ![...element.children].some(wide));
return [`scrolls sideways, ${whole} in ${width} px: ${causes.slice(0, 4).map(called).join(', ')}`];
