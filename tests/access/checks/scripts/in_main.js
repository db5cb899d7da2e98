// Whether the focus is in the main part, if there is anything to reach in it.
const main = document.querySelector('main');
return main.contains(document.activeElement) || !reachable().some(element => main.contains(element));
