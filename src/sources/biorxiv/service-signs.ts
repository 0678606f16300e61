import { namedEntity } from '../../papers/entities.ts';
import { asScript } from '../../papers/tex/scripts.ts';
import { relationSymbols, textSymbols } from '../../papers/tex/symbols.ts';
import { cleanText } from '../../papers/text.ts';

/** Reads a table: a sign, and the names that the servers have for it, separated by commas. */
const table = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .trim()
      .split('\n')
      .flatMap((row) => {
        const [, sign = '', names = ''] = /^\s*(\S+)\s+(.*?)\s*$/.exec(row) ?? [];
        return names.split(', ').map((name): [string, string] => [name, sign]);
      }),
  );

/** Names in braces or brackets that TeX does not have, or has for something else. */
const signs = table(`
  ± +/-, +-, plusmn, plus-minus
  ∓ -/+, -+
  ≈ approx, ap, asymp, approximately
  ≃ ~=, =~, sime
  ≅ cong
  ≥ >=, ge, ges
  ≤ <=, le, les
  ≠ !=, ne
  ≲ lsim, <~
  ≳ gsim, >~
  ≪ <<
  ≫ >>
  → ->, -->, rarr, right arrow
  ← <-, <--, larr, left arrow
  ↔ <->, harr
  ⇒ =>, rArr
  ⇔ <=>, hArr
  ↑ uarr, up arrow
  ↓ darr, down arrow
  ∞ infin, infinity
  ° degrees, degree, deg
  µ micro
  ε epsilon
  φ phi
  · middle dot, middot, centered dot, sdot
  • bullet, bull
  ◦ whitebullet
  ● blackbullet, blackcircle
  ○ whitecircle
  ■ blacksquare
  □ whitesquare
  ▲ blacktriangle
  △ triangleup
  ▽ triangledown
  ➢ tpltrtarr
  × times, multiply
  ÷ divide
  − -, minus
  – --, ndash
  — ---, mdash
  √ square root, radic
  ∂ part
  ∅ empty, emptyset
  ½ 1/2, half
  ¼ 1/4
  ¾ 3/4
  ⅓ 1/3
  ⅔ 2/3
  £ pound
  € euro
  ¥ yen
  ¢ cent
  § section
  ¶ paragraph
  © copyright
  ® registered
  ™ trademark, TM
  ¡ inverted exclamation
  ¿ inverted question
  Å angstrom, Aring
  ‰ permil, permille, per thousand, per mille
`);

/** Names that are codes in brackets too. Others are words there: `[female]`, `[sum]`. */
const inBrackets = new Set(
  (
    'isin notin ge le ne ges les rarr larr harr rArr hArr uarr darr infin asymp sime cong plusmn middot sdot bullet bull ' +
    'tpltrtarr times divide lsim gsim radic there4 deg degrees ndash mdash prime alpha beta gamma delta epsilon zeta theta ' +
    'iota kappa lambda sigma upsilon omega Delta Gamma Lambda Sigma Omega leq geq neq approx equiv infty propto rightarrow ' +
    'micro leftarrow uparrow downarrow partial nabla'
  ).split(' '),
);
/** Names of signs that are words in braces: `{in}`, `{top}`. */
const words = new Set(
  (
    'in to top bot because therefore natural flat slash colon models owns iff gets mid ni wp and or not sub sup copy reg para ' +
    'exist ap pm'
  ).split(' '),
);

/** The sign or letter that this name in braces stands for, or null. */
function signOf(code: string): string | null {
  const name = code.replace(/^&(\w+);$/, '$1');
  const known = signs.get(name);
  if (known !== undefined || words.has(name)) return known ?? null;
  const named = /^[a-zA-Z]\w+$/.test(name) ? (namedEntity(name) ?? textSymbols.get(name)) : undefined;
  if (named !== undefined) return named;
  const [, raised, small = ''] = /^(?:(superscript |\^)|subscript )([\d+-]{1,3})$/.exec(name) ?? [];
  if (small !== '') return asScript(raised === undefined ? '_' : '^', small);
  return /^(?:[^\0-\x7f]\p{M}*|[~<>=+])$/u.test(name) ? name : null;
}

/** A name in braces, without those of TeX: `x_{e}`, `\mathrm{F}`. */
const braced = /(?<![_^{]|\\[a-zA-Z]{0,20})\{([^{}\n]{1,24})\}/gu;
const bracketed = /\[((?:&#?\w{1,8};|[^[\]\s\p{L}\d]){1,6}|[a-zA-Z]\w{1,11})\]/gu;
const isRelation = (sign: string): boolean => relations.has(sign) || sign === '≈';
const relations = new Set(relationSymbols.values());

/**
 * A text with signs in place of the names that the servers have for them: `TGF-{beta}` is TGF-β, `[&ge;]2` is ≥2. Unknown
 * names stay as they are.
 */
export function withSigns(text: string): string {
  if (!/[{[]/.test(text)) return text;
  return text
    .replace(/\{square\}(?=\{superscript \d\})/g, '⁻')
    .replace(/(?<=\d\s?)\{o\}(?=\s?C?\b)/g, '°')
    .replace(/\{(super|sub)script\}([+-]?\d{1,3}[+-]?)(?![\p{L}\d])/gu, '{$1script $2}')
    .replace(braced, (whole, name: string, at: number, given: string) => spaced(given, whole, at, signOf(name)))
    .replace(bracketed, (whole, name: string, at: number, given: string) =>
      spaced(given, whole, at, bracketSign(name, given[at + whole.length] ?? '')),
    );
}

/** Greek letters that are also concentrations in brackets, `[tau]`. They are signs within a word: `[mu]m`, `[chi]2`. */
const withinWords = new Set('mu nu xi pi rho tau phi chi psi eta'.split(' '));

function bracketSign(code: string, next: string): string | null {
  const name = cleanText(code);
  const [, hexadecimal] = /^x(?=[A-F]*\d)([\dA-F]{4,5})$/.exec(name) ?? [];
  if (hexadecimal !== undefined) return String.fromCodePoint(Number.parseInt(hexadecimal, 16));
  if (inBrackets.has(name) || (withinWords.has(name) && /\w/.test(next))) return signOf(name);
  if (/^&#?\w+;$/.test(code) && [...name].length === 1) return name;
  if (/\w/.test(name)) return /^&\w+;$/.test(name) ? signOf(name) : null;
  return signs.get(name) ?? (/^[~<>=±×·+≤≥≈∼≃≅≠→←↑↓↔•≡∞−–—]$/.test(name) ? name : null);
}

/** The sign with a blank where it would be glued to a word: `factor{phi} k` is factor φ k, but `Fc{gamma}` is Fcγ. */
function spaced(text: string, whole: string, at: number, sign: string | null): string {
  if (sign === null) return whole;
  const before = text.slice(Math.max(0, at - 6), at);
  const after = text.slice(at + whole.length, at + whole.length + 6);
  if (isRelation(sign)) return `${/\w$/.test(before) && /^\s/.test(after) ? ' ' : ''}${sign}`;
  if (!/^\p{Script=Greek}$/u.test(sign)) return sign;
  return `${/(?:^|[^A-Z])[a-z]{4}$/.test(before) ? ' ' : ''}${sign}${/^[a-z]{4}/.test(after) ? ' ' : ''}`;
}
