// How many stops the keyboard has from the top of the page to its end.
const group = element => `${element.form && element.form.action} ${element.name}`;
const radios = reachable().filter(element => element.type === 'radio');
const others = reachable().filter(element => element.type !== 'radio');
return others.length + new Set(radios.map(group)).size;
