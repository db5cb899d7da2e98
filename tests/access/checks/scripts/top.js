// Bring the focus back to the top of the page, wherever it was, as on a summary of problems.
scrollTo(0, 0);
if (document.activeElement !== document.body) {
  const top = document.createElement('span');
  top.tabIndex = -1;
  document.body.prepend(top);
  top.focus();
  top.remove();
}
