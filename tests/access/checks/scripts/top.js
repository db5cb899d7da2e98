// Bring the focus back to the top of the page, wherever it was: on a summary of problems, or where
// the address points to.
scrollTo(0, 0);
if (document.activeElement !== document.body || location.hash) {
  const top = document.createElement('span');
  top.tabIndex = -1;
  document.body.prepend(top);
  top.focus();
  top.remove();
}
