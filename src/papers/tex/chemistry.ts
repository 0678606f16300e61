import { asScript } from './scripts.ts';
import type { ConvertFormula } from './units.ts';

const arrows: ReadonlyMap<string, string> = new Map([
  ['->', '→'],
  ['<-', '←'],
  ['<->', '↔'],
  ['<-->', '⇄'],
  ['<=>', '⇌'],
  ['<=>>', '⇌'],
  ['<<=>', '⇌'],
]);

/** The parts of a formula that are not shown as they are typed; the groups say which part it is. */
const parts = new RegExp(
  [
    String.raw`\$(?<formula>[^$]*)\$|(?<command>\\[a-zA-Z]+)\s*`,
    String.raw`\s*(?<arrow><<=>|<=>>?|<-->|<->|->|<-)\s*`,
    String.raw`\^\{(?<above>[^{}]*)\}|\^(?<shortAbove>\d*[+-]|\d+|[a-z*])`,
    String.raw`_\{(?<below>[^{}]*)\}|_(?<shortBelow>\d+|[a-zA-Z])`,
    String.raw`(?<=[a-zA-Z)\]])(?<count>\d+(?:\.\d+(?!\d*H2O))?)`,
    String.raw`(?<=[a-zA-Z\d)\]])(?<charge>[+-])(?=$|[\s)\]])`,
    String.raw`(?<=[a-zA-Z\d)\]]) ?(?<water>[.*]) ?(?=\d*[A-Z])`,
  ].join('|'),
  'g',
);

/** A chemical formula of mhchem: `SO4^2-` is SO₄²⁻, and `2H2 + O2 -> 2H2O` is 2H₂ + O₂ → 2H₂O. Null where it is not plain. */
export function showChemistry(tex: string, convert: ConvertFormula): string | null {
  let isPlain = true;
  const shown = tex.trim().replace(parts, (...match) => {
    const part = showPart(match.at(-1) as Record<string, string | undefined>, convert);
    isPlain &&= part !== null;
    return part ?? '';
  });
  return isPlain && !/[\\^_$]\{|\\/.test(shown) ? shown.replace(/[{}]/g, '').trim() : null;
}

function showPart(part: Record<string, string | undefined>, convert: ConvertFormula): string | null {
  const { formula, command, arrow, water } = part;
  const above = part['above'] ?? part['shortAbove'] ?? part['charge'];
  const below = part['below'] ?? part['shortBelow'] ?? part['count'];
  if (formula !== undefined || command !== undefined) return convert(formula ?? command ?? '');
  if (arrow !== undefined) return ` ${arrows.get(arrow) ?? arrow} `;
  if (above !== undefined) return asScript('^', above) ?? '';
  if (below !== undefined) return asScript('_', below) ?? '';
  return water === undefined ? '' : '·';
}
