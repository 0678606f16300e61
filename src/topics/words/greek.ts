const names =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega';
const letters = 'αβγδεζηθικλμνξοπρστυφχψω';

const nameOf: ReadonlyMap<string, string> = new Map(
  names.split(' ').map((name, index) => [letters.charAt(index), name]),
);

const anyLetter = /[α-ω]/;
// Three Greek letters in a row are a word of that language; one or two are symbols: `α`, `TNFα`, `ΔΣ`, `Δχ²`.
const symbols = /(?<![α-ω])[α-ω]{1,2}(?![α-ω])/g;

/** Writes Greek letters that are symbols by their names, in a folded word: `β-vae` is `beta-vae`, `λcdm` `lambdacdm`. */
export function spellGreek(word: string): string {
  if (!anyLetter.test(word)) return word;
  return word.replace(symbols, (run) => Array.from(run, (letter) => nameOf.get(letter) ?? letter).join(''));
}
