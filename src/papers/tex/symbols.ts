/** Reads a table of the form `alpha α, beta β`: names of commands and their characters. */
const table = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .trim()
      .split(/\s*,\s*|\s*\n\s*/)
      .filter((row) => row !== '')
      .map((row) => row.split(/\s+/) as [string, string]),
  );

/** Symbols that are used like a letter. */
export const ordinarySymbols = table(`
  alpha α, beta β, gamma γ, delta δ, epsilon ϵ, varepsilon ε, zeta ζ, eta η, theta θ, vartheta ϑ, iota ι, kappa κ
  lambda λ, mu μ, nu ν, xi ξ, omicron ο, pi π, varpi ϖ, rho ρ, varrho ϱ, sigma σ, varsigma ς, tau τ, upsilon υ
  phi φ, varphi ϕ, chi χ, psi ψ, omega ω, Gamma Γ, Delta Δ, Theta Θ, Lambda Λ, Xi Ξ, Pi Π, Sigma Σ, Upsilon Υ
  Phi Φ, Psi Ψ, Omega Ω, ell ℓ, hbar ℏ, infty ∞, partial ∂, nabla ∇, forall ∀, exists ∃, emptyset ∅, varnothing ∅
  aleph ℵ, Re ℜ, Im ℑ, wp ℘, imath ı, jmath ȷ, prime ′, dagger †, ddagger ‡, dag †, ddag ‡, top ⊤, bot ⊥, angle ∠
  circledR ®, triangle △, square □, Box □, Diamond ◇, diamond ⋄, star ⋆, bigstar ★, checkmark ✓, sharp ♯, flat ♭, natural ♮
  spadesuit ♠, clubsuit ♣, heartsuit ♥, diamondsuit ♦, ldots …, dots …, cdots ⋯, vdots ⋮, ddots ⋱, degree °
  langle ⟨, rangle ⟩, lceil ⌈, rceil ⌉, lfloor ⌊, rfloor ⌋, lVert ‖, rVert ‖, Vert ‖, lvert |, rvert |, vert |
  hslash ℏ, digamma ϝ, varkappa ϰ, varGamma Γ, varDelta Δ, varOmega Ω, eth ð, mho ℧, complement ∁, nexists ∄, beth ℶ
  blacksquare ■, blacktriangle ▲, lozenge ◊, surd √, measuredangle ∡, llbracket ⟦, rrbracket ⟧, cdotp ·, ldotp ., colon :
  dotsc …, dotsb ⋯, dotsm ⋯, hdots …, perthousand ‰, permil ‰, micro μ, celsius °C, slash /, lbrace {, rbrace }, lbrack [, rbrack ]
  iint ∬, iiint ∭, coprod ∐, bigvee ⋁, bigwedge ⋀, bigsqcup ⨆, bigodot ⨀, biguplus ⨄, because ∵, therefore ∴
  R ℝ, C ℂ, N ℕ, Z ℤ, Q ℚ, RR ℝ, CC ℂ, NN ℕ, ZZ ℤ, QQ ℚ, eps ε, cmark ✓, xmark ✗, Reals ℝ, reals ℝ, Real ℝ
  upmu μ, degr °, msun M_⊙, Msun M_⊙, rsun R_⊙, Rsun R_⊙, lsun L_⊙, Lsun L_⊙
  sum ∑, prod ∏, int ∫, oint ∮, bigcup ⋃, bigcap ⋂, bigoplus ⨁, bigotimes ⨂, neg ¬, lnot ¬, backslash \\
`);

/** Symbols between two operands that TeX sets wide: relations and arrows. */
export const relationSymbols = table(`
  leq ≤, le ≤, geq ≥, ge ≥, neq ≠, ne ≠, equiv ≡, approx ≈, sim ∼, simeq ≃, cong ≅, propto ∝, asymp ≍, doteq ≐
  ll ≪, gg ≫, leqslant ⩽, lesseq ≤, gtreq ≥, geqslant ⩾, lesssim ≲, gtrsim ≳, prec ≺, succ ≻, preceq ⪯, succeq ⪰, in ∈, notin ∉, ni ∋
  subset ⊂, supset ⊃, subseteq ⊆, supseteq ⊇, perp ⊥, parallel ∥, mid |, vdash ⊢, models ⊨, to →, gets ←
  rightarrow →, leftarrow ←, leftrightarrow ↔, Rightarrow ⇒, Leftarrow ⇐, Leftrightarrow ⇔, implies ⇒, iff ⇔
  longrightarrow ⟶, longleftarrow ⟵, mapsto ↦, hookrightarrow ↪, uparrow ↑, downarrow ↓, updownarrow ↕, nearrow ↗
  searrow ↘, rightleftharpoons ⇌, triangleq ≜, coloneqq ≔, lt <, gt >, rightharpoonup ⇀, leadsto ⇝
  lessapprox ⪅, gtrapprox ⪆, eqsim ≂, subsetneq ⊊, supsetneq ⊋, sqsubseteq ⊑, sqsupseteq ⊒, nmid ∤, nsubseteq ⊈
  trianglelefteq ⊴, rightsquigarrow ⇝, Longrightarrow ⟹, Longleftarrow ⟸, Longleftrightarrow ⟺, longleftrightarrow ⟷
  longmapsto ⟼, twoheadrightarrow ↠, rightrightarrows ⇉, Uparrow ⇑, Downarrow ⇓, nwarrow ↖, swarrow ↙, bowtie ⋈, dashv ⊣
  vDash ⊨, Vdash ⊩, nleq ≰, ngeq ≱, lneq ⪇, gneq ⪈, lneqq ≨, gneqq ≩, leqq ≦, geqq ≧, varpropto ∝, owns ∋, coloneq ≔, defeq ≝
  precsim ≾, succsim ≿, lll ⋘, ggg ⋙, lessgtr ≶, hookleftarrow ↩, rightleftarrows ⇄, leftrightarrows ⇆, nrightarrow ↛
  nparallel ∦, subseteqq ⫅, supseteqq ⫆, trianglerighteq ⊵, preccurlyeq ≼, succcurlyeq ≽
`);

/** Symbols between two operands that keep the spacing of the source. */
export const binarySymbols = table(`
  times ×, cdot ·, pm ±, mp ∓, div ÷, circ ∘, bullet •, ast ∗, oplus ⊕, ominus ⊖, otimes ⊗, odot ⊙, cap ∩, cup ∪
  wedge ∧, land ∧, vee ∨, lor ∨, setminus ∖, sqcup ⊔, sqcap ⊓, uplus ⊎, ltimes ⋉, rtimes ⋊, wr ≀
  boxtimes ⊠, boxplus ⊞, oslash ⊘, bigcirc ◯, amalg ⨿, triangleleft ◁, triangleright ▷, smallsetminus ∖, Cup ⋓, Cap ⋒
`);

/**
 * Functions and operators that are shown by their names. TeX lacks some of them, and authors define those under the same
 * name.
 */
export const namedFunctions: ReadonlySet<string> = new Set(
  (
    'log ln lg exp sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth max min sup inf lim limsup ' +
    'liminf arg det dim ker hom gcd Pr bmod mod argmax argmin sgn sign diag rank tr Tr Var Cov KL poly polylog supp ' +
    'conv vol Vol Hom Ext End Aut Gal Spec GL SL PGL PSL SO SU PSU Sp erf deg id Id Ric rk ord span grad curl ad Ad Lip'
  ).split(' '),
);

/** Symbols of running text. */
export const textSymbols: ReadonlyMap<string, string> = new Map([
  ...ordinarySymbols,
  ...relationSymbols,
  ...binarySymbols,
  ...table(`
    textendash –, textemdash —, textquoteleft ‘, textquoteright ’, textquotedblleft “, textquotedblright ”
    textquotesingle ', textquotedbl ", textregistered ®, texttrademark ™, textcopyright ©, copyright ©, textdegree °
    deg °, S §, P ¶, pounds £, euro €, texteuro €, textasciitilde ~, textasciicircum ^, textbackslash \\
    textunderscore _, textgreater >, textless <, textbar |, textmu μ, textmugreek μ, textpm ±, texttimes ×
    textellipsis …, textbullet •, textperiodcentered ·, guillemotleft «, guillemotright », guillemetleft «
    guillemetright », og «, fg », TeX TeX, LaTeX LaTeX, BibTeX BibTeX, textonehalf ½, textonequarter ¼, textthreequarters ¾
    textperthousand ‰, textpertenthousand ‱, textsection §, textordfeminine ª, textordmasculine º, textexclamdown ¡
    textquestiondown ¿, textalpha α, textbeta β, textgamma γ, textohm Ω, textcelsius °C, textleftarrow ←, textrightarrow →
    textprime ′, textnumero №, textonesuperior ¹, texttwosuperior ², textthreesuperior ³, textminus −, textdiv ÷
  `),
]);

/** The character of a number in MathJax's `\unicode{x2013}`, or null where the number is not a character. */
export function namedCharacter(number: string): string | null {
  const [, hexadecimal, decimal] = /^(?:x([0-9a-fA-F]{2,6})|(\d{2,7}))$/.exec(number) ?? [];
  const codePoint = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return codePoint >= 0x20 && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : null;
}

/** Number sets, `\mathbb{R}`; other letters stay as they are. */
export const doubleStruck: ReadonlyMap<string, string> = new Map(
  [...'ℂℍℕℙℚℝℤ'].map((letter) => [letter.normalize('NFKC'), letter]),
);
