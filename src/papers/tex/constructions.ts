import { mathMarks } from './accents.ts';
import { asScript, isParenthesized } from './scripts.ts';
import { doubleStruck } from './symbols.ts';

/** The text around a construction, and the name of its command. */
interface Surroundings {
  readonly before: string;
  readonly after: string;
  readonly name: string;
}

/** Combines converted arguments; null where no plain text means the same. */
type Combine = (parts: readonly string[], around: Surroundings) => string | null;

interface Construction {
  /** How many arguments it takes. */
  readonly count: number;
  readonly combine: Combine;
}

const plain: Combine = ([inner = '']) => inner;
const second: Combine = ([, shown = '']) => shown;
const doubleStrike: Combine = ([inner = '']) => [...inner].map((letter) => doubleStruck.get(letter) ?? letter).join('');
const modulus: Combine = ([inner = ''], { before }) =>
  `${before === '' || before.endsWith(' ') ? '' : ' '}(mod ${inner})`;

const named = (names: string, count: number, combine: Combine): [string, Construction][] =>
  names.split(' ').map((name) => [name, { count, combine }]);

/** Commands of mathematics: how many arguments each has, and how they are combined. */
export const constructions: ReadonlyMap<string, Construction> = new Map([
  ...named('frac dfrac tfrac cfrac nicefrac sfrac', 2, fraction),
  ...named('binom dbinom tbinom', 2, choice),
  ...named('mathbb Bbb mathds mathbbm', 1, doubleStrike),
  ...named('mathrm mathbf mathit mathsf mathtt mathcal mathscr mathfrak mathnormal mathop mathbin mathrel', 1, plain),
  ...named('boldsymbol bm pmb operatorname text textrm textbf textit texttt textsf textsc textnormal textup', 1, plain),
  ...named('mbox hbox emph underline boxed ensuremath mathord mathinner textmd smash frak scr', 1, plain),
  ...named('textsuperscript', 1, ([inner = '']) => asScript('^', inner)),
  ...named('textsubscript', 1, ([inner = '']) => asScript('_', inner)),
  ...named('overset stackrel', 2, ([above = '', base = '']) => scripted('^', base, above)),
  ...named('underset', 2, ([below = '', base = '']) => scripted('_', base, below)),
  ...named('xrightarrow', 1, ([above = '']) => scripted('^', '→', above)),
  ...named('ket', 1, ([inner = '']) => `|${inner}⟩`),
  ...named('bra', 1, ([inner = '']) => `⟨${inner}|`),
  ...named('braket', 1, ([inner = '']) => `⟨${inner}⟩`),
  ...named('pmod', 1, modulus),
  ...named('textcolor', 2, second),
  ...named([...mathMarks.keys()].join(' '), 1, ([inner = ''], { name }) => marked(name, inner.trim())),
]);

/** `\binom{n}{k}` and `{n \choose k}`. */
export function choice([above = '', below = '']: readonly string[]): string {
  return `(${above.trim()} choose ${below.trim()})`;
}

function scripted(kind: '^' | '_', base: string, script: string): string | null {
  const set = asScript(kind, script);
  return set === null || base.trim() === '' ? null : ` ${base.trim()}${set} `;
}

const isAtom = (text: string): boolean =>
  /^(?:√?(?:[\d.]+|[\p{Lu}\p{Ll}]\p{M}*[\p{Lm}\p{No}′]*)|\([^()]*\))$/u.test(text);
const isProduct = (text: string): boolean => /^[\p{L}\p{M}\p{N}√.′]+$/u.test(text);
const isNumber = (text: string): boolean => /^\d+$/.test(text);

/** A text that would read as a part of the denominator before it; a closing bracket, a blank or a relation would not. */
const continued = /^\s*(?:[\p{L}\p{N}(^_{]|\\(?!right|[bB]igg?r|[,;!%}]|q?quad|[lg]eq?\b|approx|sim|to\b|in\b))/u;

/** A fraction in a line of text, with parentheses in place of the long stroke: `(a+b)/(2c)`. */
export function fraction([above = '', below = '']: readonly string[], { before, after }: Surroundings): string | null {
  const [numerator, denominator] = [above.trim(), below.trim()];
  if (numerator === '' || denominator === '') return null;
  const line = `${isAtom(numerator) || isProduct(numerator) ? numerator : `(${numerator})`}/${
    isAtom(denominator) ? denominator : `(${denominator})`
  }`;
  const isMixed = /\d$/.test(before) && isNumber(numerator) && isNumber(denominator);
  if (isMixed) return ` ${line}`;
  const standsAlone = !/[\p{L}\p{N})/]\s*$/u.test(before) && !continued.test(after);
  return standsAlone || isParenthesized(line) ? line : `(${line})`;
}

/** A mark over a letter and its scripts, or over each of a few letters: `ν̄`, `x̂ᵢ`, `A̅B̅`. */
function marked(name: string, inner: string): string | null {
  const mark = mathMarks.get(name) ?? '';
  const [, letters, scripts = ''] = /^([\p{Lu}\p{Ll}\p{Lo}\p{Nd}\p{Mn}]{1,4})([\p{Lm}\p{No}]*)$/u.exec(inner) ?? [];
  if (letters === undefined || mark === '') return null;
  return `${letters.replace(/[\p{L}\p{Nd}]\p{M}*/gu, (letter) => dotless(letter) + mark).normalize('NFC')}${scripts}`;
}

const dotless = (letter: string): string => letter.replace('ı', 'i').replace('ȷ', 'j');
