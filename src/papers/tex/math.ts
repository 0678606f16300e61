import { readLink } from './commands.ts';
import { choice, constructions, fraction } from './constructions.ts';
import { type Piece, readArgument, readCommand, readGroup, readOption, skipBlanks } from './groups.ts';
import { readQuantity } from './quantities.ts';
import { asScript, isParenthesized } from './scripts.ts';
import { binarySymbols, namedCharacter, namedFunctions, ordinarySymbols, relationSymbols } from './symbols.ts';

/** The output so far, and the place where reading goes on. */
interface Progress {
  readonly out: string;
  readonly at: number;
}

const deepestNesting = 8;
const styleSwitches = /^(?:rm|bf|it|sf|tt|sc|sl|em|cal|bm|boldmath|display(?:style|limits)|textstyle|(?:no)?limits)$/;
const sizes = /^(?:left|right|middle|[bB]igg?[lrm]?)$/;
const spaces = new Set([',', ';', ':', ' ', '>', '~', 'quad', 'qquad', 'enspace', 'thinspace', 'xspace', 'space']);
const nothing = new Set(['!', '/', 'protect', 'nonumber', 'notag', 'mathstrut', 'strut', 'null']);
/** Commands that show nothing, not even their argument. */
const withoutText = new Set(['hspace', 'vspace', 'mspace', 'label', 'phantom', 'vphantom', 'hphantom', 'color']);
/** Letters that are commands in mathematics. Any other, such as `\O_X`, is a macro of the author. */
const mathLetters: ReadonlyMap<string, string> = new Map([
  ['AA', 'Å'],
  ['i', 'ı'],
  ['j', 'ȷ'],
  ['S', '§'],
]);
const escaped = new Set(['%', '#', '&', '_', '$', '{', '}']);
const infix = /\\(over|choose)(?![a-zA-Z])/;
const uncertainties = /[_^]\{ ?([+-] ?[\d.]+) ?\} ?[_^]\{ ?([+-] ?[\d.]+) ?\}/y;
const unsafe = /[}&$]/;
const prose = /(?:^|\s)[a-zA-Z]{3,}\s+[a-zA-Z]{2,}/;

/**
 * The inside of a formula as Unicode. Null where any part has no plain equivalent: half a formula would mean something
 * else, so a formula is converted whole or not at all.
 */
export function mathToUnicode(tex: string): string | null {
  // Two dollar signs with words between them are prices, not a formula.
  if (prose.test(tex) && !tex.includes('\\')) return null;
  const converted = convert(tex, 0);
  return converted === null ? null : converted.replace(/([([{⟨⌈⌊]) | ([)\]}⟩⌉⌋])/g, '$1$2').trim();
}

/** A command of mathematics in running text, with its arguments: `\sqrt{s}`, `\bar\theta`, `\log`. */
export function readMathCommand(text: string, at: number): Piece | null {
  const command = readCommand(text, at);
  if (command === null) return null;
  if (namedFunctions.has(command.text)) {
    const gap = /[\p{L}\p{N})]/u.test(text[at - 1] ?? '') ? ' ' : '';
    return { text: `${gap}${command.text}${afterWord(text, command.end)}`, end: command.end };
  }
  // `R\widehat is`: the letter is missing, and the next word is not the argument.
  if (/^\s+\p{L}{2}/u.test(text.slice(command.end, command.end + 8))) return null;
  const read = construction(command.text, text, { out: '', at: command.end }, 0);
  return read && { text: read.out, end: read.at };
}

/** A script in running text: `H_{2}O`, `10^{-3}`. */
export function readScript(text: string, at: number): Piece | null {
  const before = (text[at - 1] ?? '').trim();
  const read = script(text[at] === '^' ? '^' : '_', text, { out: before, at }, 0);
  return read && { text: read.out.slice(before.length), end: read.at };
}

function convert(tex: string, depth: number): string | null {
  if (depth > deepestNesting) return null;
  const halves = splitAtInfix(tex);
  if (halves !== null) return convertInfix(halves, depth);
  let progress: Progress | null = { out: '', at: 0 };
  while (progress !== null && progress.at < tex.length) progress = step(tex, progress, depth);
  return progress?.out ?? null;
}

interface Halves {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** The halves around an infix command: `n \over 2`. An infix within an inner group belongs to that group. */
function splitAtInfix(tex: string): Halves | null {
  const found = infix.exec(tex);
  if (found === null) return null;
  const [whole, name = ''] = found;
  const [before, after] = [tex.slice(0, found.index), tex.slice(found.index + whole.length)];
  const isWithinGroup = before.lastIndexOf('{') > before.lastIndexOf('}');
  return isWithinGroup || infix.test(after) ? null : { name, before, after };
}

function convertInfix({ name, before, after }: Halves, depth: number): string | null {
  const parts = [before, after].map((half) => convert(half, depth + 1));
  if (!parts.every((part) => part !== null)) return null;
  return name === 'over' ? fraction(parts, { before: '', after: '', name }) : choice(parts);
}

function step(tex: string, { out, at }: Progress, depth: number): Progress | null {
  const character = String.fromCodePoint(tex.codePointAt(at) ?? 0);
  if (character === '\\') return command(tex, { out, at }, depth);
  if (character === '{') return group(tex, { out, at }, depth);
  if (character === '^' || character === '_') return script(character, tex, { out, at }, depth);
  if (character === "'") return { out: `${out}′`, at: at + 1 };
  if (character === '~' || /\s/.test(character)) return { out: withBlank(out), at: at + 1 };
  return unsafe.test(character) ? null : { out: out + character, at: at + character.length };
}

/** A group. A sum with a script is put into parentheses: `{a+b}^2` is not `a+b²`. */
function group(tex: string, { out, at }: Progress, depth: number): Progress | null {
  const inside = readGroup(tex, at);
  const converted = inside && convert(inside.text, depth + 1);
  if (inside === null || converted === null) return null;
  const isSum = /^[\^_]/.test(tex.slice(inside.end, inside.end + 1)) && /\S[\s+=-]+\S/.test(converted);
  const shown = isSum && !isParenthesized(converted) ? `(${converted.trim()})` : converted;
  return { out: out + shown, at: inside.end };
}

function script(kind: '^' | '_', tex: string, { out, at }: Progress, depth: number): Progress | null {
  const uncertainty = /\d\s*$/.test(out) ? readUncertainty(tex, at) : null;
  if (uncertainty !== null) return { out: `${withBlank(out)}${uncertainty.text}`, at: uncertainty.end };
  const argument = readArgument(tex, at + 1);
  const converted = argument && convert(argument.text, depth + 1);
  if (argument === null || converted === null) return null;
  // A blank after `_\kappa` ends the command, and is also a blank between words.
  const end = at + tex.slice(at, argument.end).trimEnd().length;
  // `{}_{}` and `x^{}` show nothing.
  if (converted.trim() === '') return { out, at: end };
  const set = asScript(kind, converted);
  return set === null ? null : { out: out.trimEnd() + set, at: end };
}

/** The uncertainty of a value: `7.59^{+0.21}_{-0.19}` is 7.59 (+0.21/-0.19). */
function readUncertainty(tex: string, at: number): Piece | null {
  uncertainties.lastIndex = at;
  const [whole, first, second] = uncertainties.exec(tex) ?? [];
  if (whole === undefined || first === undefined || second === undefined || first[0] === second[0]) return null;
  const [up, down] = first.startsWith('+') ? [first, second] : [second, first];
  return { text: `(${up.replaceAll(' ', '')}/${down.replaceAll(' ', '')})`, end: at + whole.length };
}

function command(tex: string, { out, at }: Progress, depth: number): Progress | null {
  const read = readCommand(tex, at);
  if (read === null) return null;
  const { text: name, end } = read;
  return (
    symbol(name, tex, { out, at: end }) ??
    spacing(name, tex, { out, at: end }) ??
    construction(name, tex, { out, at: end }, depth)
  );
}

function symbol(name: string, tex: string, { out, at }: Progress): Progress | null {
  const after = /^[a-zA-Z]/.test(name) && !isBeforeSign(tex, at) ? skipBlanks(tex, at) : at;
  const relation = relationSymbols.get(name);
  if (relation !== undefined) return { out: out === '' ? relation : `${withBlank(out)}${relation} `, at: after };
  const binary = binarySymbols.get(name);
  if (binary !== undefined) return { out: `${out}${binary}${/[\p{L}\p{N})\]]\s$/u.test(out) ? ' ' : ''}`, at: after };
  if (name === 'deg' && /\d\s?$/.test(out)) return { out: `${out.trimEnd()}°`, at: after };
  if (namedFunctions.has(name)) return { out: `${beforeWord(out)}${name}${afterWord(tex, after)}`, at: after };
  const ordinary = ordinarySymbols.get(name) ?? mathLetters.get(name) ?? (escaped.has(name) ? name : undefined);
  if (ordinary !== undefined) return { out: out + ordinary, at: after };
  return name === '|' ? { out: `${out}‖`, at } : null;
}

/** Whether a blank before a sign is meant as a blank: in `\xi = 3` it also ends the command. */
const isBeforeSign = (tex: string, at: number): boolean => /^ [=<>+/-] /.test(tex.slice(at, at + 3));

/** Commands that show nothing, or a blank. */
function spacing(name: string, tex: string, { out, at }: Progress): Progress | null {
  if (spaces.has(name)) return { out: withBlank(out), at };
  if (nothing.has(name) || styleSwitches.test(name)) return { out, at: skipBlanks(tex, at) };
  if (withoutText.has(name)) {
    const argument = readGroup(tex, readOption(tex, at)?.end ?? at);
    return argument && { out, at: argument.end };
  }
  if (!sizes.test(name)) return null;
  const delimiter = skipBlanks(tex, at);
  return { out, at: tex[delimiter] === '.' ? delimiter + 1 : delimiter };
}

/** Commands that combine their arguments. */
function construction(name: string, tex: string, { out, at }: Progress, depth: number): Progress | null {
  if (name === 'href') return link(tex, { out, at }, depth);
  if (name === 'unicode') return unicode(tex, { out, at });
  if (name === 'not') return negated(tex, { out, at }, depth);
  if (name === 'sqrt') return root(tex, { out, at }, depth);
  const quantity = readQuantity(tex, name, at, (inside) => convert(inside, depth + 1));
  if (quantity !== null) return { out: out + quantity.text, at: quantity.end };
  const known = constructions.get(name);
  if (known === undefined) return null;
  const parts: string[] = [];
  let end = tex[at] === '*' ? at + 1 : at;
  while (parts.length < known.count) {
    const argument = readArgument(tex, end);
    const part = argument && argumentText(argument.text, depth);
    if (argument === null || part === null) return null;
    parts.push(part);
    end = argument.end;
  }
  const shown = known.combine(parts, { before: out, after: tex.slice(end, end + 10), name });
  return shown === null ? null : { out: out + shown, at: end };
}

function link(tex: string, { out, at }: Progress, depth: number): Progress | null {
  const address = readGroup(tex, at);
  const read = address && readLink(tex, address, (label) => argumentText(label, depth) ?? label);
  return read && { out: out + read.text, at: read.end };
}

function unicode(tex: string, { out, at }: Progress): Progress | null {
  const argument = readGroup(tex, at);
  const character = argument && namedCharacter(argument.text);
  return argument === null || character === null ? null : { out: out + character, at: argument.end };
}

/** `\not\in`, `\not=`. */
function negated(tex: string, { out, at }: Progress, depth: number): Progress | null {
  const argument = readArgument(tex, at);
  const relation = argument && convert(argument.text, depth + 1)?.trim();
  if (argument === null || !relation || [...relation].length !== 1) return null;
  return { out: `${withBlank(out)}${`${relation}\u0338`.normalize('NFC')} `, at: skipBlanks(tex, argument.end) };
}

function root(tex: string, { out, at }: Progress, depth: number): Progress | null {
  const option = readOption(tex, at);
  const argument = readArgument(tex, option?.end ?? at);
  const inner = argument && convert(argument.text, depth + 1)?.trim();
  if (argument === null || !inner) return null;
  const order = option === null ? '' : asScript('^', convert(option.text, depth + 1) ?? '');
  if (order === null || /[\^(]/.test(order)) return null;
  const isOne = /^(?:\p{N}+|\p{L}\p{M}*[\p{Lm}\p{No}]*)$/u.test(inner) || isParenthesized(inner);
  return { out: `${out}${order}√${isOne ? inner : `(${inner})`}`, at: argument.end };
}

/** Text inside a formula keeps its blanks, and may hold formulas again. */
const argumentText = (tex: string, depth: number): string | null =>
  /^[^\\{}$^_~&']*$/.test(tex) ? tex.replace(/\s+/g, ' ') : convert(tex.replaceAll('$', ''), depth + 1);

const withBlank = (out: string): string => (out === '' || out.endsWith(' ') ? out : `${out} `);

const beforeWord = (out: string): string => (/[\p{L}\p{N})]$/u.test(out) ? `${out} ` : out);

const afterWord = (tex: string, at: number): string => (/^[\p{L}\p{N}\\{]/u.test(tex.slice(at, at + 2)) ? ' ' : '');
