// Every ending that the stemmer removes from an English word or replaces, in any number of steps.
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
 * The longest string that every stem of a word with this prefix starts with; empty if there is none. An ending that may
 * start within the prefix (`transformer`) can be missing from the stem, and the letter before it can differ (`happy`,
 * `happi`).
 */
export function stemPrefix(prefix: string): string {
  // A word with anything but plain letters is its own stem.
  if (!ascii.test(prefix)) return prefix;
  let kept = prefix.length;
  // Whether only endings follow the index. The end of the prefix may cut off the last one.
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
