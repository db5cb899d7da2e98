// How bright colours are, and how far two of them stand apart.
const numbers = colour => (colour.match(/[\d.]+/g) || []).map(Number);
const linear = share => share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
const bright = colour => {
  const [red, green, blue] = numbers(colour).slice(0, 3).map(value => linear(value / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const apart = (one, other) => {
  const pair = [bright(one), bright(other)];
  return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
};

const canvas = () => {
  const probe = document.body.appendChild(document.createElement('div'));
  probe.style.backgroundColor = 'Canvas';
  const colour = getComputedStyle(probe).backgroundColor;
  probe.remove();
  return colour;
};
const ground = element => {
  for (let each = element; each; each = each.parentElement) {
    const colour = getComputedStyle(each).backgroundColor;
    if (numbers(colour)[3] !== 0) return colour;
  }
  return canvas();
};
