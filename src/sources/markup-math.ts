import { mathToUnicode } from '../papers/tex/math.ts';
import { namedFunctions, relationSymbols } from '../papers/tex/symbols.ts';
import { cleanText } from '../papers/text.ts';
import { attributeOf, type Tag } from './markup-tokens.ts';

/** An element of MathML. Its text is that of a leaf; spaces between elements are not in it. */
export interface MathElement {
  readonly tag: Tag;
  readonly children: MathElement[];
  text: string;
}

type ToTex = (element: MathElement, children: readonly string[]) => string;

const relations = new Set([...relationSymbols.values(), '=', '<', '>', '∣', ':=', '<=', '>=', '!=']);
/** Marks over a letter, as the commands of TeX for them. */
const marks: ReadonlyMap<string, string> = new Map([
  ...['¯', '‾', '̅', '_', '―', '-', 'ˉ'].map((sign) => [sign, 'bar'] as const),
  ...['^', 'ˆ', '̂'].map((sign) => [sign, 'hat'] as const),
  ...['~', '˜', '∼', '̃'].map((sign) => [sign, 'tilde'] as const),
  ...['→', '⃗', '⇀'].map((sign) => [sign, 'vec'] as const),
  ...['.', '˙', '̇', '·'].map((sign) => [sign, 'dot'] as const),
  ...['¨', '̈', '..'].map((sign) => [sign, 'ddot'] as const),
]);

const join = (children: readonly string[]): string => children.join('');
const script =
  (sign: '^' | '_', index: number): ToTex =>
  (element, children) =>
    `${baseOf(element, children)}${scriptOf(sign, children[index])}`;
const both: ToTex = (element, children) =>
  `${baseOf(element, children)}${scriptOf('_', children[1])}${scriptOf('^', children[2])}`;
const nothing: ToTex = () => '';

/** How each element is written in TeX. Any other is written as its children. */
const elements: ReadonlyMap<string, ToTex> = new Map<string, ToTex>([
  ['mi', letter],
  ['mo', operator],
  ['mn', ({ text }) => escaped(text).replace(/\s/g, '')],
  ['mtext', ({ text }) => `\\text{${escaped(text)}}`],
  ['ms', ({ text }) => `\\text{${escaped(text)}}`],
  ['mspace', () => ' '],
  ['msub', script('_', 1)],
  ['msup', script('^', 1)],
  ['msubsup', both],
  ['munder', script('_', 1)],
  ['mover', over],
  ['munderover', both],
  ['mfrac', (_, [above = '', below = '']) => `\\frac{${above}}{${below}}`],
  ['msqrt', (_, children) => `\\sqrt{${join(children)}}`],
  ['mroot', (_, [base = '', order = '']) => `\\sqrt[${order}]{${base}}`],
  ['mfenced', fenced],
  ['mmultiscripts', multiscripts],
  ['mtable', (_, rows) => rows.join('; ')],
  ['mtr', (_, cells) => cells.join(', ')],
  ['semantics', (_, [shown = '']) => shown],
  ['maction', (_, [shown = '']) => shown],
  ...['mphantom', 'annotation', 'annotation-xml', 'none', 'mprescripts'].map((name) => [name, nothing] as const),
]);

/** A formula as text, in the same way as one of TeX: `10⁻²`, `N = 88`, `(a+b)/c`. Its leaves, where it has no plain form. */
export function mathText(math: MathElement): string {
  const tex = toTex(math).replace(/\s+/g, ' ').trim();
  if (tex === '') return annotationText(math);
  return mathToUnicode(tex) ?? mathToUnicode(flat(math)) ?? flat(math);
}

const toTex = (element: MathElement): string => {
  const write = elements.get(element.tag.name);
  const children = element.children.map(toTex);
  return write === undefined ? joinRow(element, children) : write(element, children);
};

/** Words of a row are parted from the numbers and letters beside them: `5 MeV`, `x if y`. */
function joinRow({ children: row, text }: MathElement, children: readonly string[]): string {
  return children.reduce((whole, child, index) => {
    const [before, here] = [row[index - 1], row[index]];
    const isApart = isWord(here)
      ? /[\w}]$/.test(whole) && before?.tag.name !== 'mo'
      : isWord(before) && /^[\w\\]/.test(child);
    return `${whole}${isApart ? ' ' : ''}${child}`;
  }, escaped(text).trim());
}

const isWord = (element: MathElement | undefined): boolean =>
  element !== undefined &&
  /^(?:mtext|mi)$/.test(element.tag.name) &&
  (element.tag.name === 'mtext' ? /^\s*\p{L}{2,}/u : /^\s*(?:\p{L}{3,}|\p{Ll}\p{Lu})/u).test(element.text) &&
  !namedFunctions.has(element.text.trim());

function letter({ tag, text }: MathElement): string {
  const name = escaped(text).trim();
  if (namedFunctions.has(name)) return `\\${name} `;
  if (attributeOf(tag, 'mathvariant', '') === 'double-struck') return `\\mathbb{${name}}`;
  return /^\p{L}{2,}$/u.test(name) ? `\\text{${name}}` : name;
}

function operator({ text }: MathElement): string {
  const sign = cleanText(text).replace(/[⁎∗]/g, '*');
  if (relations.has(sign)) return ` ${escapeTex(sign)} `;
  return /^[,;]$/.test(sign) ? `${sign} ` : escapeTex(sign);
}

function over(element: MathElement, children: readonly string[]): string {
  const mark = marks.get(cleanText(element.children[1]?.text ?? ''));
  return mark === undefined ? script('^', 1)(element, children) : `\\${mark}{${children[0] ?? ''}}`;
}

function fenced({ tag }: MathElement, children: readonly string[]): string {
  const separators = [...attributeOf(tag, 'separators', ',').replace(/\s/g, '')];
  const inside = children.reduce((whole, child, index) => {
    const separator = separators[Math.min(index, separators.length) - 1] ?? '';
    return index === 0 ? child : `${whole}${escapeTex(separator)}${separator === ',' ? ' ' : ''}${child}`;
  }, '');
  return `${escapeTex(cleanText(attributeOf(tag, 'open', '(')))}${inside}${escapeTex(cleanText(attributeOf(tag, 'close', ')')))}`;
}

/** A base with pairs of a subscript and a superscript after it, and further pairs before it: ¹⁵³Tb. */
function multiscripts({ children: parts }: MathElement, children: readonly string[]): string {
  const middle = parts.findIndex(({ tag }) => tag.name === 'mprescripts');
  const after = children.slice(1, middle === -1 ? undefined : middle);
  const before = middle === -1 ? [] : children.slice(middle + 1);
  const base = children[0] ?? '';
  return `${before.length === 0 ? '' : '{}'}${pairs(before)}${base}${pairs(after)}`;
}

const pairs = (scripts: readonly string[]): string =>
  scripts.map((one, index) => scriptOf(index % 2 === 0 ? '_' : '^', one)).join('');

const scriptOf = (sign: '^' | '_', inside = ''): string => (inside.trim() === '' ? '' : `${sign}{${inside.trim()}}`);

/** What a script stands on. A group of several parts gets braces, so that the script is on all of them. */
function baseOf({ children: [first] }: MathElement, [base = '']: readonly string[]): string {
  if (base.trim() === '') return '{}';
  const isLeaf = first !== undefined && countLeaves(first) <= 1;
  return isLeaf || /^\([^()]*\)$/.test(base.trim()) ? base.trim() : `{${base.trim()}}`;
}

const countLeaves = ({ children, tag }: MathElement): number =>
  tag.name === 'mfrac' || children.length === 0 ? 1 : children.reduce((sum, child) => sum + countLeaves(child), 0);

/** The TeX in an annotation, which says the same again where the formula is not empty. */
function annotationText(element: MathElement): string {
  if (element.tag.name === 'annotation') return mathToUnicode(cleanText(element.text)) ?? element.text.trim();
  return element.children.map(annotationText).find((text) => text !== '') ?? '';
}

/** The leaves one after the other, for a formula that is not plain. */
const flat = ({ tag, text, children }: MathElement): string =>
  children.length === 0 && elements.get(tag.name) !== nothing
    ? cleanText(text)
    : children.map(flat).filter(Boolean).join(' ');

const escaped = (text: string): string =>
  escapeTex(`${/^\s/.test(text) ? ' ' : ''}${cleanText(text)}${/\s$/.test(text) ? ' ' : ''}`);

/** Signs that TeX reads as commands. Invisible signs of MathML are already gone. */
const escapeTex = (text: string): string =>
  text
    .replace(/\\/g, '\\backslash ')
    .replace(/[{}$%#&_]/g, '\\$&')
    .replace(/\^/g, '∧')
    .replace(/~/g, '\\sim ');
