import { describe, expect, it } from 'vitest';
import type { Paper } from '../../src/papers/paper.ts';
import { readItem } from '../../src/sources/biorxiv/item.ts';
import { parseTopic } from '../../src/topics/language/parse.ts';
import { matchTopic } from '../../src/topics/matching/match.ts';
import { readPaper } from '../../src/topics/matching/paper-text.ts';

/** The paper of an item in the form of the API. */
function read(known: { title?: string; abstract?: string; authors?: string }): Paper {
  const item = { doi: '10.64898/2026.03.08.700101', title: 'Sandcastles', date: '2026-03-10', version: '1', ...known };
  const result = readItem(item, 'biorxiv', 'item 1');
  if ('reason' in result) throw new Error(result.reason);
  return result.paper;
}
const abstractOf = (abstract: string): string => read({ abstract }).abstract;

function finds(paper: Paper, words: string): boolean {
  const parsed = parseTopic(words);
  if (!parsed.ok) throw new Error(words);
  return matchTopic(parsed.topic, readPaper(paper)) !== null;
}

const link = 'O_LINKSMALLFIG WIDTH=200 HEIGHT=46 SRC="FIGDIR/small/700101v1_ufig1.gif" ALT="Figure 1">';
const code = 'org.highwire.dtl.DTLVardef@1868524org.highwire.dtl.DTLVardef@ee9aa_HPS_FORMAT_FIGEXP  M_FIG';

describe('marks of the web page are removed', () => {
  it.each([
    ['AO_SCPLOWBSTRACTC_SCPLOWThe tide falls.', 'The tide falls.'],
    ['AO_SCPLOWBSTRACTC_SCPLOW We dig.', 'We dig.'],
    ['AO_SCPLOWBSTRACTC_SCPLOWRNA-seq of sand.', 'RNA-seq of sand.'],
    ['AO_SCPCAPBSTRACTThe tide falls.', 'The tide falls.'],
    ['AO_SCPLOWBSTRACTC_SCPLOWO_ST_ABSAimC_ST_ABSTo dig.', 'Aim: To dig.'],
    ['IO_SCPLOWNTRODUCTIONC_SCPLOWThe tide falls.', 'INTRODUCTION: The tide falls.'],
    ['This is MO_SCPLOWETAC_SCPLOWMO_SCPLOWUSEC_SCPLOW, a bot.', 'This is METAMUSE, a bot.'],
    ['with the O_SCPLOWlacZC_SCPLOW reporter', 'with the lacZ reporter'],
    ['TO_SCPLOWOWERC_SCPLOWNet is tall.', 'TOWERNet is tall.'],
    ['Cohens O_SCPLOWKC_SCPLOWO_SCPCAP.C_SCPCAP We dig.', 'Cohens K. We dig.'],
    ['We dig.\n\nHIGHLIGHTSO_LIWe dig.\nC_LIO_LIWe fall.\nC_LI', 'We dig. HIGHLIGHTS: We dig. We fall.'],
    ['We dig.\n\nHIGHLIGHTSO_LIWe fall', 'We dig. HIGHLIGHTS: We fall'],
    ['We dig.\n\nKey PointsO_LIWe use RNAC_LIO_LIDNA is next.C_LI', 'We dig. Key Points: We use RNA DNA is next.'],
    ['end.C_LIO_LINext', 'end. Next'],
    ['They say:O_QDCastles fall.C_QDThen they dig.', 'They say: Castles fall. Then they dig.'],
    ['Sand.C_QD Tides.', 'Sand. Tides.'],
    ['So.O_ST_ABSMethodsC_ST_ABSWe dig.', 'So. Methods: We dig.'],
    ['AbstractO_ST_ABSAim:C_ST_ABSTo dig.', 'Aim: To dig.'],
    ['We dig.\n\nOur viewO_ST_ABSThe sandC_ST_ABSIt falls.', 'We dig. Our view: The sand: It falls.'],
    [`We dig.\n\nGraphical Abstract\n\nO_FIG ${link}\nView larger version (13K):\n${code} C_FIG`, 'We dig.'],
    [
      `We dig.\n\nGraphical Abstract\n\nO_FIG ${link}\n${code} C_FIG A wide beach.`,
      'We dig. Graphical Abstract: A wide beach.',
    ],
    [`We dig. O_FIG ${link}\nView larger version (13K):\n${code}`, 'We dig.'],
    ['We dig. O_FIG O_LINKSMALLFIG WIDTH=200 HEIG', 'We dig.'],
    ['O_FIG_DISPLAY_L [Figure 1] M_FIG_DISPLAY C_FIG_DISPLAYWe dig.', 'We dig.'],
    ['We dig.\n\nO_TBL View this table:\nM_TBL O_FLOATNOTable 1.C_FLOATNO C_TBLThe end.', 'We dig. The end.'],
    ['O_TEXTBOXBox 1. We dig.C_TEXTBOXWe fall.', 'Box 1. We dig. We fall.'],
    ['of the form O_FDx = yC_FD and', 'of the form x = y and'],
    ['A new O_NEWMARKwordC_NEWMARK in sand', 'A new word in sand'],
    ['arrays[i] and [1] stay', 'arrays[i] and [1] stay'],
    ['NO_FIGHT, NO_LIGHT, TO_LI and GO_OL stay', 'NO_FIGHT, NO_LIGHT, TO_LI and GO_OL stay'],
  ])('%s', (text, clean) => {
    expect(abstractOf(text)).toBe(clean);
  });

  it('from titles and authors too', () => {
    const paper = read({ title: 'TO_SCPLOWIDEC_SCPLOW of {beta}-sand', authors: 'Ruiz, A.; Li, B.' });
    expect(paper.title).toBe('TIDE of β-sand');
  });

  it.each(['O_FIG O_ST_ABS C_QD {beta} [x] ResultsWe O_SCPLOW ', 'ResultsXa. ', '\n \n', 'C_FIG O_FIG '])(
    'takes no longer for many of %j',
    (piece) => {
      const long = piece.repeat(100_000 / piece.length);
      const start = performance.now();
      readItem(
        { doi: '10.64898/2026.03.08.700101', title: 'x', date: '2026-03-10', version: '1', abstract: long },
        'b',
        '',
      );
      expect(performance.now() - start).toBeLessThan(2_000);
    },
  );
});

describe('names in braces and brackets become signs', () => {
  it.each([
    ['TGF-{beta}, Fc{gamma}R, NF-{kappa}B, I{kappa}B and {Delta}{tau}', 'TGF-β, FcγR, NF-κB, IκB and Δτ'],
    ['{approx} 5 {+/-} 3 {micro}M at 37{degrees}C', '≈ 5 ± 3 µM at 37°C'],
    ['p [-&gt;] q, [&lt;-] r, [=&gt;] s', 'p → q, ← r, ⇒ s'],
    ['x [isin] S, [&ge;]2, [&le;] 3, [~]5, [-]0.4, [~=] 1', 'x ∈ S, ≥2, ≤ 3, ~5, −0.4, ≃ 1'],
    ['a {middle dot} b {--} c {infty} {varepsilon} {leq} {gtrsim}3', 'a · b – c ∞ ε ≤ ≳3'],
    [
      'm{superscript}2 Ca{superscript}2+ H{subscript}2{subscript}, 5{per thousand}, X{TM}',
      'm² Ca²⁺ H₂{subscript}, 5‰, X™',
    ],
    ['1 t ha{superscript 2} and ha{square}{superscript 1}', '1 t ha² and ha⁻¹'],
    ['{euro}5, {1/2} {times} {square root}2, {female}', '€5, ½ × √2, ♀'],
    ['by the factor{phi} k, the bias{approx} w', 'by the factor φ k, the bias ≈ w'],
    ['{Alpha} and {Beta}, {~}5, 3 [mu]m, [chi]2, [tau] stays', 'Α and Β, ~5, 3 μm, χ2, [tau] stays'],
    [
      '[&prop;] 3, [&lsim;] 5, {&ge;} 2, [&#8776;]4, {prop} 5, {there4} 6, {and} stays',
      '∝ 3, ≲ 5, ≥ 2, ≈4, ∝ 5, ∴ 6, {and} stays',
    ],
    ['TGF[beta] in ,[x1D05]-sand [bullet] more', 'TGFβ in ,ᴅ-sand • more'],
    ['{ouml}, {eacute}, {oslash}, {ü}', 'ö, é, ø, ü'],
  ])('%s', (text, clean) => {
    expect(abstractOf(text)).toBe(clean);
  });

  it.each([
    '{foo}, {two words}, {A, B}, {0, 1}, {in} and {to}',
    '2.35 [A], [E] > 0, [R]1, [18F]FDG, [Ca2+], [m]RNA, [Pi], [primary], [sum], [Formula]',
  ])('%s stays', (text) => {
    expect(abstractOf(text)).toBe(text);
  });

  it('so that searches find them', () => {
    const paper = read({ abstract: 'Levels of IFN{gamma} and NF-{kappa}B rise with TNF-{alpha}.' });
    for (const words of ['IFNγ', 'IFN-gamma', '"NF-κB"', 'NF-kappaB', 'TNF-α']) expect(finds(paper, words)).toBe(true);
  });
});

describe('headings are parted from the text after them', () => {
  it.each([
    ['ResultsGraph networks grow.', 'Results: Graph networks grow.'],
    [
      'BackgroundThe sand. MethodsWe dig. ResultsGraph networks.',
      'Background: The sand. Methods: We dig. Results: Graph networks.',
    ],
    [
      'BACKGROUNDThe sand.\n\nMETHODSRNA was dug.\n\nRESULTSWe fall.',
      'BACKGROUND: The sand. METHODS: RNA was dug. RESULTS: We fall.',
    ],
    [
      'We dig.\n\nResultssDII fell.\n\nConclusionsmiRNA fell.\n\nMethodsrfMRI',
      'We dig. Results: sDII fell. Conclusions: miRNA fell. Methods: rfMRI',
    ],
    [
      'AimSGLT2 of sand.\n\nConclusionSARS-CoV-2 fell.\n\nResults50% fell.',
      'Aim: SGLT2 of sand. Conclusion: SARS-CoV-2 fell. Results: 50% fell.',
    ],
    ['Author summaryMost castles fall.', 'Author summary: Most castles fall.'],
    ['Availability and ImplementationThe code is here.', 'Availability and Implementation: The code is here.'],
    ['Design, Setting, and ParticipantsThis beach.', 'Design, Setting, and Participants: This beach.'],
    [
      'What is Already KnownExisting sand.\n\nWhat this Paper AddsThis tide.\n\nWho would gain from it?Gulls, informaticians.',
      'What is Already Known: Existing sand. What this Paper Adds: This tide. Who would gain from it? Gulls, informaticians.',
    ],
    ['We dig.\n\nResults\nInsulin of sand.', 'We dig. Results: Insulin of sand.'],
    ['Abstract: The sand falls.', 'The sand falls.'],
    ['AbstractBackgroundThe sand falls.', 'Background: The sand falls.'],
    ['ABSTRACT Background: The sand falls.', 'Background: The sand falls.'],
    ['We dig in sand.We have a bucket.', 'We dig in sand. We have a bucket.'],
  ])('%s', (text, clean) => {
    expect(abstractOf(text)).toBe(clean);
  });

  it('so that searches find the words', () => {
    expect(finds(read({ abstract: 'ResultsGraph networks grow.' }), 'graph')).toBe(true);
  });

  it.each([
    'ResultsDB is a database.',
    'DesignMaster digs. ContextNet falls.',
    'We dig. MethodsHub is a bucket.',
    'AIM2 is a sensor, and Aim2-deficient sand is not.',
    'AlphaFold digs. How AlphaFold digs is known.',
    'Results were robust. Methods: We dig.',
    'We query ResultsGraph and BackgroundThe.',
    'GraphSAGE, PubMed and Drugst.One are tools.',
  ])('%s stays', (text) => {
    expect(abstractOf(text)).toBe(text);
  });

  it('a name that the title has, too, stays, and titles have no headings', () => {
    const paper = read({ title: 'MethodsAtlas: SummaryThe', abstract: 'MethodsAtlas shows sand.' });
    expect(paper).toMatchObject({ title: 'MethodsAtlas: SummaryThe', abstract: 'MethodsAtlas shows sand.' });
  });
});

describe('authors are named once, without braces', () => {
  it.each([
    ['Ruiz, A. B.; Li, C.; Ruiz, A. B.; Li, C.', ['A. B. Ruiz', 'C. Li']],
    ['Ruiz, A. B.; Ruiz, A.B.; RUIZ, A. B.', ['A. B. Ruiz']],
    ['Schi{ö}berg, A.; Schiöberg, A.', ['A. Schiöberg']],
    ['{van der Berg}, C.; Garc{iacute}a, J.; M{\\"u}ller, D.', ['C. van der Berg', 'J. García', 'D. Müller']],
    ['Muneer, M. -; Smith, J., Jr.; Smith, J.', ['M. Muneer', 'J. Smith, Jr.', 'J. Smith']],
  ])('%s', (authors, expected) => {
    expect(read({ authors }).authors).toEqual(expected);
  });
});
