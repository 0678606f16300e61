import { mathToUnicode } from '../papers/tex/math.ts';
import { asHeading } from './headings.ts';
import { blockMark, formula, script, subtitleMark, withGaps, word, wordPart } from './markup-gaps.ts';
import { type MathElement, mathText } from './markup-math.ts';
import { blocks, mathElements, type Tag, tokensOf } from './markup-tokens.ts';

/** Longer than any abstract with markup. The rest of a longer text is left out. */
const longestMarkup = 100_000;
/** Deeper than any real markup. A tag below is ignored, and its text is kept. */
const deepest = 100;

/** An element that is not closed yet, with the text in it so far. */
interface OpenElement {
  readonly tag: Tag;
  readonly parts: string[];
  /** The element of MathML that it is, or null. */
  readonly math: MathElement | null;
  /** The formula in it by its notation, where a publisher gives several. */
  readonly notations: { tex?: string; math?: string };
}

/**
 * A text without its markup: JATS, MathML and HTML. Formulas become text, subscripts and superscripts Unicode where
 * possible, and headings end in a colon. Parts of the page begin a new line. Anything but a known element stays:
 * `p < 0.05`, `a<b`. `cleanText` decodes the entities.
 */
export function withoutMarkup(given: string): string {
  const text = prepared(given.slice(0, longestMarkup));
  const open: OpenElement[] = [opened({ name: '', kind: 'open', attributes: '' })];
  let hasMarkup = false;
  for (const token of tokensOf(text)) {
    if (typeof token === 'string') addText(open, token);
    else {
      hasMarkup = true;
      readTag(open, token);
    }
  }
  while (open.length > 1) close(open);
  const whole = open[0]?.parts.join('') ?? '';
  return (hasMarkup ? withGaps(whole) : whole).trim();
}

const escapedTag = /&lt;(\/?(?:[a-z]{1,10}:)?[a-z][a-z-]{0,20}\d?(?:\s[^<>&]{0,200})?\/?)&gt;/gi;

/** The text without comments. Some publishers escape twice. */
const prepared = (text: string): string =>
  text
    .replace(/<!--[\s\S]{0,2000}?-->|<!\[CDATA\[|\]\]>|[\ue000\ue010-\ue01f]/g, '')
    .replace(/&amp;(?=(?:#?\w{1,8});)/g, '&')
    .replace(escapedTag, (whole, tag: string) => (typeof firstToken(`<${tag}>`) === 'string' ? whole : `<${tag}>`));

const firstToken = (text: string): Tag | string => tokensOf(text).next().value ?? '';

const opened = (tag: Tag): OpenElement => ({
  tag,
  parts: [],
  math: mathElements.has(tag.name) ? { tag, children: [], text: '' } : null,
  notations: {},
});

function addText(open: readonly OpenElement[], text: string): void {
  const current = open.at(-1);
  if (current?.math != null) current.math.text += text;
  else current?.parts.push(text);
}

function readTag(open: OpenElement[], tag: Tag): void {
  if (tag.kind === 'close') closeNamed(open, tag.name);
  else if (open.length < deepest) {
    open.push(opened(tag));
    if (tag.kind === 'empty') close(open);
  }
}

/** Closes the element of that name and all that is open within it. A tag that closes nothing is ignored. */
function closeNamed(open: OpenElement[], name: string): void {
  const at = open.findLastIndex(({ tag }) => tag.name === name);
  while (at > 0 && open.length > at) close(open);
}

function close(open: OpenElement[]): void {
  const element = open.pop();
  const parent = open.at(-1);
  if (element === undefined || parent === undefined) return;
  if (element.math !== null && parent.math !== null && element.tag.name !== 'math')
    parent.math.children.push(element.math);
  else if (element.math !== null) addFormula(parent, 'math', mathText(element.math));
  else parent.parts.push(shown(element, parent));
}

/** A formula goes into what surrounds it, which chooses between its notations when it ends. */
function addFormula(parent: OpenElement, notation: 'tex' | 'math', text: string): void {
  if (text === '') return;
  if (parent.notations[notation] === undefined && isFormula(parent.tag)) parent.notations[notation] = text;
  else parent.parts.push(formula(text));
}

const isFormula = ({ name }: Tag): boolean => /^(?:inline-formula|disp-formula|alternatives)$/.test(name);

const wordElements = /^(?:i|em|italic|styled-content|named-content|monospace|tt|code|ext-link|uri|email|a)$/;

/** An element as the text that its parent gets. */
function shown(element: OpenElement, parent: OpenElement): string {
  const { tag, parts } = element;
  const inside = parts.join('');
  if (tag.name === 'tex-math') {
    addFormula(parent, 'tex', texText(inside));
    return '';
  }
  if (isFormula(tag)) return formulaOf(element, parent);
  if (tag.name === 'sub' || tag.name === 'inf' || tag.name === 'sup')
    return script(tag.name === 'sup' ? '^' : '_', inside);
  if (tag.name === 'title') return `${blockMark}${asHeading(inside.replace(/\s+/g, ' '))}`;
  if (tag.name === 'subtitle') return `${subtitleMark}${inside}`;
  if (wordElements.test(tag.name)) return word(inside);
  if (/^(?:scp?|bold|b|strong)$/.test(tag.name)) return wordPart(inside);
  return blocks.has(tag.name) ? `${blockMark}${inside}${blockMark}` : inside;
}

function formulaOf({ tag, parts, notations }: OpenElement, parent: OpenElement): string {
  const isPlainTex = notations.tex !== undefined && !/[\\$]/.test(notations.tex);
  const best = isPlainTex ? notations.tex : (notations.math ?? notations.tex);
  if (best !== undefined && isFormula(parent.tag)) {
    addFormula(parent, 'math', best);
    return '';
  }
  const text = best === undefined ? parts.join('').trim() : formula(best);
  return tag.name === 'disp-formula' ? ` ${text} ` : text;
}

/** The formula of a TeX document that publishers wrap around it, as text, or as TeX where it is not plain. */
function texText(tex: string): string {
  const inner = /\\begin\{document\}([\s\S]*)\\end\{document\}/.exec(tex)?.[1] ?? tex;
  const bare = inner
    .trim()
    .replace(/^\$+|\$+$/g, '')
    .trim();
  if (bare === '') return '';
  return mathToUnicode(bare) ?? `$${bare}$`;
}
