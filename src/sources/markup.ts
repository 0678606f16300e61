/** Elements of JATS, MathML and HTML that publishers and servers leave in titles and abstracts. */
const blocks = 'p|sec|title|list|list-item|def-list|disp-quote|disp-formula|break|br|div|ul|ol|li|h[1-6]';
const inlines =
  'i|b|u|em|strong|italic|bold|underline|sc|small|span|font|monospace|roman|sub|sup|inf|xref|ext-link|uri|email|a|' +
  'named-content|styled-content|inline-formula|inline-graphic|alternatives|tex-math|math|abstract|related-article|fn|label';
const attributes = String.raw`(?:\s+[\w:.-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*\s*`;
const element = (names: string): RegExp => new RegExp(`</?(?:jats:)?(?:${names})${attributes}/?>`, 'gi');
const mathElement = new RegExp(`</?mml:[a-z]+${attributes}/?>`, 'gi');

/** Longer than any abstract with markup. The rest of a longer text is left out. */
const longestMarkup = 100_000;

const digitsBelow = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎';
const digitsAbove = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾';
const digits = '0123456789+−=()';

const texMath = /<(?:jats:)?tex-math[^<>]*>([\s\S]{0,5000}?)<\/(?:jats:)?tex-math>/i;
const everyTexMath = new RegExp(texMath, 'gi');

/** The steps, in an order in which none removes what a later one looks for. */
const steps: readonly ((text: string) => string)[] = [
  (text) => text.replace(/<!--[\s\S]{0,2000}?-->|<!\[CDATA\[|\]\]>/g, ''),
  // Some publishers escape twice.
  (text) => text.replace(/&amp;(?=(?:#?\w{1,8});)/g, '&').replace(/&lt;(\/?[a-z][a-z:-]{0,20}\/?)&gt;/gi, '<$1>'),
  // Some formulas come in several forms. The TeX is kept, because later steps can read it.
  (text) =>
    text.replace(
      /<(?:jats:)?alternatives>([\s\S]{0,8000}?)<\/(?:jats:)?alternatives>/gi,
      (_, ways: string) => texMath.exec(ways)?.[0] ?? ways,
    ),
  (text) => text.replace(everyTexMath, (_, tex: string) => bareTex(tex)),
  (text) =>
    text.replace(/<(?:jats:)?(sub|inf|sup)>([^<>]{1,12})<\/(?:jats:)?\1>/gi, (_, name: string, inner: string) =>
      shifted(inner, name.toLowerCase() === 'sup' ? digitsAbove : digitsBelow),
    ),
  (text) =>
    text.replace(/<(?:jats:)?title[^<>]*>([^<>]{0,200})<\/(?:jats:)?title>/gi, (_, heading: string) =>
      asHeading(heading.trim()),
    ),
  (text) => text.replace(element(blocks), ' ').replace(element(inlines), '').replace(mathElement, ''),
];

/**
 * A text without its markup. Subscripts and superscripts become Unicode where possible, and headings end in a colon.
 * Anything but a known element stays: `p < 0.05`, `a<b`. `cleanText` decodes the entities.
 */
export const withoutMarkup = (text: string): string =>
  steps.reduce((rest, step) => step(rest), text.slice(0, longestMarkup)).trim();

/** The formula without the TeX document that publishers wrap around it. */
function bareTex(tex: string): string {
  const inner = /\\begin\{document\}([\s\S]*)\\end\{document\}/.exec(tex)?.[1] ?? tex;
  const formula = inner
    .trim()
    .replace(/^\$\$|\$\$$/g, '')
    .trim();
  return /^\$.*\$$/s.test(formula) || formula === '' ? formula : `$${formula}$`;
}

/** The text in small characters: `2` is `₂`. It stays as it is where a character has no small form. */
function shifted(text: string, alphabet: string): string {
  const signs = Array.from(text.trim().replaceAll('-', '−'), (sign) => alphabet[digits.indexOf(sign)] ?? null);
  return signs.includes(null) || text.trim() === '' ? text : signs.join('');
}

/** A heading with a colon, or nothing for the heading “Abstract”. */
const asHeading = (heading: string): string =>
  /^(?:abstract|summary)?[.:]?$/i.test(heading) ? ' ' : ` ${heading}${/[.:?!]$/.test(heading) ? '' : ':'} `;
