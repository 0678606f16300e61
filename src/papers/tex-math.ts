import { mathMarks } from './tex-accents.ts';
import { readArgument, readCommand, readGroup, skipBlanks } from './tex-groups.ts';
import {
  asScript,
  binarySymbols,
  doubleStruck,
  namedCharacter,
  namedFunctions,
  ordinarySymbols,
  relationSymbols,
} from './tex-symbols.ts';

/** What has been written so far, and where reading goes on. */
interface Progress {
  readonly out: string;
  readonly at: number;
}

const deepestNesting = 8;
const letterStyles =
  /^(?:math(?:rm|bf|it|sf|tt|cal|scr|frak|bb|normal)|boldsymbol|bm|pmb|operatorname|(?:text|mbox)(?:rm|bf|it|sf|tt|sc|normal|up|md)?|emph)$/;
const styleSwitches = new Set(['rm', 'bf', 'it', 'sf', 'tt', 'cal', 'displaystyle', 'textstyle', 'limits', 'nolimits']);
const sizes = /^(?:left|right|middle|[bB]igg?[lrm]?)$/;
const spaces = new Set([',', ';', ':', ' ', '>', 'quad', 'qquad', 'enspace', 'thinspace']);
const escaped = new Set(['%', '#', '&', '_', '$', '{', '}']);
const unsafe = /[}&%#$]/;
const prose = /(?:^|\s)[a-zA-Z]{3,}\s+[a-zA-Z]{2,}/;

/**
 * The inside of a formula as Unicode, or null where any of it has no plain equivalent: a formula is converted whole or
 * left alone, for half of one reads as something else.
 */
export function mathToUnicode(tex: string): string | null {
  // Two dollar signs with words between them are prices, not a formula.
  if (prose.test(tex) && !tex.includes('\\')) return null;
  const converted = convert(tex, 0);
  return converted === null ? null : converted.replace(/([([{⟨⌈⌊]) | ([)\]}⟩⌉⌋])/g, '$1$2').trim();
}

function convert(tex: string, depth: number): string | null {
  if (depth > deepestNesting) return null;
  let progress: Progress | null = { out: '', at: 0 };
  while (progress !== null && progress.at < tex.length) progress = step(tex, progress, depth);
  return progress?.out ?? null;
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

function group(tex: string, { out, at }: Progress, depth: number): Progress | null {
  const inside = readGroup(tex, at);
  const converted = inside && convert(inside.text, depth + 1);
  return inside === null || converted === null ? null : { out: out + converted, at: inside.end };
}

function script(kind: '^' | '_', tex: string, { out, at }: Progress, depth: number): Progress | null {
  const argument = readArgument(tex, at + 1);
  const converted = argument && convert(argument.text, depth + 1);
  const set = converted && asScript(kind, converted.replace(/\s/g, ''));
  return argument === null || !set ? null : { out: out.trimEnd() + set, at: argument.end };
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
  const after = /^[a-zA-Z]/.test(name) ? skipBlanks(tex, at) : at;
  const relation = relationSymbols.get(name);
  if (relation !== undefined) return { out: out === '' ? relation : `${withBlank(out)}${relation} `, at: after };
  const binary = binarySymbols.get(name);
  if (binary !== undefined) return { out: `${out}${binary}${/[\p{L}\p{N})\]]\s$/u.test(out) ? ' ' : ''}`, at: after };
  if (name === 'deg' && /\d\s?$/.test(out)) return { out: `${out.trimEnd()}°`, at: after };
  if (namedFunctions.has(name)) return { out: `${beforeWord(out)}${name}${afterWord(tex, after)}`, at: after };
  const ordinary = ordinarySymbols.get(name) ?? (escaped.has(name) ? name : undefined);
  if (ordinary !== undefined) return { out: out + ordinary, at: after };
  return name === '|' ? { out: `${out}‖`, at } : null;
}

/** Commands that show nothing, or a blank. */
function spacing(name: string, tex: string, { out, at }: Progress): Progress | null {
  if (spaces.has(name)) return { out: withBlank(out), at };
  if (name === '!' || styleSwitches.has(name)) return { out, at: skipBlanks(tex, at) };
  if (!sizes.test(name)) return null;
  const delimiter = skipBlanks(tex, at);
  return { out, at: tex[delimiter] === '.' ? delimiter + 1 : delimiter };
}

/** Commands that do something to their arguments. */
function construction(name: string, tex: string, { out, at }: Progress, depth: number): Progress | null {
  const isFraction = /^[dt]?frac$/.test(name);
  if (name === 'unicode') return unicode(tex, { out, at });
  if (!isFraction && name !== 'sqrt' && !mathMarks.has(name) && !letterStyles.test(name)) return null;
  const argument = readArgument(tex, at);
  if (argument === null) return null;
  const inner = argumentText(name, argument.text, depth);
  if (inner === null) return null;
  if (isFraction) return fraction(inner, tex, { out, at: argument.end }, depth);
  const shown = name === 'sqrt' ? root(inner) : marked(name, inner);
  return shown === null ? null : { out: out + shown, at: argument.end };
}

function unicode(tex: string, { out, at }: Progress): Progress | null {
  const argument = readGroup(tex, at);
  const character = argument && namedCharacter(argument.text);
  return argument === null || character === null ? null : { out: out + character, at: argument.end };
}

/** Text inside a formula keeps its blanks. */
function argumentText(name: string, tex: string, depth: number): string | null {
  const isPlainText = /^(?:text|mbox|emph)/.test(name) && !/[\\{}$^_~]/.test(tex);
  return isPlainText ? tex : convert(tex, depth + 1);
}

const root = (inner: string): string => (/^[\p{L}\p{N}]+$/u.test(inner) ? `√${inner}` : `√(${inner})`);

function marked(name: string, inner: string): string | null {
  if (name === 'mathbb') return [...inner].map((letter) => doubleStruck.get(letter) ?? letter).join('');
  const mark = mathMarks.get(name);
  if (mark === undefined) return inner;
  return /^\p{L}$/u.test(inner) ? `${inner}${mark}`.normalize('NFC') : null;
}

/** Only where neither neighbour can be taken for a part of it: 3½ must not become 31/2. */
function fraction(numerator: string, tex: string, { out, at }: Progress, depth: number): Progress | null {
  const argument = readArgument(tex, at);
  const denominator = argument && convert(argument.text, depth + 1);
  if (argument === null || denominator === null) return null;
  const isSimple = [numerator, denominator].every((part) => /^(?:\d+|\p{L})$/u.test(part));
  const standsAlone = !/[\p{L}\p{N})]\s*$/u.test(out) && !/^\s*[\p{L}\p{N}(\\^_]/u.test(tex.slice(argument.end));
  return isSimple && standsAlone ? { out: `${out}${numerator}/${denominator}`, at: argument.end } : null;
}

const withBlank = (out: string): string => (out === '' || out.endsWith(' ') ? out : `${out} `);

const beforeWord = (out: string): string => (/[\p{L}\p{N})]$/u.test(out) ? `${out} ` : out);

const afterWord = (tex: string, at: number): string => (/^[\p{L}\p{N}\\]/u.test(tex.slice(at, at + 2)) ? ' ' : '');
