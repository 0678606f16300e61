import { showChemistry } from './chemistry.ts';
import { type Piece, readGroup, readOption, skipBlanks } from './groups.ts';
import { asScript } from './scripts.ts';
import { type ConvertFormula, showAngle, showList, showNumber, showQuantity, showRange, showUnit } from './units.ts';

/** The arguments of a command. Options that only set how it looks, `[per-mode=symbol]`, are left out. */
interface Arguments {
  readonly option: string | null;
  readonly groups: readonly string[];
}

interface Quantity {
  /** How many arguments it needs. */
  readonly count: number;
  readonly show: (given: Arguments, convert: ConvertFormula) => string | null;
}

const named = (names: string, count: number, show: Quantity['show']): [string, Quantity][] =>
  names.split(' ').map((name) => [name, { count, show }]);

/** The commands of siunitx, units and mhchem. */
const quantities: ReadonlyMap<string, Quantity> = new Map([
  ...named('SI qty', 2, ({ groups: [number = '', unit = ''] }, convert) =>
    showQuantity(showNumber(number, convert), showUnit(unit, convert)),
  ),
  ...named('SIrange qtyrange', 3, ({ groups: [from = '', to = '', unit = ''] }, convert) =>
    showQuantity(showRange(showNumber(from, convert), showNumber(to, convert)), showUnit(unit, convert)),
  ),
  ...named('SIlist qtylist', 2, ({ groups: [list = '', unit = ''] }, convert) =>
    showQuantity(showList(list, convert), showUnit(unit, convert)),
  ),
  ...named('num', 1, ({ groups: [number = ''] }, convert) => showNumber(number, convert)),
  ...named('numrange', 2, ({ groups: [from = '', to = ''] }, convert) =>
    showRange(showNumber(from, convert), showNumber(to, convert)),
  ),
  ...named('numlist', 1, ({ groups: [list = ''] }, convert) => showList(list, convert)),
  ...named('ang', 1, ({ groups: [angle = ''] }) => showAngle(angle)),
  ...named('si', 1, ({ groups: [unit = ''] }, convert) => showUnit(unit, convert)),
  ...named('unit', 1, showUnitOrQuantity),
  ...named('unitfrac', 2, ({ option, groups: [above = '', below = ''] }, convert) =>
    showQuantity(showNumber(option ?? '', convert), showUnit(`${above}/${below}`, convert)),
  ),
  ...named('ce cee chem cf ch', 1, ({ groups: [formula = ''] }, convert) => showChemistry(formula, convert)),
  ...named('isotope nuclide', 1, ({ option, groups: [element = ''] }) =>
    option === null ? element : `${asScript('^', option) ?? ''}${element}`,
  ),
]);

/**
 * The quantity, unit or chemical formula of this command, as text: `\SI{5}{\mega\hertz}` is 5 MHz, and `\ce{H2O}` is H₂O.
 * Null for another command, without its arguments, and with an unknown unit.
 * @param end the place after the command's name
 */
export function readQuantity(text: string, name: string, end: number, convert: ConvertFormula): Piece | null {
  const known = quantities.get(name);
  if (known === undefined) return null;
  const groups: string[] = [];
  let option: string | null = null;
  let at = text[end] === '*' ? end + 1 : end;
  // `\unit` has one argument in siunitx and two in SIunits.
  const most = name === 'unit' ? 2 : known.count;
  while (groups.length < most) {
    const given = readOption(text, skipBlanks(text, at));
    if (given !== null && !given.text.includes('=')) option = given.text;
    const group = readGroup(text, skipBlanks(text, given?.end ?? at));
    if (group === null || (groups.length >= known.count && text[at] !== '{')) break;
    groups.push(group.text);
    at = group.end;
  }
  const shown = groups.length < known.count ? null : known.show({ option, groups }, convert);
  return shown === null ? null : { text: shown, end: at };
}

/** `\unit{m}` of siunitx, `\unit[5]{m}` of units, and `\unit{5}{m}` of SIunits. */
function showUnitOrQuantity(
  { option, groups: [first = '', second] }: Arguments,
  convert: ConvertFormula,
): string | null {
  if (second !== undefined) return showQuantity(showNumber(first, convert), showUnit(second, convert));
  const unit = showUnit(first, convert);
  return option === null ? unit : showQuantity(showNumber(option, convert), unit);
}
