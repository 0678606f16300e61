/** Elements of JATS, MathML and HTML that publishers and servers leave in titles and abstracts. */
const blocks = 'p|sec|title|list|list-item|def-list|disp-quote|disp-formula|break|br|div|ul|ol|li|h[1-6]';
const inlines =
  'i|b|u|em|strong|italic|bold|underline|sc|small|span|font|monospace|roman|sub|sup|inf|xref|ext-link|uri|email|a|' +
  'named-content|styled-content|inline-formula|inline-graphic|alternatives|tex-math|math|abstract|related-article|fn|label';
const attributes = String.raw`(?:\s+[\w:.-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*\s*`;
const element = (names: string): RegExp => new RegExp(`</?(?:jats:)?(?:${names})${attributes}/?>`, 'gi');
const mathElement = new RegExp(`</?mml:[a-z]+${attributes}/?>`, 'gi');

/** Longer than any abstract with all its markup: what comes after is left out. */
const longestMarkup = 100_000;

const digitsBelow = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎';
const digitsAbove = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾';
const digits = '0123456789+−=()';

const texMath = /<(?:jats:)?tex-math[^<>]*>([\s\S]{0,5000}?)<\/(?:jats:)?tex-math>/i;
const everyTexMath = new RegExp(texMath, 'gi');

/** In their order: what a step looks for, none before has taken away. */
const steps: readonly ((text: string) => string)[] = [
  (text) => text.replace(/<!--[\s\S]{0,2000}?-->|<!\[CDATA\[|\]\]>/g, ''),
  // Escaped twice over, as some publishers deposit it.
  (text) => text.replace(/&amp;(?=(?:#?\w{1,8});)/g, '&').replace(/&lt;(\/?[a-z][a-z:-]{0,20}\/?)&gt;/gi, '<$1>'),
  // Of a formula that is told in several ways, the TeX: it is what the rest of the way knows to read.
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
 * A text without the elements that give it its form: subscripts and superscripts become Unicode where they can, headings
 * end in a colon. What is no known element stays: `p < 0.05`, `a<b`. Entities are left to `cleanText`.
 */
export const withoutMarkup = (text: string): string =>
  steps.reduce((rest, step) => step(rest), text.slice(0, longestMarkup)).trim();

/** Publishers wrap each formula into a document of its own. */
function bareTex(tex: string): string {
  const inner = /\\begin\{document\}([\s\S]*)\\end\{document\}/.exec(tex)?.[1] ?? tex;
  const formula = inner
    .trim()
    .replace(/^\$\$|\$\$$/g, '')
    .trim();
  return /^\$.*\$$/s.test(formula) || formula === '' ? formula : `$${formula}$`;
}

/** `2` is `₂`; what has a sign that is not there stays as it is. */
function shifted(text: string, alphabet: string): string {
  const signs = Array.from(text.trim().replaceAll('-', '−'), (sign) => alphabet[digits.indexOf(sign)] ?? null);
  return signs.includes(null) || text.trim() === '' ? text : signs.join('');
}

/** That a text is the abstract needs not be said. */
const asHeading = (heading: string): string =>
  /^(?:abstract|summary)?[.:]?$/i.test(heading) ? ' ' : ` ${heading}${/[.:?!]$/.test(heading) ? '' : ':'} `;
