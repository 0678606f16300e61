import { cleanText } from '../../../src/papers/text.ts';

/**
 * The kinds of TeX that cleaning left. The first four are **safe originals**: plain text could not say them better, so they
 * are exactly as the author wrote them. The others are **TeX left**: a reader sees TeX that the converter should know.
 */
export type Residue =
  | 'money'
  | 'a macro of the paper’s own'
  | 'a formula with its own macro'
  | 'a formula in two dimensions'
  | 'no TeX, but a backslash'
  | 'broken by its author'
  | 'TeX left';

export const safeOriginals: ReadonlySet<Residue> = new Set<Residue>([
  'money',
  'a macro of the paper’s own',
  'a formula with its own macro',
  'a formula in two dimensions',
  'no TeX, but a backslash',
]);

/** Commands of TeX and its usual packages that a text may have. Any other command was defined in the paper. */
const standard = new RegExp(
  `^(?:${[
    'text[a-z]*|emph|under(?:line|set)|over(?:line|set|rightarrow)|math[a-z]+|bold(?:symbol|math)|operatorname|[dt]?frac|sqrt',
    'cite[a-z]?|ref|eqref|label|footnote|url|href|color|begin|end|item|left|right|[bB]igg?[lr]?|it|rm|bf|em|cal|sc|tt',
    'sum|prod|int|log|ln|exp|min|max|sup|inf|lim|sin|cos|tan|det|dim|ker|Pr|alpha|beta|[gG]amma|[dD]elta|(?:var)?epsilon',
    '(?:var)?(?:theta|phi|rho)|[lL]ambda|mu|nu|pi|[sS]igma|tau|chi|[pP]si|[oO]mega|Theta|Phi|Pi|infty|partial|nabla|hbar|ell',
    'times|cdot|pm|leq?|geq?|neq?|approx|sim|equiv|in|to|rightarrow|mapsto|subset|cap|cup|otimes|oplus|odot|circ|star|prime',
    'hat|widehat|tilde|widetilde|bar|vec|dot|ddot|ldots|dots|cdots|langle|rangle|lceil|rceil|lfloor|rfloor|mid|vert|Vert',
    'quad|qquad|over|choose|binom|unicode|mbox|limits|pmod|not|hspace|vspace|newline|par|noindent|ss|o|O|l|L|ae|AE|aa|AA',
  ].join('|')})$`,
);
const twoDimensional =
  /\\(?:begin|substack|under(?:brace|bracket)|overbrace|atop|cases|matrix|pmatrix|sideset|xymatrix|array|\\)|&/;

/** The TeX that is left in a cleaned text, or null. */
export function findResidue(source: string, out: string): Residue | null {
  if (!/[\\$]|[_^]\{/.test(out)) return hasOpenBraces(out) ? brokenOr('TeX left', source) : null;
  const rest = out.replace(formula, ' ');
  const formulas = (out.match(formula) ?? []).filter((text) => /[\\^_{]/.test(text));
  if (formulas.some((text) => !cleanText(source).includes(text))) return 'TeX left';
  const kinds = [...formulas.map(formulaResidue), ...textResidues(rest, source)];
  return kinds.toSorted((a, b) => severity.indexOf(b) - severity.indexOf(a))[0] ?? 'TeX left';
}

const hasOpenBraces = (text: string): boolean => text.split('{').length !== text.split('}').length;

const severity: readonly Residue[] = [
  'money',
  'no TeX, but a backslash',
  'a formula in two dimensions',
  'a formula with its own macro',
  'a macro of the paper’s own',
  'broken by its author',
  'TeX left',
];
/** A formula left whole. Dollars before numbers do not count. */
const formula =
  /\$\$[^$]+\$\$|\$(?=[^$]*[\\^_{])(?!\d[^\\$]*\s\$)[^$]+\$|\\\([\s\S]*?\\\)|\\\[[\s\S]*?\\\]|\\begin\{([a-z]+\*?)\}[\s\S]*?\\end\{\1\}/g;

function formulaResidue(text: string): Residue {
  const names = [...text.matchAll(/\\([a-zA-Z]+)/g)].map(([, name = '']) => name);
  if (names.some((name) => !standard.test(name) && !twoDimensional.test(`\\${name}`))) {
    return 'a formula with its own macro';
  }
  if (twoDimensional.test(text)) return 'a formula in two dimensions';
  return isBalanced(text) ? 'TeX left' : 'broken by its author';
}

function textResidues(text: string, source: string): Residue[] {
  const names = commandsOf(text);
  return [
    ...(names.some((name) => standard.test(name)) ? [brokenOr('TeX left', source)] : []),
    ...(names.some((name) => !standard.test(name)) ? (['a macro of the paper’s own'] as const) : []),
    ...(/\\(?![a-zA-Z]{2})/.test(text) ? (['no TeX, but a backslash'] as const) : []),
    ...(/[_^]\{/.test(text) ? [brokenOr('TeX left', source)] : []),
    ...(/\$/.test(text) ? [dollarResidue(text, source)] : []),
  ];
}

/** Dollar signs that mean money: before numbers, or escaped. */
function dollarResidue(text: string, source: string): Residue {
  const isMoney = !/\$(?!\s?[\d.])/.test(text) || /\\\$/.test(source);
  return isMoney ? 'money' : brokenOr('TeX left', source);
}

const brokenOr = (kind: Residue, source: string): Residue => (isBalanced(source) ? kind : 'broken by its author');

/** Macros have names of two letters or more: nobody defines `\n` or `\d`. */
const commandsOf = (text: string): string[] => [...text.matchAll(/\\([a-zA-Z]{2,})/g)].map(([, name = '']) => name);

function isBalanced(text: string): boolean {
  const bare = text.replace(/\\./gs, '');
  const count = (character: string): number => bare.split(character).length - 1;
  return count('{') === count('}') && count('$') % 2 === 0;
}

/**
 * The damage of a conversion: characters that nobody wrote, lost letters, joined words. It is found from source and result
 * only, without knowing how TeX is converted. Null where there is none.
 */
export function findGarbling(source: string, out: string): string | null {
  const given = cleanText(source);
  const strange = /[\p{Cc}\p{Co}\p{Cs}\p{Cn}\ufffd]/u.exec(out)?.[0];
  if (strange !== undefined && !given.includes(strange)) return `a strange character: ${JSON.stringify(strange)}`;
  const address = [...given.matchAll(linked)].find((link) => !showsAddress(out, link));
  if (address !== undefined) return `an address lost: ${address[0]}`;
  const lost = firstMissing([...lettersOf(given)], [...latin(out.replace(/this\W+\w+\W+URL/gi, ''))]);
  if (lost !== null) return `a letter lost: ${lost}`;
  const glued = firstMissing(plainWords(given), out.split(' ').map(withoutParentheses));
  return glued === null ? null : `a word that no longer stands by itself: ${glued}`;
}

/** The Latin letters of a source, without names of commands and without arguments that are hidden or moved. */
const lettersOf = (source: string): string =>
  latin(
    source
      .replace(/\\[brkcdtuv]\{(?:eta|ho|appa|hi|elta|au|psilon|arepsilon|artheta)\}/g, ' ')
      .replace(/\\(?:begin|end|textcolor|color|unicode|hspace|vspace|label|ion)\s*(?:\[[^\]]*\])*\{[^{}]*\}/g, ' ')
      .replace(/\\cite[a-z]*(?:\[[^\]]*\])+/g, ' ')
      .replace(/\\(?:overset|stackrel|replaced)\s*(?:\[\])?\{[^{}]*\}\s*\{[^{}]*\}/g, ' ')
      .replace(linked, ' $2 ')
      .replace(/this\W+\w+\W+URL/gi, ' ')
      .replace(/\\[a-zA-Z]+/g, ' '),
  );

const linked = /\\(?:href|hyperlink)\s*\{([^{}]*)\}(?:\s*\{((?:[^{}]|\{[^{}]*\})*))?/g;

/** A link by itself, or with a label that is an address too: authors shorten labels, or mistype one of the two. */
function showsAddress(out: string, [, url = '', label = '']: RegExpMatchArray): boolean {
  const address = plainAddress(url);
  return out.replace(/\s/g, '').includes(address) || !address.includes('/') || /\w\.\w+/.test(label);
}

const plainAddress = (url: string): string => url.replace(/\\(?=[_%#&~])|[{}\s]/g, '');

const latin = (text: string): string => text.normalize('NFKD').replace(/[^a-zA-Z]/g, '');

/** Words of running text that TeX does not touch. */
const plainWords = (source: string): string[] =>
  source
    .replace(/\$\$[^$]*\$\$|\$[^$]*\$|\\\([\s\S]*?\\\)|\\\[[\s\S]*?\\\]/g, '\\')
    .replace(
      /\\(?:begin|end)\{[^{}]*\}|this\W+\w+\W+URL|\\replaced(?:\[\])?\{[^{}]*\}\{[^{}]*\}|[_^]\{[^{}]*\}|\\sqrt\s+\S+/g,
      '\\',
    )
    .split(' ')
    .filter((word) => /^[(]?[a-zA-Z0-9][a-zA-Z0-9.,;:()?!%/-]*$/.test(word) && !word.includes('--'))
    .map(withoutParentheses);

/** A note becomes text in parentheses. */
const withoutParentheses = (word: string): string => word.replace(/^[({[]+|[)}\]]+$/g, '');

/** The first word of one list that is not in the other list in the same order. */
function firstMissing(parts: readonly string[], whole: readonly string[]): string | null {
  let at = 0;
  for (const [i, part] of parts.entries()) {
    const found = whole.indexOf(part, at);
    if (found === -1) return `“${part}” in ${parts.slice(Math.max(0, i - 6), i + 3).join(' ')}`;
    at = found + 1;
  }
  return null;
}
