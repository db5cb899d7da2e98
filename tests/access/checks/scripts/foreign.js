// Words in another language than the one that is said of them, and words that run the wrong way.
const own = {
  en: /\b(the|and|you|your|this|that|of|with|for|what|are)\b/i,
  es: /\b(el|los|las|una|de|que|para|con|por|tu|esta|este|si)\b/i,
};
// A name stays as it is in every language.
const names = new Set(arguments[0]);
const latin = text => (text.match(/\p{Script=Latin}{2,}\d*/gu) || []).some(word => !names.has(word));
const arabic = /\p{Script=Arabic}{2,}/u;

const strange = (text, lang) => {
  if (lang === 'ar') return latin(text);
  return arabic.test(text)
    || Object.entries(own).some(([other, words]) => other !== lang && words.test(text) && !own[lang]?.test(text));
};
const said = element => (element.closest('[lang]')?.lang || '').split('-')[0];
// What somebody typed is in a language that nobody asked for; its direction is found by its letters.
const typed = element => element.closest('[dir=auto], bdi:not([dir])');
// An address is in no language; words with a space between them are in one.
const address = element => element.closest('[lang=zxx]') && !/\s/.test(element.textContent.trim());
const texts = all('*').filter(element => !element.matches('script, style') && !typed(element) && !address(element)).flatMap(element => [
  [element, ownText(element)],
  [element, element.getAttribute('alt') || ''],
  [element, element.getAttribute('aria-label') || ''],
]).filter(([, text]) => text.trim());

// A number by itself runs one way in every language, and a sign before it says which.
const turned = element => {
  if (!element.matches('input, textarea') && !/\p{L}/u.test(element.textContent)) return false;
  const way = element.dir || getComputedStyle(element).direction;
  return way !== 'auto' && way !== (said(element) === 'ar' ? 'rtl' : 'ltr');
};
return texts.filter(([element, text]) => strange(text, said(element)))
  .map(([element, text]) => `is not in “${said(element)}”: ${text.trim().slice(0, 60)} in ${called(element)}`)
  .concat(all('[lang]').filter(turned).map(element => 'runs the wrong way: ' + called(element)));
