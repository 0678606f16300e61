// All that the stemmer takes off an English word, or replaces, in any number of steps.
const plainEndings = (
  's es ed eed ing e y ly at bl iz al ational ation ization or er ism ness ity ility ability ibility ivity iviti i li ' +
  'enci anci iti iliti abiliti ibiliti ency ancy ence ance ic ical able ible ably ibly ant ement ment ent ion ou ous ' +
  'ive ative ate ize ful logi ll'
).split(' ');

// Before `ed` and `ing` a consonant may be doubled: `preferred`.
const ending = plainEndings.flatMap((each) => (/[^aeiouylsz]$/.test(each) ? [each, each + each.slice(-1)] : [each]));
const beginnings = new Set(ending.flatMap((whole) => Array.from(whole, (_, index) => whole.slice(0, index + 1))));
const ascii = /^[a-z]+$/;

/**
 * With what the stem of every word begins that begins with the prefix, as long as can be told; empty where nothing can.
 * Where endings may start within the prefix (`transformer`), all from there can be missing from a stem, and the letter
 * before it can be another (`happy`, `happi`).
 */
export function stemPrefix(prefix: string): string {
  // What is not all plain letters has no stem but itself.
  if (!ascii.test(prefix)) return prefix;
  let kept = prefix.length;
  // Whether what follows the index is all made of endings, the last one perhaps cut off by the end of the prefix.
  const isEndings = Array.from({ length: prefix.length + 1 }, () => false);
  isEndings[prefix.length] = true;
  for (let index = prefix.length - 1; index > 0; index--) {
    const rest = prefix.slice(index);
    isEndings[index] =
      beginnings.has(rest) || ending.some((each) => rest.startsWith(each) && isEndings[index + each.length] === true);
    if (isEndings[index] === true) kept = index;
  }
  return prefix.slice(0, kept - 1);
}
