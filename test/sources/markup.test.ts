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
