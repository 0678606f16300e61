import { asScript, isParenthesized } from './scripts.ts';

/** Converts the inside of a formula, or null where it has no plain equivalent. */
export type ConvertFormula = (tex: string) => string | null;

/** Reads a table of names and symbols: `meter m, second s`. */
const table = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .trim()
      .split(/\s*,\s*|\s*\n\s*/)
      .map((row) => row.split(/\s+/) as [string, string]),
  );

const prefixes = table(`
  quecto q, ronto r, yocto y, zepto z, atto a, femto f, pico p, nano n, micro μ, milli m, centi c, deci d, deca da, deka da, mu μ
  hecto h, kilo k, mega M, giga G, tera T, peta P, exa E, zetta Z, yotta Y, ronna R, quetta Q, kibi Ki, mebi Mi, gibi Gi
  tebi Ti, pebi Pi
`);

const units = table(`
  meter m, metre m, second s, gram g, gramme g, kilogram kg, ampere A, kelvin K, mole mol, candela cd, hertz Hz, newton N
  pascal Pa, joule J, watt W, coulomb C, volt V, farad F, ohm Ω, siemens S, weber Wb, tesla T, henry H, lumen lm, lux lx
  becquerel Bq, gray Gy, sievert Sv, katal kat, radian rad, steradian sr, minute min, hour h, day d, year yr, liter L
  litre L, tonne t, hectare ha, electronvolt eV, dalton Da, astronomicalunit au, parsec pc, lightyear ly, angstrom Å
  barn b, bar bar, bel B, decibel dB, neper Np, bit bit, byte B, percent %, degree °, degreeCelsius °C, celsius °C
  arcminute ′, arcsecond ″, arcmin ′, arcsec ″, gauss G, erg erg, dyne dyn, clight c, elementarycharge e, mmHg mmHg
  times ×, texttimes ×, circ °, AA Å, Omega Ω
`);

/** Commands that are a prefix and a symbol in one: `\km`, `\GHz`, `\us`. */
const shortUnit =
  /^(da|[yzafpnumcdhkMGTPEZY])?(m|s|g|Hz|eV|V|A|Wh|W|J|Pa|N|K|L|l|mol|M|bar|F|H|C|T|Gy|G|Sv|B|dB|h|pc|b)$/;

const powers: ReadonlyMap<string, string> = new Map([
  ['square', '2'],
  ['cubic', '3'],
  ['squared', '2'],
  ['cubed', '3'],
]);

/** The units read so far, and what the commands before the next unit say about it. */
interface Reading {
  readonly parts: { symbol: string; power: string }[];
  prefix: string;
  power: string;
  isPer: boolean;
}

const piece = /\\([a-zA-Z]+)(?:\{([^{}]*)\})?|([^\\\s~]+)|[\s~]+/g;

/**
 * A unit as siunitx writes it: `\kilo\gram\per\cubic\metre` is kg m⁻³. A literal unit, `km/h`, stays. Null for a command
 * that is not a unit.
 */
export function showUnit(tex: string, convert: ConvertFormula): string | null {
  const reading: Reading = { parts: [], prefix: '', power: '', isPer: false };
  for (const [, command, argument = '', literal] of tex.replaceAll('$', ' ').matchAll(piece)) {
    if (command !== undefined && !readCommand(reading, command, argument, convert)) return null;
    if (literal !== undefined && !readLiteral(reading, literal, convert)) return null;
  }
  return reading.parts
    .map(({ symbol, power }) => symbol + raised(power))
    .join(' ')
    .replaceAll('/ ', '/');
}

/** A unit as it is shown, `km/h`, or a power after a command, `\metre^2`. */
function readLiteral(reading: Reading, literal: string, convert: ConvertFormula): boolean {
  const shown = convert(literal.replace(/(?<=[a-zA-Z}])\.(?=[a-zA-Z\\])/g, ' '));
  const last = reading.parts.at(-1);
  if (shown !== null && last !== undefined && /^[\^/]/.test(literal)) last.symbol += shown;
  else if (shown !== null) addUnit(reading, shown);
  return shown !== null;
}

function readCommand(reading: Reading, name: string, argument: string, convert: ConvertFormula): boolean {
  const prefix = prefixes.get(name);
  const last = reading.parts.at(-1);
  if (prefix !== undefined) reading.prefix = prefix;
  else if (name === 'per') reading.isPer = true;
  else if (name === 'square' || name === 'cubic') reading.power = powers.get(name) ?? '';
  else if (name === 'raiseto') reading.power = argument;
  else if (/^(?:text|textrm|mathrm|rm)$/.test(name)) addUnit(reading, argument);
  else if (last !== undefined && (powers.has(name) || name === 'tothe')) {
    last.power = `${last.power === '-1' ? '-' : ''}${powers.get(name) ?? argument}`;
  } else return readUnitName(reading, name, convert);
  return true;
}

function readUnitName(reading: Reading, name: string, convert: ConvertFormula): boolean {
  const [, short = '', symbol] = shortUnit.exec(name) ?? [];
  const known =
    units.get(name) ?? (symbol === undefined ? null : `${short.replace('u', 'μ')}${symbol}`) ?? convert(`\\${name}`);
  if (known === null) return false;
  addUnit(reading, known);
  return true;
}

function addUnit(reading: Reading, symbol: string): void {
  const power = reading.isPer ? `-${reading.power || '1'}` : reading.power;
  reading.parts.push({ symbol: reading.prefix + symbol, power });
  Object.assign(reading, { prefix: '', power: '', isPer: false });
}

const raised = (power: string): string => (power === '' ? '' : (asScript('^', power) ?? ''));

/** A number as siunitx writes it: `1e-3` is 1×10⁻³, and `1+-2` is 1 ± 2. */
export function showNumber(tex: string, convert: ConvertFormula): string | null {
  const number = tex.trim();
  if (/[\\^_{}$]/.test(number)) return convert(number.replaceAll('$', ''));
  return number
    .replace(/\s*\+-\s*/g, ' ± ')
    .replace(/([\d.)]?)\s*[eEdD]([+-]?\d+)$/, (_, digit: string, power: string) => {
      return `${digit}${digit === '' ? '' : '×'}10${raised(power.replace('+', ''))}`;
    })
    .replace(/(?<=\d)\s*x\s*(?=\d)/g, ' × ');
}

/** A number with its unit. Signs such as % and ° follow the number without a blank. */
export function showQuantity(number: string | null, unit: string | null): string | null {
  if (number === null || unit === null) return null;
  const gap = number === '' || unit === '' || /^(?:[%×′″]|°(?!C))/.test(unit) ? '' : ' ';
  return `${number}${gap}${unit}`;
}

/** A range: `1–5`, but `-1 to 5`, where a dash could be misread. */
export function showRange(from: string | null, to: string | null): string | null {
  if (from === null || to === null) return null;
  return `${from}${/[-–]/.test(from + to) || isParenthesized(from) ? ' to ' : '–'}${to}`;
}

/** Numbers that semicolons separate, with commas between them. */
export function showList(tex: string, convert: ConvertFormula): string | null {
  const shown = tex.split(';').map((number) => showNumber(number, convert));
  return shown.includes(null) ? null : shown.join(', ');
}

/** An angle in degrees, minutes and seconds: `45;30` is 45°30′. */
export function showAngle(tex: string): string | null {
  const parts = tex.split(';').map((part) => part.trim());
  if (parts.length > 3 || parts.some((part) => !/^[+-]?[\d.,]*$/.test(part))) return null;
  return parts.map((part, index) => (part === '' ? '' : `${part}${'°′″'[index] ?? ''}`)).join('');
}
