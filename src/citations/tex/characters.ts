/** Combining marks, by the TeX command that sets them over or under a letter. */
export const accents: ReadonlyMap<string, string> = new Map([
  ['\u0300', '`'],
  ['\u0301', "'"],
  ['\u0302', '^'],
  ['\u0303', '~'],
  ['\u0304', '='],
  ['\u0306', 'u'],
  ['\u0307', '.'],
  ['\u0308', '"'],
  ['\u030a', 'r'],
  ['\u030b', 'H'],
  ['\u030c', 'v'],
  ['\u0323', 'd'],
  ['\u0327', 'c'],
  ['\u0328', 'k'],
  ['\u0331', 'b'],
]);

/** Signs with a meaning in TeX or in BibTeX, and letters that are not a letter with a mark. */
export const signs: ReadonlyMap<string, string> = new Map([
  ['\\', '{\\textbackslash}'],
  // BibTeX counts escaped braces as well, and one alone would end the field or the file.
  ['{', '{\\textbraceleft}'],
  ['}', '{\\textbraceright}'],
  ['%', '\\%'],
  ['&', '\\&'],
  ['$', '\\$'],
  ['#', '\\#'],
  ['_', '\\_'],
  ['~', '{\\textasciitilde}'],
  ['^', '{\\textasciicircum}'],
  // In the usual fonts of TeX these three are other signs.
  ['<', '{\\textless}'],
  ['>', '{\\textgreater}'],
  ['|', '{\\textbar}'],
  ['"', '{\\textquotedbl}'],
  ['ß', '{\\ss}'],
  ['æ', '{\\ae}'],
  ['Æ', '{\\AE}'],
  ['œ', '{\\oe}'],
  ['Œ', '{\\OE}'],
  ['ø', '{\\o}'],
  ['Ø', '{\\O}'],
  ['ł', '{\\l}'],
  ['Ł', '{\\L}'],
  ['đ', '{\\dj}'],
  ['Đ', '{\\DJ}'],
  ['ð', '{\\dh}'],
  ['Ð', '{\\DH}'],
  ['þ', '{\\th}'],
  ['Þ', '{\\TH}'],
  ['ı', '{\\i}'],
]);

/** Signs that TeX sets only as mathematics. Braces keep a style from writing Δ small. */
const math = `
  α alpha β beta γ gamma δ delta ε varepsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu µ mu ν nu ξ xi π pi
  ρ rho σ sigma τ tau υ upsilon φ varphi χ chi ψ psi ω omega ϵ epsilon ϕ phi ϑ vartheta Γ Gamma Δ Delta Θ Theta
  Λ Lambda Ξ Xi Π Pi Σ Sigma Φ Phi Ψ Psi Ω Omega ≤ leq ≥ geq ≠ neq ≈ approx ∼ sim ≃ simeq ≡ equiv ∝ propto ∞ infty
  → rightarrow ← leftarrow ↔ leftrightarrow ⇒ Rightarrow × times ± pm ∓ mp · cdot ⊗ otimes ⊕ oplus ∈ in ∉ notin
  ⊂ subset ⊆ subseteq ∪ cup ∩ cap ∀ forall ∃ exists ∂ partial ∇ nabla √ surd ∑ sum ∏ prod ∫ int ∘ circ ≪ ll ≫ gg
  ℓ ell ⊥ perp ∥ parallel ★ star ⋆ star † dagger ‡ ddagger
`;

export const mathSigns: ReadonlyMap<string, string> = new Map(
  [...math.matchAll(/(\S) (\w+)/gu)].map(([, sign = '', command]) => [sign, `{$\\${command}$}`]),
);

const raised = '⁰0¹1²2³3⁴4⁵5⁶6⁷7⁸8⁹9⁺+⁻−ⁿn';
const lowered = '₀0₁1₂2₃3₄4₅5₆6₇7₈8₉9₊+₋−';
const pairsOf = (pairs: string, command: string) =>
  [...pairs.matchAll(/(.)(.)/gu)].map(([, sign = '', digit]) => [sign, `{\\${command}{${digit}}}`] as const);

export const scripts: ReadonlyMap<string, string> = new Map([
  ...pairsOf(raised, 'textsuperscript'),
  ...pairsOf(lowered, 'textsubscript'),
]);
