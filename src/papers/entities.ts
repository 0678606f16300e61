/** Reads a table of signs and their names: `× times, ÷ divide`. */
const table = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .trim()
      .split(/\s*,\s*|\s*\n\s*/)
      .map((row) => row.split(/\s+/))
      .flatMap(([sign = '', ...names]) => names.map((name): [string, string] => [name, sign])),
  );

/** The named characters of HTML that are not letters with accents. */
const signs = table(`
  & amp, < lt, > gt, " quot, ' apos, – ndash, — mdash, … hellip mldr, ‘ lsquo, ’ rsquo, “ ldquo, ” rdquo, ‚ sbquo, „ bdquo
  « laquo, » raquo, ‹ lsaquo, › rsaquo, § sect, ¶ para, † dagger, ‡ Dagger, • bull, · middot, ⋅ sdot, ¡ iexcl, ¿ iquest
  © copy, ® reg, ™ trade, ° deg, ª ordf, º ordm, ¹ sup1, ² sup2, ³ sup3, ¼ frac14, ½ frac12 half, ¾ frac34, ‰ permil
  € euro, £ pound, ¥ yen, ¢ cent, µ micro, × times, ÷ divide, ± plusmn pm, ∓ mnplus, − minus, ≥ ge, ≤ le, ≠ ne, ≈ asymp ap
  ≡ equiv, ≅ cong, ∼ sim, ≃ sime, ∝ prop, ∞ infin, √ radic, ∑ sum, ∏ prod, ∫ int, ∂ part, ∇ nabla, ∅ empty, ∈ isin
  ∉ notin, ∋ ni, ∩ cap, ∪ cup, ⊂ sub, ⊃ sup, ⊆ sube, ⊇ supe, ∧ and, ∨ or, ¬ not, ∀ forall, ∃ exist, ⊕ oplus, ⊗ otimes
  ⊥ perp, ∠ ang, ∴ there4, ← larr, → rarr, ↑ uarr, ↓ darr, ↔ harr, ⇐ lArr, ⇒ rArr, ⇔ hArr, ′ prime, ″ Prime, ℏ hbar
  Å angst, ⟨ lang, ⟩ rang, ◊ loz, ♀ female, ♂ male
  α alpha, β beta, γ gamma, δ delta, ε epsilon, ζ zeta, η eta, θ theta, ι iota, κ kappa, λ lambda, μ mu, ν nu, ξ xi
  ο omicron, π pi, ρ rho, ς sigmaf, σ sigma, τ tau, υ upsilon, φ phi, χ chi, ψ psi, ω omega, ϑ thetasym
  Α Alpha, Β Beta, Γ Gamma, Δ Delta, Ε Epsilon, Ζ Zeta, Η Eta, Θ Theta, Ι Iota, Κ Kappa, Λ Lambda, Μ Mu, Ν Nu, Ξ Xi
  Ο Omicron, Π Pi, Ρ Rho, Σ Sigma, Τ Tau, Υ Upsilon, Φ Phi, Χ Chi, Ψ Psi, Ω Omega
  ø oslash, Ø Oslash, æ aelig, Æ AElig, œ oelig, Œ OElig, ß szlig, ð eth, Ð ETH, þ thorn, Þ THORN, ł lstrok, Ł Lstrok
  đ dstrok, Đ Dstrok, ı inodot imath
`);

/** The names of accents, as they follow a letter in a name: `eacute`. */
const accents: ReadonlyMap<string, string> = new Map([
  ['grave', '\u0300'],
  ['acute', '\u0301'],
  ['circ', '\u0302'],
  ['tilde', '\u0303'],
  ['macr', '\u0304'],
  ['breve', '\u0306'],
  ['dot', '\u0307'],
  ['uml', '\u0308'],
  ['ring', '\u030a'],
  ['dblac', '\u030b'],
  ['caron', '\u030c'],
  ['cedil', '\u0327'],
  ['ogon', '\u0328'],
]);
const accentedLetter = new RegExp(`^([a-zA-Z])(${[...accents.keys()].join('|')})$`);
const spaces = new Set(['nbsp', 'ensp', 'emsp', 'thinsp']);

/** The character of a name in HTML: `eacute` is é, `ge` is ≥. Undefined for an unknown name. */
export function namedEntity(name: string): string | undefined {
  if (spaces.has(name)) return ' ';
  const [, letter, accent = ''] = accentedLetter.exec(name) ?? [];
  return letter === undefined ? signs.get(name) : `${letter}${accents.get(accent)}`.normalize('NFC');
}
