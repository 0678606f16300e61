import { describe, expect, it } from 'vitest';
import { cleanTexText } from '../../src/papers/text.ts';
import { withoutMarkup } from '../../src/sources/markup.ts';

const document = (tex: string): string =>
  `\\documentclass[12pt]{minimal}\n\\usepackage{amsmath}\n\\begin{document}$$${tex}$$\\end{document}`;

describe('a text without its markup', () => {
  it.each([
    ['<jats:p>We build castles.</jats:p>', 'We build castles.'],
    ['<jats:title>Abstract</jats:title><jats:p>We build.</jats:p>', 'We build.'],
    [
      '<jats:sec><jats:title>Background</jats:title><jats:p>Sand.</jats:p></jats:sec><jats:sec><jats:title>Why?</jats:title><jats:p>Tides.</jats:p></jats:sec>',
      'Background: Sand. Why? Tides.',
    ],
    ['H<jats:sub>2</jats:sub>O and 10<sup>-9</sup> m', 'H₂O and 10⁻⁹ m'],
    ['x<sub>max</sub> of <i>E. coli</i>', 'xmax of E. coli'],
    ['p &lt; 0.05 and q > 3, a<b and c>d', 'p < 0.05 and q > 3, a<b and c>d'],
    ['if a<i and b>c then', 'if a<i and b>c then'],
    ['<jats:p xml:lang="en" id=\'x\'>Tides</jats:p>', 'Tides'],
    ['&lt;p&gt;Twice &lt;i&gt;over&lt;/i&gt;&lt;/p&gt;', 'Twice over'],
    ['Salt &amp;amp; sand', 'Salt & sand'],
    ['One<jats:break/>two<br>three', 'One two three'],
    [
      '<jats:p>See <jats:ext-link ext-link-type="uri" xlink:href="https://x.example">here</jats:ext-link>.</jats:p>',
      'See here.',
    ],
    [
      `energy <jats:inline-formula><jats:alternatives><jats:tex-math>${document('\\alpha')}</jats:tex-math><mml:math><mml:mi>a</mml:mi></mml:math></jats:alternatives></jats:inline-formula> rises`,
      'energy α rises',
    ],
    ['<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:mi>k</mml:mi></mml:math> modes', 'k modes'],
    ['<unknown>stays</unknown>', '<unknown>stays</unknown>'],
    ['<!-- note --><![CDATA[Tides]]>', 'Tides'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(cleanTexText(withoutMarkup(text))).toBe(expected);
  });

  it.each([
    '<jats:tex-math>',
    '<mml:msup>',
    '<i>the</i>',
    '<sup>2</sup>\n',
    'the<math><mi>x</mi></math>',
    ' \n ',
    '<mml:mfrac><mml:mi>x</mml:mi>',
    '<jats:title>',
    '<sub>',
    '<p a="',
    '<!--',
    '&amp;',
    '<jats:tex-math></jats:tex-math><mml:math>',
  ])('takes no longer for many of %s', (piece) => {
    const start = performance.now();
    withoutMarkup(piece.repeat(100_000 / piece.length));
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

const mathml = (inside: string): string =>
  `<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML">${inside}</mml:math>`;
const bare = (inside: string): string => mathml(inside).replaceAll('mml:', '');
const power = '<mml:msup><mml:mn>10</mml:mn><mml:mrow><mml:mo>−</mml:mo><mml:mn>2</mml:mn></mml:mrow></mml:msup>';
const letters = (names: string): string => [...names].map((name) => `<mml:mi>${name}</mml:mi>`).join('');

describe('formulas of MathML become text', () => {
  it.each([
    [
      `(<jats:inline-formula>\n  ${bare('\n<mml:mi>P</mml:mi>\n<mml:mo>&lt;</mml:mo>\n<mml:mn>0.05</mml:mn>\n')}\n</jats:inline-formula>)`,
      '(P < 0.05)',
    ],
    ['the <mi>P</mi> value', 'the P value'],
    [`about ${mathml(power)} m`, 'about 10⁻² m'],
    [
      `${mathml('<mml:msup><mml:mi>e</mml:mi><mml:mrow><mml:mi>i</mml:mi><mml:mi>Q</mml:mi></mml:mrow></mml:msup>')}`,
      'e^(iQ)',
    ],
    [`${mathml(`<mml:msubsup>${letters('xi')}<mml:mn>2</mml:mn></mml:msubsup>`)} sand`, 'xᵢ² sand'],
    [
      `${mathml(`<mml:mfrac><mml:mrow>${letters('a')}<mml:mo>+</mml:mo>${letters('b')}</mml:mrow>${letters('c')}</mml:mfrac>`)}`,
      '(a+b)/c',
    ],
    [
      `${mathml(`<mml:msqrt>${letters('x')}</mml:msqrt>`)}, ${mathml(`<mml:mover>${letters('x')}<mml:mo>¯</mml:mo></mml:mover>`)}`,
      '√x, x̄',
    ],
    [`${mathml(`<mml:mfenced open="[" close=")">${letters('ab')}</mml:mfenced>`)}`, '[a, b)'],
    [`${mathml('<mml:mi mathvariant="double-struck">R</mml:mi><mml:mo>∋</mml:mo><mml:mi>x</mml:mi>')}`, 'ℝ ∋ x'],
    [`${mathml('<mml:mi>sin</mml:mi><mml:mo>&#x2061;</mml:mo><mml:mi>x</mml:mi>')}`, 'sin x'],
    [`${mathml('<mml:mn>5</mml:mn><mml:mi>MeV</mml:mi><mml:mtext>if dry</mml:mtext>')}`, '5 MeV if dry'],
    [`${mathml('<mml:mo>{</mml:mo><mml:mi>x</mml:mi><mml:mo>}</mml:mo><mml:mo>%</mml:mo>')}`, '{x}%'],
    [
      `${mathml('<mml:mtable><mml:mtr><mml:mtd><mml:mi>a</mml:mi></mml:mtd><mml:mtd><mml:mi>b</mml:mi></mml:mtd></mml:mtr></mml:mtable>')}`,
      'a, b',
    ],
    [
      `${mathml(`<mml:semantics><mml:mrow>${letters('k')}</mml:mrow><mml:annotation encoding="application/x-tex">k</mml:annotation></mml:semantics>`)} modes`,
      'k modes',
    ],
    [
      `${mathml('<mml:semantics><mml:mrow/><mml:annotation encoding="application/x-tex">\\alpha</mml:annotation></mml:semantics>')} modes`,
      'α modes',
    ],
    [
      `<jats:inline-formula><jats:tex-math>$x^2$</jats:tex-math>${mathml(`<mml:msup>${letters('x')}<mml:mn>2</mml:mn></mml:msup>`)}</jats:inline-formula> sand`,
      'x² sand',
    ],
    [
      `<jats:inline-formula><jats:alternatives><jats:tex-math>\\ours{x}</jats:tex-math>${mathml(letters('x'))}</jats:alternatives></jats:inline-formula> sand`,
      'x sand',
    ],
  ])('%s', (text, expected) => {
    expect(cleanTexText(withoutMarkup(text))).toBe(expected);
  });

  it('with blanks beside words, where the publisher left them out', () => {
    const isotope =
      '<mml:mmultiscripts><mml:mi>Tb</mml:mi><mml:mprescripts/><mml:none/><mml:mn>153</mml:mn></mml:mmultiscripts>';
    const equation = '<mml:mi>N</mml:mi><mml:mo>=</mml:mo><mml:mn>88</mml:mn>';
    const cases: readonly (readonly [string, string])[] = [
      [`in the${mathml(equation)}nucleus${mathml(isotope)}`, 'in the N = 88 nucleus ¹⁵³Tb'],
      [
        `with${mathml(letters('x'))}in sand and${mathml(letters('y'))}${mathml(letters('z'))}`,
        'with x in sand and y z',
      ],
      [`H${mathml('<mml:msub><mml:mrow/><mml:mn>2</mml:mn></mml:msub>')}O`, 'H₂O'],
      [
        `the ${mathml(letters('n'))}th, ${mathml(letters('k'))}-means, 5 ${mathml(letters('μ'))}m, (${mathml(letters('x'))}).`,
        'the nth, k-means, 5 μm, (x).',
      ],
    ];
    for (const [text, expected] of cases) expect(cleanTexText(withoutMarkup(text))).toBe(expected);
  });
});

describe('elements of JATS and HTML are removed', () => {
  it.each([
    ['Package <scp>taxa</scp> in <scp>R</scp>, H <scp>i</scp>', 'Package taxa in R, H i'],
    ['The role of\n      <scp>AI</scp>\n      in ecology', 'The role of AI in ecology'],
    ['<scp>T</scp>ides: an<scp>R</scp>package', 'Tides: an R package'],
    ['Tides<subtitle>A review</subtitle>', 'Tides: A review'],
    ['Tides?<subtitle>A review</subtitle>', 'Tides? A review'],
    ['<jats:boxed-text><jats:p>One.</jats:p></jats:boxed-text><jats:p>Two.</jats:p>', 'One. Two.'],
    ['<jats:unheard-of kind="x">One</jats:unheard-of> two', 'One two'],
    [
      'of<i>Corallina officinalis</i>in sand,<i>in vitro</i>, <i>p</i>-value, <i>trans</i>form',
      'of Corallina officinalis in sand, in vitro, p-value, transform',
    ],
    ['9.92 × 10\n   <sup>−17</sup>\n   kWh of\n   <sup>13</sup>\n   C', '9.92 × 10⁻¹⁷ kWh of ¹³C'],
    [
      '10<sup>6.5</sup>, R<sup>n</sup>, 19<sup>th</sup>, Ca<sup>2+</sup>, sand<sup>1,2</sup>',
      '10^6.5, Rⁿ, 19th, Ca²⁺, sand1,2',
    ],
    [
      'CO<sub>2</sub>and H<sub>2</sub>in 10<sup>−3</sup>to 1, Zn<sup>2+</sup>ions, H<sub>2</sub>ase, i<sup>th</sup>',
      'CO₂ and H₂ in 10⁻³ to 1, Zn²⁺ ions, H₂ase, ith',
    ],
    ['Sc<sub>1−x</sub>Er<sub>x</sub>As, R\n  <sub>\n <i>vir</i>\n </sub>)', 'Sc₁₋ₓErₓAs, Rvir)'],
    ['Grenfell\n  <ext-link href="#bib6"/>\n  ).', 'Grenfell).'],
    ['Unclosed <i>sand <sub>2', 'Unclosed sand ₂'],
    ['Wrongly </i>closed<b> sand</i></b>', 'Wrongly closed sand'],
  ])('%s', (text, expected) => {
    expect(cleanTexText(withoutMarkup(text))).toBe(expected);
  });
});
