// Controls whose edge does not stand out from what is around them, by neither line nor ground.
const framed = element => element.type === 'radio' || element.type === 'checkbox'
  ? element.closest('label') : element;
const drawn = style => parseFloat(style.borderTopWidth) > 0 && style.borderTopStyle !== 'none';
const stands = element => {
  const style = getComputedStyle(element), around = ground(element.parentElement);
  return drawn(style) && apart(style.borderTopColor, around) >= 3 || apart(ground(element), around) >= 3;
};
const controls = pressable().filter(element => !/^(A|SUMMARY)$/.test(element.tagName)).map(framed);
return [...new Set(controls)].filter(element => element && !stands(element))
  .map(element => 'its edge is pale: ' + called(element));
