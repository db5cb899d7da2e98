// Controls without an edge of their own; in forced colours only edges tell what can be pressed.
const own = element => /radio|checkbox|file|range|color|image/.test(element.type || '');
const edgeless = style => style.borderTopStyle === 'none' && style.outlineStyle === 'none';

const problem = element => {
  const style = getComputedStyle(element);
  if (style.opacity === '0') return 'cannot be seen: ';
  if (/^(A|BUTTON)$/.test(element.tagName) && !element.innerText.trim() && !element.querySelector('img, svg'))
    return 'only a background shows what it is: ';
  if (/^(A|SUMMARY)$/.test(element.tagName)) return '';
  if (own(element) && style.appearance !== 'none') return '';
  return edgeless(style) ? 'no edge can be seen: ' : '';
};

return pressable().map(element => [problem(element), element])
  .filter(([words]) => words).map(([words, element]) => words + called(element));
