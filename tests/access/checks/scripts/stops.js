// How many stops the keyboard has from the top of the page to its end.
scrollTo(0, 0);
if (document.activeElement !== document.body) {
  // After a summary of problems took the focus, the walk still begins at the top.
  const top = document.createElement('span');
  top.tabIndex = -1;
  document.body.prepend(top);
  top.focus();
  top.remove();
}
const group = element => `${element.form && element.form.action} ${element.name}`;
const radios = reachable().filter(element => element.type === 'radio');
const others = reachable().filter(element => element.type !== 'radio');
return others.length + new Set(radios.map(group)).size;
