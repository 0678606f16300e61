import type { Piece } from './groups.ts';

const dashes = /-{2,}/y;

/** `--` before a word and after a blank is an option of a program, not a dash. */
export function readDashes(text: string, at: number): Piece | null {
  dashes.lastIndex = at;
  const run = dashes.exec(text)?.[0];
  if (run === undefined) return null;
  const end = at + run.length;
  const [before, after] = [text[at - 1] ?? ' ', text[end] ?? ' '];
  const isOption = run.length === 2 && /[\s([`'"“‘]/.test(before) && /[a-zA-Z]/.test(after);
  if (run.length > 3 || isOption || before === '!' || after === '>') return { text: run, end };
  return { text: run.length === 2 ? '–' : '—', end };
}

/** The end of a number with its unit, before the tilde of a range: `5`, `(2.5%`, `k=10`, `4x4`, `$5`, `10^3`, `5′`. */
const numberBefore =
  /(?:^|[\s([{;:=~–-]|, )[<>≤≥+±$€£]?\d(?:[\w.,×µμ°^{}\p{No}⁻-]*[\wµμ°′″'}\p{No}])?(?:\\?%|\$\\%\$)?\$?$/u;
const numberAfter = /^[+±$€£-]?\\?[$.]?\d/;
/** Signs after which a tilde cannot be a tie. */
const opening = /[\s/~([<>=≤≥±+"“‘|]/;
/** A relation between two ties: `T~=~5`. */
const tiedRelation = /~(?:[<>=≤≥±+]|\\(?:leq?|geq?|pm))$/;

/** A tie between two words is a blank. `(~10` means about ten, `5%~20%` is a range, and `/~name` is an address. */
export function readTie(text: string, at: number): Piece | null {
  const [before, after] = [text[at - 1] ?? ' ', text[at + 1] ?? ' '];
  const isRange =
    numberAfter.test(text.slice(at + 1, at + 5)) && numberBefore.test(text.slice(Math.max(0, at - 16), at));
  // `x~N(0,1)`: x is distributed like that.
  const isDistributed =
    /(?:^|[^\p{L}\p{N}])\p{L}$/u.test(text.slice(Math.max(0, at - 2), at)) &&
    /^\p{L}+\(/u.test(text.slice(at + 1, at + 12));
  if (isDistributed) return null;
  const isTie = !opening.test(before) || tiedRelation.test(text.slice(Math.max(0, at - 6), at));
  return !isTie || /[\s~]/.test(after) || isRange ? null : { text: ' ', end: at + 1 };
}
