// Text that does not stand out from its ground.
return readable().filter(element => apart(getComputedStyle(element).color, ground(element)) < 4.5)
  .map(element => 'text cannot be seen: ' + called(element));
