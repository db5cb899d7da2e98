// Bars that stay while the page moves, and leave little of a small window.
const high = all('*')
  .filter(element => seen(element) && /fixed|sticky/.test(getComputedStyle(element).position))
  .map(element => element.getBoundingClientRect())
  .filter(box => box.width > innerWidth / 2)
  .reduce((sum, box) => sum + Math.max(0, Math.min(box.bottom, innerHeight) - Math.max(box.top, 0)), 0);
return high > innerHeight / 4 ? [`bars that stay take ${Math.round(high)} of ${innerHeight} px`] : [];
