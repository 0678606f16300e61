import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanTexText } from '../../../src/papers/text.ts';

describe('quantities, units and chemical formulas become text', () => {
  it.each([
    [String.raw`\SI{5}{\mega\hertz}`, '5 MHz'],
    [String.raw`a \SI{20}{\micro\meter} tide and \SI{5}{MHz}`, 'a 20 μm tide and 5 MHz'],
    [String.raw`\SI[per-mode=symbol]{3}{\meter\per\second\squared}`, '3 m s⁻²'],
    [String.raw`\qty{100}{\watt\per\square\meter\per\kelvin}`, '100 W m⁻² K⁻¹'],
    [String.raw`\SI{1e-3}{m/s^2}, \SI{10^{-3}}{\us}`, '1×10⁻³ m/s², 10⁻³ μs'],
    [String.raw`\SI{50}{\percent}, \SI{90}{\degree}, \SI{20}{\celsius}`, '50%, 90°, 20 °C'],
    [String.raw`\SIrange{1}{5}{\GHz}, \qtyrange{-1}{5}{\kelvin}`, '1–5 GHz, -1 to 5 K'],
    [String.raw`\SIlist{1;2;3}{\km}, \numlist{4;5}`, '1, 2, 3 km, 4, 5'],
    [String.raw`\unit[5]{m}, \unit[7.5]{GeV/c^2}, \unit[10^{-3}]{eV}`, '5 m, 7.5 GeV/c², 10⁻³ eV'],
    [String.raw`\unit{\kilo\gram\per\cubic\metre}, \unit{5}{\km}`, 'kg m⁻³, 5 km'],
    [String.raw`\SI{2.5}{\times}, \SI{5}{$\mu$m}, \SI{5}{\meter^2}, \SI{5}{\meter/\second}`, '2.5×, 5 μm, 5 m², 5 m/s'],
    [
      String.raw`\ce{[Fe(CN)6]^4-}, \ce{^{137}Cs}, \ce{\alpha-Fe2O3}, \ce{CH3-OH}`,
      '[Fe(CN)₆]⁴⁻, ¹³⁷Cs, α-Fe₂O₃, CH₃-OH',
    ],
    [String.raw`\unitfrac[5]{m}{s}, \si{\kilo\meter}`, '5 m/s, km'],
    [String.raw`\num{36000}, \num{1.5e5}, \num{e3}, \num{1+-2}`, '36000, 1.5×10⁵, 10³, 1 ± 2'],
    [String.raw`\ang{45}, \ang{45;30;10}, \ang{;5}`, '45°, 45°30′10″, 5′'],
    [String.raw`$\SI{5}{\mega\hertz}$ and $x = \num{5e3}$`, '5 MHz and x = 5×10³'],
    [String.raw`\ce{H2O}, \ce{SO4^2-}, \ce{Fe^{3+}}, \ce{Na+}`, 'H₂O, SO₄²⁻, Fe³⁺, Na⁺'],
    [String.raw`\ce{2H2 + O2 -> 2H2O}`, '2H₂ + O₂ → 2H₂O'],
    [String.raw`\ce{CuSO4.5H2O}, \ce{La_{1-x}Sr_xMnO3}, \ce{TiO2(110)}`, 'CuSO₄·5H₂O, La₁₋ₓSrₓMnO₃, TiO₂(110)'],
    [String.raw`\chem{CO_2}, \chem{^{13}CO}, \isotope[13]{C}, $\ce{NH4+}$`, 'CO₂, ¹³CO, ¹³C, NH₄⁺'],
    [String.raw`\ch{SO4^2-}, \cf{H2O} (\cf the sea)`, 'SO₄²⁻, H₂O (cf. the sea)'],
    [String.raw`\SI{5}{\text{MPa}}, \SI{2}{\mathrm{GeV}}`, '5 MPa, 2 GeV'],
  ])('%s → %s', (tex, text) => {
    expect(cleanTexText(tex)).toBe(text);
  });

  it.each([
    String.raw`\SI{3}{\sandgrain} stays with its unknown unit`,
    String.raw`\si_i is the paper’s own`,
    String.raw`\qty{5} has no unit`,
    String.raw`\ang{north}`,
  ])('%s', (tex) => {
    expect(cleanTexText(tex)).toBe(tex);
  });

  it('for any argument, and a second time the same', () => {
    const names = 'SI qty unit num ang si chem ce SIrange SIlist isotope'.split(' ');
    const pieces = [
      '5',
      '1e-3',
      '{',
      '}',
      '[',
      ']',
      '\\',
      '\\mega',
      '\\hertz',
      '\\per',
      '^2',
      '$',
      ';',
      'H2O',
      '->',
      ' ',
    ];
    const argument = fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((parts) => `{${parts.join('')}}`);
    const call = fc.tuple(fc.constantFrom(...names), fc.array(argument, { maxLength: 3 }));
    fc.assert(
      fc.property(call, ([name, groups]) => {
        const clean = cleanTexText(`\\${name}${groups.join('')}`);
        expect(cleanTexText(clean)).toBe(clean);
      }),
      { seed: 14, numRuns: 2_000 },
    );
  });
});

describe('accents on letters with accents, and a comma below', () => {
  it.each([
    [String.raw`Nguy\^{\~e}n, Nguy\~{\^e}n, Nguy\^\~en`, 'Nguyễn, Nguyễn, Nguyễn'],
    [String.raw`Tr\'{\^a}n, \d{\^o}, \^{\d o}, \h{o}, \'\uhorn`, 'Trấn, ộ, ộ, ỏ, ứ'],
    [String.raw`\textcommabelow{S}tefan, Ti\textcommabelow{t}a, \textcommabelow s`, 'Ștefan, Tița, ș'],
    [String.raw`\'{\~n}`, 'ñ́'],
  ])('%s → %s', (tex, text) => {
    expect(cleanTexText(tex)).toBe(text);
  });
});

describe('a formula that begins or ends within a sum', () => {
  it.each([
    ['of 5$ - 10$ GeV', 'of 5 - 10 GeV'],
    ['5$-10$ GeV and $5$ - $10$', '5-10 GeV and 5 - 10'],
    ['costs $5 - $10 a day', 'costs $5 - $10 a day'],
  ])('%s → %s', (tex, text) => {
    expect(cleanTexText(tex)).toBe(text);
  });
});
