const names =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega';
const letters = 'αβγδεζηθικλμνξοπρστυφχψω';

const nameOf: ReadonlyMap<string, string> = new Map(
  names.split(' ').map((name, index) => [letters.charAt(index), name]),
);

const anyLetter = /[α-ωΑ-Ω]/;
// Three Greek letters in a row are a word of that language; one or two are symbols: `α`, `TNFα`, `ΔΣ`, `Δχ²`.
const symbols = /(?<![α-ωΑ-Ω])[α-ωΑ-Ω]{1,2}(?![α-ωΑ-Ω])/g;

/**
 * Writes Greek letters that are symbols by their names, in a folded word: `β-vae` is `beta-vae`, `λcdm` `lambdacdm`. The
 * name of a capital letter has a capital: `ΛCDM` is `LambdaCDM`.
 */
export function spellGreek(word: string): string {
  if (!anyLetter.test(word)) return word;
  return word.replace(symbols, (run) => Array.from(run, nameInCase).join(''));
}

function nameInCase(letter: string): string {
  const small = letter.toLowerCase();
  const name = nameOf.get(small) ?? small;
  return small === letter ? name : name.charAt(0).toUpperCase() + name.slice(1);
}
