// Whatever moves, slides or fades. Chromium gives the sources of a player, which nobody sees, a
// transition of their own.
const moves = style => style.animationName !== 'none' || style.scrollBehavior === 'smooth'
  || style.transitionDuration.split(',').some(time => parseFloat(time) > 0);
return [document.documentElement, document.body, ...all('*:not(source)')]
  .filter(element => moves(getComputedStyle(element))).map(element => 'moves: ' + called(element))
  .concat(document.getAnimations().map(each => 'moves now: ' + called(each.effect.target)))
  .concat(all('[autoplay]').map(element => 'starts by itself: ' + called(element)));
