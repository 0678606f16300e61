import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { texToUnicode } from '../../../src/papers/tex/tex.ts';
import { cleanTexText } from '../../../src/papers/text.ts';

const becomes = (cases: readonly (readonly [string, string])[]) =>
  it.each(cases)('%s → %s', (tex, text) => {
    expect(texToUnicode(tex)).toBe(text);
  });
const stays = (texts: readonly string[]) =>
  it.each(texts)('%s stays', (tex) => {
    expect(texToUnicode(tex)).toBe(tex);
  });

describe('accents', () => {
  becomes([
    [String.raw`Pi\v{z}urica`, 'Pižurica'],
    [String.raw`Rastislav \v{S}r\'amek`, 'Rastislav Šrámek'],
    [String.raw`\v Sr\'{a}mek, {\v S}r{\'a}mek, {\v{S}}r{\'{a}}mek`, 'Šrámek, Šrámek, Šrámek'],
    [String.raw`Schr\"odinger, Schr\"{o}dinger, Schr{\"o}dinger`, 'Schrödinger, Schrödinger, Schrödinger'],
    [String.raw`na\"{\i}ve, na\"\i ve, Mar\'{\i}a, Mar\'\i{}a`, 'naïve, naïve, María, María'],
    [String.raw`Fran\c{c}ois, Fran\c cois`, 'François, François'],
    [String.raw`Ho\`ang Nguy\~{\^e}n Th\'{\^e}`, 'Hoàng Nguyễn Thế'],
    [String.raw`Ferenc Sz\"oll\H{o}si`, 'Ferenc Szöllősi'],
    [String.raw`\.Ilker, Ta\c{s}k{\i}n, \.i, K\"ur\c{s}at`, 'İlker, Taşkın, i, Kürşat'],
    [String.raw`\k{a} \u{g} \r{a} \.z \d{s} \b{b} \=a \^o \~n`, 'ą ğ å ż ṣ ḇ ā ô ñ'],
    [
      String.raw`Mikkel {\O}bro, Stra{\ss}e, Stra\ss e, {\L}ukasiewicz, \AA ngstr\"om`,
      'Mikkel Øbro, Straße, Straße, Łukasiewicz, Ångström',
    ],
    [String.raw`{\ae}on \oe uvre \aa{} b`, 'æon œuvre å b'],
  ]);

  stays([
    String.raw`the reply is {"a": 1} or {\"key\": \"answer\"}`,
    String.raw`C:\new\table`,
    String.raw`\'`,
    String.raw`Universita\' di Pisa`,
    String.raw`\"k \v{5} \'{} \H`,
  ]);
});

describe('running text', () => {
  becomes([
    [String.raw`50\% of R\&D for \$5 in \#1 and a\_b`, '50% of R&D for $5 in #1 and a_b'],
    ["``Just-in-time'' and `quoted' words", '“Just-in-time” and ‘quoted’ words'],
    ['``mixed" quotes', '“mixed” quotes'],
    ['pp. 1--12 --- and so on -- indeed', 'pp. 1–12 — and so on – indeed'],
    ['at least~$k$ from Fig.~3', 'at least k from Fig. 3'],
    [String.raw`\emph{very \textbf{bold}} {\it idea} {\em too} \texttt{x} \underline{y}`, 'very bold idea too x y'],
    [
      String.raw`\href{https://example.org/a_b}{the page} \textcolor{red}{warm}`,
      'the page (https://example.org/a_b) warm',
    ],
    [String.raw`10\textsuperscript{-3} CO\textsubscript{2} a\unicode{x2013}b`, '10⁻³ CO₂ a–b'],
    [String.raw`Trial Wavefunctions for \nu = 1/2, \ldots 90\deg`, 'Trial Wavefunctions for ν = 1/2, … 90°'],
    [String.raw`J/\psi \to \gamma \phi`, 'J/ψ → γ φ'],
    [
      String.raw`x^\mu (with \mu = 0), 43 \AA in all, 0.5^{+1.9}_{-1.7}`,
      'x^μ (with μ = 0), 43 Å in all, 0.5 (+1.9/-1.7)',
    ],
    [
      String.raw`^{12}C and ^{13}C in H_{2}O, 10^{-3}, Co^{3+}, T_{eff}, \nu_{e}`,
      '¹²C and ¹³C in H₂O, 10⁻³, Co³⁺, T_eff, νₑ',
    ],
    [
      String.raw`\sqrt{s}, \bar\theta, \tilde O(n \log n), \frac{1}{2}, 0.47 \mu\mathrm{m}`,
      '√s, θ̄, Õ(n log n), 1/2, 0.47 μm',
    ],
    [
      String.raw`as in~\cite{doe99}\footnote{\url{https://example.org}}, Fig.~\ref{fig:a}`,
      'as in [doe99] (https://example.org), Fig. [fig:a]',
    ],
    [String.raw`(\eg, a \ie b, \etc. c \etal{} d`, '(e.g., a i.e. b, etc. c et al. d'],
    [String.raw`\it a priori \rm and {\bf so} \cal{O}`, 'a priori and so O'],
    [String.raw`\b{eta}-decay, \r{ho}, \k{appa}`, 'β-decay, ρ, κ'],
    [String.raw`A\textsuperscript{\textregistered} B\textsubscript{Hard} \ding{182} \ion{O}{7}`, 'A® B_Hard ❶ O VII'],
    [String.raw`\begin{itemize} \item one \item two \end{itemize}`, '  • one • two  '],
    [String.raw`\textcolor{red}WARNING \color{blue}{sea} \textbf {bold}`, 'WARNING sea bold'],
    [String.raw`line one \\ line two\,here\ there`, 'line one   line two here there'],
    ['T~=~5, n~<~7, 10{,}000 and 3{.}5', 'T = 5, n < 7, 10,000 and 3.5'],
    ['$10^3$~$10^4$ of (N=5~10), k=2~4', '10³~10⁴ of (N=5~10), k=2~4'],
    [String.raw`\og ici\fg{}, \BibTeX, \textonehalf, Ol\cprime ga`, '« ici», BibTeX, ½, Olʹga'],
    [
      String.raw`a \documentclass[12pt]{minimal}\usepackage{amsmath}\begin{document}$$\beta $$\end{document} decay`,
      'a β decay',
    ],
  ]);

  stays([
    "D'Souza's rock 'n' roll",
    "a lone ` and a prime f''",
    'run it with --verbose (--quiet) `--help`',
    '<!-- note -->',
    'about ~10 of 10~20 at http://example.org/~name',
    '~5x~10x, 5′~10′, 1~2~3, 10^3~10^4, 1e-3~1e-2, 10:00~12:00, p<~0.05',
    'a {set, of} braces {',
    String.raw`\ours and \methodname{} and \foo[a--b]{c--d}`, // defined in the paper, so their meaning is unknown
    'snake_case, 2^n, an _emphasis_ and {a_b}',
    'plain text — with “Unicode” already',
  ]);
});

describe('formulas', () => {
  becomes([
    [
      String.raw`$O(n\log n)$ and $O(n \log n)$ and $\mathcal{O}(\log\log n)$`,
      'O(n log n) and O(n log n) and O(log log n)',
    ],
    ['CO$_2$, CO$_{2}$, H$_{2}$O, $R^2$, X$^{2}$-Gaussian, $ {C}^{3}$-GS', 'CO₂, CO₂, H₂O, R², X²-Gaussian, C³-GS'],
    [String.raw`$\alpha$-$\beta$, $\Lambda$CDM, $\Lambda CDM$, $\ell_1$, $\varepsilon$`, 'α-β, ΛCDM, ΛCDM, ℓ₁, ε'],
    [String.raw`360$^\circ$, 90$^{\circ}$C, FaSTA$^*$, $f'$, $x^\prime$`, '360°, 90°C, FaSTA*, f′, x′'],
    [String.raw`4$\times$RTX, $2\times2$, $2 \times 2$, $10^{-3}$, $\pm 1$`, '4×RTX, 2×2, 2 × 2, 10⁻³, ±1'],
    [String.raw`$a\leq b$, $\geq2$, $A\to B$, $n = 3$, $x\in\mathbb{R}$, $\neq$`, 'a ≤ b, ≥2, A → B, n = 3, x ∈ ℝ, ≠'],
    [
      String.raw`$\textit{near} $, $ \textit{far} $, $\mathbf{\texttt{D}}$ual, $M$ultilingual`,
      'near, far, Dual, Multilingual',
    ],
    [String.raw`$\textrm{ODE}_t \left(\textrm{ODE}_l \right)$`, 'ODEₜ (ODEₗ)'],
    [String.raw`$\sqrt{5}$, $\sqrt{n+1}$, $\frac{1}{2}$, $\bar{p}p$, $\hat x$`, '√5, √(n+1), 1/2, p̄p, x̂'],
    [String.raw`\(x^2\) and \[y_0\] and $$z$$`, 'x² and y₀ and z'],
    ['$τ^2$-Bench with $π$', 'τ²-Bench with π'],
    ['$<$5 and $>$10', '<5 and >10'],
    [
      String.raw`$T_{\rm eff}$, $T_\mathrm{eff}$, $x_{max}$, $E_T^{miss}$, $M_\odot$, $L_\infty$, $t_{2g}$, $W_*$`,
      'T_eff, T_eff, x_max, E_T^(miss), M_⊙, L_∞, t_2g, W_*',
    ],
    ['$H^{p,q}$, $x^{(n)}$, $x^{y^z}$, $10^{5.5}$, $a^{-k/2}$', 'H^(p,q), x⁽ⁿ⁾, x^(yᶻ), 10^5.5, a^(-k/2)'],
    ['La$_{0.7}$Sr$_{0.3}$MnO$_3$, $e^{ikx}$, $p^{-ab c}$', 'La₀.₇Sr₀.₃MnO₃, e^(ikx), p^(-ab c)'],
    [String.raw`$\xi = 3$, $\Delta -1$, $\ln{t}$`, 'ξ = 3, Δ-1, ln t'],
    ['$0.19^{+0.06}_{-0.04}$, $7.59_{-0.19}^{+0.21}$, $A^{+1}_{-1}$', '0.19 (+0.06/-0.04), 7.59 (+0.21/-0.19), A⁺¹₋₁'],
    [String.raw`$H_\kappa = x$, $\lfloor\frac{t}{2} \right\rfloor$, $\Bar W$, $\ket{\psi}$`, 'H_κ = x, ⌊t/2⌋, W̄, |ψ⟩'],
    [String.raw`$k_BT$, $T_c$, $T_c^{on}$, $N_fN_c$, $x_c\alpha$, $k_B$T`, 'k_B T, T_c, T_cᵒⁿ, N_f N_c, x_c α, k_B T'],
    ["$ {a+b}^2$, $ {}^3$He, $x^{}$, $f''$, $e^+e^-$, $B^0_s$", '(a+b)², ³He, x, f′′, e⁺e⁻, B⁰ₛ'],
    [
      String.raw`$\frac{a+b}{c}$, $\frac{1}{2}x$, $3\frac{1}{2}$, $x\frac ab$, $\frac{1}{2n}$, $\frac{k}{\log n}$`,
      '(a+b)/c, (1/2)x, 3 1/2, x(a/b), 1/(2n), k/(log n)',
    ],
    [
      String.raw`$ {n \over 2}$, $\binom{n}{k}$, $ {n \choose k}$, $\sqrt[3]{x}$`,
      'n/2, (n choose k), (n choose k), ³√x',
    ],
    [String.raw`$\sqrt{s} = 13$ TeV, $\sqrt{s_{NN}}$, $\sqrt{2\pi}$`, '√s = 13 TeV, √(s_NN), √(2π)'],
    [
      String.raw`$\bar{\nu}$, $\bar\theta$, $\hat{x}_i$, $\bar{x_i}$, $\overline{AB}$, $\vec{k}$, $\tilde{\mathcal{O}}(n)$`,
      'ν̄, θ̄, x̂ᵢ, x̄ᵢ, ĀB̄, k⃗, Õ(n)',
    ],
    [String.raw`$\sum_{i=1}^n x_i$, $\sum_{i \in S}$, $\int_0^\infty$`, '∑ᵢ₌₁ⁿ xᵢ, ∑_(i ∈ S), ∫₀^∞'],
    [String.raw`$x \not\in A$, $a \not= b$, $\overset{d}{\to}$, $5 \pmod{p}$`, 'x ∉ A, a ≠ b, →ᵈ, 5 (mod p)'],
    [String.raw`$\mathbb{R}^d$, $\mathbb{F}_{p^m}$, $\C^n$, $\text{if $x>0$}$`, 'ℝᵈ, F_(pᵐ), ℂⁿ, if x>0'],
    [String.raw`$\sim 10\%$, $\sim$10, $5\,\mu$m`, '∼10%, ∼10, 5 μm'],
    [String.raw`\begin{equation} E = mc^2 \end{equation}`, 'E = mc²'],
    [String.raw`$95\%$, $\{a,b\}$, $\langle x \rangle$, $\rm LaO_{1-x}F_xFeAs$`, '95%, {a,b}, ⟨x⟩, LaO₁₋ₓFₓFeAs'],
  ]);

  stays([
    'from $5 to $10 million, $500 Training Cost, costs $5M and US$10, from A$5 to A$10',
    'the $big lamp$ shines',
    'either $price or $cost per item', // two words are not a formula
    String.raw`$\begin{matrix} a & b \end{matrix}$`,
    String.raw`$\O_X$`, // this is a macro, and not Ø
    String.raw`$\unknowncommand{x}$ and $\underbrace{a+b}_{c}$`,
    'an open $ sign',
    String.raw`an open \( formula`,
    '$x^$ and $}{$ and $a_{$',
  ]);
});

describe('any text', () => {
  const texish = fc.array(
    fc.constantFrom(
      ...String.raw`\ { } $ ^ _ ~ - -- ' '' " a 1 \alpha \frac \emph \v \' \( \) [ ] & % é 😀`.split(' '),
      ' ',
      '\n',
    ),
    { maxLength: 60 },
  );

  it('never throws, and never adds characters', () => {
    fc.assert(
      fc.property(texish, (parts) => {
        const text = parts.join('');
        expect(texToUnicode(text).length).toBeLessThanOrEqual(text.length * 2 + 2);
      }),
      { seed: 7, numRuns: 2_000 },
    );
  });

  it('gives the same a second time', () => {
    fc.assert(
      fc.property(texish, (parts) => {
        const clean = cleanTexText(parts.join(''));
        expect(cleanTexText(clean)).toBe(clean);
      }),
      { seed: 11, numRuns: 5_000 },
    );
  });

  it('leaves text without TeX alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/[\\{$`'"~-]/.test(text));
        expect(texToUnicode(text)).toBe(text);
      }),
      { seed: 7 },
    );
  });

  it.each([
    ...[
      '\\emph{',
      '$',
      '{',
      '``',
      '\\(',
      '\\[',
      '$x_{',
      '{\\it ',
      '`a',
      '_{',
      'x^{',
      '\\frac{',
      '{\\over',
      '\\v{',
      '\\sqrt[',
    ],
    ...['\\cite{', '$x^{x^{', '\\begin{a}', '{{\\it a} ', '$a$ '],
  ])('reads a long run of %s quickly', (piece) => {
    const start = performance.now();
    texToUnicode(piece.repeat(20_000 / piece.length));
    expect(performance.now() - start).toBeLessThan(1_500);
  });
});
