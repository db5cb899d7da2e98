// Long text in lines that are too long, too close or even on both sides.
const square = element => /^(zh|ja|ko)/.test(element.closest('[lang]')?.lang ?? '');
const texts = new Set(readable());
return all('p, li, dd').filter(element => texts.has(element) && element.innerText.length > 80)
  .flatMap(element => {
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    const room = element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const letters = Math.round(room / (square(element) ? size : size * 0.45));
    return [
      letters > (square(element) ? 40 : 80) && `lines of ${letters} letters in ${called(element)}`,
      parseFloat(style.lineHeight) < size * 1.49 && `lines too close in ${called(element)}`,
      style.textAlign === 'justify' && `lines even on both sides in ${called(element)}`,
    ].filter(Boolean);
  });
