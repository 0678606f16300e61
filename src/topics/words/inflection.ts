/** The shortest base form that is left of a word with `ed` or `ing`. */
const shortestBase = 3;
/** The shortest word that can lose an `s`: `LLMs`, but not `GPS`. */
const shortestPlural = 4;

/**
 * The base form of an English word by its last letters, for words that the table of word forms does not list: `tokens`
 * is `token`, `planned` is `plan`, `encoding` is `encode`. One step: `codings` is `coding`. A word that is its own base
 * form is returned as it is.
 */
export function baseForm(word: string): string {
  if (word.endsWith('s')) return word.length < shortestPlural ? word : singular(word);
  if (word.endsWith('ed')) return withoutPast(word);
  return word.endsWith('ing') ? withoutEnding(word, 3) : word;
}

function singular(word: string): string {
  const before = word.charAt(word.length - 2);
  // class, corpus, analysis
  if (before === 's' || before === 'u' || before === 'i') return word;
  if (before !== 'e') return word.slice(0, -1);
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  return takesEs(word) ? word.slice(0, -2) : word.slice(0, -1);
}

/** Whether the plural has an `e` that the singular lacks: `classes`, `boxes`, `patches`. */
const takesEs = (word: string): boolean =>
  word.endsWith('sses') ||
  word.endsWith('xes') ||
  word.endsWith('ches') ||
  word.endsWith('shes') ||
  word.endsWith('zzes') ||
  word.endsWith('oes');

function withoutPast(word: string): string {
  if (word.endsWith('eed')) return word;
  if (word.endsWith('ied')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  return withoutEnding(word, 2);
}

function withoutEnding(word: string, ending: number): string {
  const left = word.slice(0, -ending);
  if (left.length < shortestBase || !hasVowel(left)) return word;
  if (isDoubled(left)) return left.slice(0, -1);
  return lacksE(left) ? `${left}e` : left;
}

const isVowel = (letter: string): boolean => letter !== '' && 'aeiou'.includes(letter);

function hasVowel(text: string): boolean {
  for (const letter of text) if (isVowel(letter) || letter === 'y') return true;
  return false;
}

/** `plann`, `embedd`; but `call`, `pass`, `buff`, `buzz` keep both letters. */
function isDoubled(left: string): boolean {
  const last = left.charAt(left.length - 1);
  return last === left.charAt(left.length - 2) && 'bdgkmnprtv'.includes(last);
}

/** Two last letters before which there is one vowel or none, and after which most verbs have an `e`: `encod`, `combin`. */
const beforeE = new Set(
  'ad id od ud ak ik ok am im um il ul ap ip ib ub ob in un ar ir ur at ot ut yl ym yn yp'.split(' '),
);

/** Whether a verb in front of `ed` or `ing` has lost an `e`. */
function lacksE(left: string): boolean {
  const [beforeThat, before, last] = [left.charAt(left.length - 3), left.charAt(left.length - 2), left.slice(-1)];
  switch (last) {
    case 'c':
    case 'u':
    case 'v':
      return true;
    case 's':
    case 'z':
      return before !== last;
    case 'g':
      return before === 'n' ? beforeThat === 'a' || beforeThat === 'e' : 'adegilru'.includes(before);
    case 'l':
      if ('bcdfgkptz'.includes(before)) return true;
  }
  const isOneVowel = (isVowel(before) || before === 'y') && (!isVowel(beforeThat) || left.slice(-4, -2) === 'qu');
  return isOneVowel && (beforeE.has(before + last) || isShort(left, last));
}

/** `tun`, `hop`: a short verb without the `e` would have its last letter doubled. */
const isShort = (left: string, last: string): boolean =>
  !'aeiouwxy'.includes(last) && ![...left.slice(0, -2)].some((letter) => isVowel(letter) || letter === 'y');
