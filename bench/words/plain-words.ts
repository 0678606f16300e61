/** The words of a text as the judge reads them, by its own rules and not those of the topic language. */
export interface PlainWords {
  /** Single words, and words joined at a hyphen: of `pre-training`, `pre`, `training` and `pretraining`. */
  readonly words: ReadonlySet<string>;
  /** Two words beside each other, written together: of `data set`, `dataset`. */
  readonly joined: ReadonlySet<string>;
}

const greekLetters = new Map(
  (
    'α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho ' +
    'σ sigma τ tau υ upsilon φ phi χ chi ψ psi ω omega'
  )
    .split(' ')
    .flatMap((letter, at, all) => (at % 2 === 0 ? [[letter, all[at + 1] ?? ''] as const] : [])),
);
const greek = /[α-ω]/g;
const word = /[\p{L}\p{N}]+/gu;
const marks = /\p{M}/gu;
const possessive = /['’]s\b/g;
const apostrophe = /['’]/g;
const hyphen = /^[-‐‑–]$/;

export function plainWords(text: string): PlainWords {
  const folded = text
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .replace(greek, (letter) => greekLetters.get(letter) ?? letter);
  const bare = folded.replace(possessive, '').replace(apostrophe, '');
  const words = new Set<string>();
  const joined = new Set<string>();
  let before: { readonly text: string; readonly end: number } | null = null;
  for (const { 0: found, index } of bare.matchAll(word)) {
    words.add(found);
    const gap = before === null ? '' : bare.slice(before.end, index);
    if (before !== null && hyphen.test(gap)) words.add(before.text + found);
    if (before !== null && gap === ' ') joined.add(before.text + found);
    before = { text: found, end: index + found.length };
  }
  return { words, joined };
}
