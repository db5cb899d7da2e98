// What can be pressed, but not by keyboard.
const roles = ['button', 'link', 'checkbox', 'radio', 'switch', 'tab'].map(role => `[role=${role}]`);
return all(['[onclick]', ...roles].join(', '))
  .filter(element => seen(element) && element.tabIndex < 0 && element.tagName !== 'LABEL')
  .map(called);
