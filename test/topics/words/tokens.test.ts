import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stemWord } from '../../../src/topics/words/stem.ts';
import { casedWords, stemsOf, type Token, tokenize } from '../../../src/topics/words/tokens.ts';

/** The tokens of a text behind a word that is not plain, as if the text stood alone. */
function tokensBehindOther(text: string): Token[] {
  const [, ...tokens] = tokenize(`é ${text}`);
  return tokens.map((token, index) => ({
    ...token,
    gap: index === 0 ? 'other' : token.gap,
    start: token.start - 2,
    end: token.end - 2,
  }));
}

const words = (text: string): string[] => tokenize(text).map((token) => token.text);

describe('words', () => {
  test.each([
    ['Graph Neural Networks', ['graph', 'neural', 'networks']],
    ['C++, C# and F#.', ['c++', 'c#', 'and', 'f#']],
    ['C++11 or PointNet++', ['c++', '11', 'or', 'pointnet++']],
    ['issue#5 and a+b', ['issue', '5', 'and', 'a', 'b']],
    ["O'Brien’s k-means, GPT-4o", ['obrien', 'k', 'means', 'gpt', '4o']],
    ["Hawaiʻi, l'Hôpital, the models' and GPT-4o's", ['hawaii', 'lhopital', 'the', 'models', 'and', 'gpt', '4o']],
    ["'quoted' words", ['quoted', 'words']],
    ['α and β-VAE, TNFα, 𝛼₂, ϵ', ['alpha', 'and', 'beta', 'vae', 'tnfalpha', 'alpha2', 'epsilon']],
    ['ΛCDM, ΔΣ, Δχ²', ['lambdacdm', 'deltasigma', 'deltachi2']],
    ['L2, L₂ and x_t', ['l2', 'l2', 'and', 'x', 't']],
    ['H₂O at 10² K', ['h2o', 'at', '102', 'k']],
    ['Schrödinger, Poincaré, Ångström', ['schrodinger', 'poincare', 'angstrom']],
    ['Łukasz Søren Strauß Æsir ﬁeld', ['lukasz', 'soren', 'strauss', 'aesir', 'field']],
    ['𝐱 and ℓ₁', ['x', 'and', 'l1']],
    ['Τελικός ΤΕΛΙΚΌΣ', ['τελικοσ', 'τελικοσ']],
    ['soft\u00ADhyphen zero\u200Bwidth', ['softhyphen', 'zerowidth']],
    ['3.5 % of 1,000', ['3', '5', 'of', '1', '000']],
    ['深度学习 и обучение', ['深', '度', '学', '习', 'и', 'обучение']],
    ['GPT模型, 3D重建 and β细胞', ['gpt', '模', '型', '3d', '重', '建', 'and', 'beta', '细', '胞']],
    ['C#语言 and C++语言', ['c#', '语', '言', 'and', 'c++', '语', '言']],
    ['ガイド, ｶﾞｲﾄﾞ and カイト', ['ガ', 'イ', 'ド', 'ガ', 'イ', 'ド', 'and', 'カ', 'イ', 'ト']],
    ['ラーメン 佐々木', ['ラ', 'ー', 'メ', 'ン', '佐', '々', '木']],
    ['BERT를 모델을', ['bert', '를', '모', '델', '을']],
    ['ที่นี่ က္ည ខ្មែរ', ['ที่', 'นี่', 'က္', 'ည', 'ខ្', 'មែ', 'រ']],
    ['हिन्दी हिन्द', ['हिन्दी', 'हिन्द']],
    ['שָׁלוֹם مُحَمَّد', ['שלום', 'محمد']],
    ['The U.S.A., A.I.-based (A.I.) and a.i.', ['the', 'usa', 'ai', 'based', 'ai', 'and', 'ai']],
    ['i.i.d noise, i.i.d. noise, N.Y.C.’s', ['iid', 'noise', 'iid', 'noise', 'nyc']],
    ['x.y, v1.2, 3.5, Fig.2, a.b.cd, in A. In B', 'x y v1 2 3 5 fig 2 a b cd in a in b'.split(' ')],
    ['J. A. Smith et al. say e.g. that', ['j', 'a', 'smith', 'et', 'al', 'say', 'eg', 'that']],
    ['', []],
    ['—!? ++ # \ud800', []],
  ])('of %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test.each([
    ['The SAM of It', ['The', 'SAM', 'of', 'It']],
    ['A.I. and O’BRIEN’S LLMs', ['AI', 'and', 'OBRIEN', 'LLMs']],
    ['CAFÉ Łódź STRAẞE Straße', ['CAFE', 'Lodz', 'STRASSE', 'Strasse']],
    ['Δ β ΛCDM ΔΣ ΤΕΛΙΚΌΣ', ['Delta', 'beta', 'LambdaCDM', 'DeltaSigma', 'ΤΕΛΙΚΟΣ']],
    ['ＳＡＭ 𝐒𝐀𝐌 H₂O', ['SAM', 'SAM', 'H2O']],
  ])('of %j keep their capitals where these count', (text, expected) => {
    expect(casedWords(text)).toEqual(expected);
  });

  test('are the same with and without capitals, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = casedWords(text).map((word) => Array.from(word, (letter) => letter.toLowerCase()).join(''));
        expect(folded).toEqual(words(text));
      }),
    );
  });

  test('are the same however the text is composed', () => {
    const text = 'Gödel, Poincaré and Łoś, ガイド, 한국어, हिन्दी, ที่';
    expect(words(text.normalize('NFD'))).toEqual(words(text.normalize('NFC')));
  });

  test('are tied by hyphens, parted by blanks, or neither', () => {
    const gaps = tokenize('fine-tuning k–means x_t data \n set; a/b C++11').map(({ text, gap }) => `${gap} ${text}`);
    expect(gaps).toEqual([
      'other fine',
      'hyphen tuning',
      'space k',
      'hyphen means',
      'space x',
      'hyphen t',
      'space data',
      'space set',
      'other a',
      'other b',
      'space c++',
      'other 11',
    ]);
  });

  test('keep their places in the original text', () => {
    const text = 'A Go\u0308del cafe\u0301 ½ ﬁeld of 𝐱s ｶﾞ모델';
    expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'A',
      'Go\u0308del',
      'cafe\u0301',
      '½',
      '½',
      'ﬁeld',
      'of',
      '𝐱s',
      'ｶﾞ',
      '모',
      '델',
    ]);
  });

  test('stand in order within the text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const tokens = tokenize(text);
        expect(stemsOf(text)).toEqual(tokens.map(({ stem }) => stem));
        return tokens.every(({ start, end, text: word }, index) => {
          const previous = tokens[index - 1];
          // Two words may come of one character only: ½ is a 1 and a 2.
          const isAfter = previous === undefined || start >= previous.end || start === previous.start;
          return word !== '' && isAfter && start >= 0 && start < end && end <= text.length;
        });
      }),
    );
  });

  test.each([
    ['The U.S.A. and C++, C#5, a+b, issue#5'],
    ["O'Brien's k-means, GPT-4o's, `quoted' and 'quoted'"],
    ["Models' a.b v1.2 e.g. X.Y. 3.5. ..a.. end."],
    [`${'long'.repeat(12)} ${'LONG'.repeat(10)} ${'long'.repeat(10)}s ${'x'.repeat(41)}'s`],
    ['α-models of models, and models'],
  ])('of %j are the same where the text is not plain, and so are the stems without tokens', (text) => {
    expect(tokenize(text)).toEqual(tokensBehindOther(text));
    expect(stemsOf(text)).toEqual(tokenize(text).map(({ stem }) => stem));
  });

  test('of plain texts are the same as of others, and so are the stems without tokens, whatever the texts', () => {
    const piece = fc.constantFrom(
      ...'aAsbZ09',
      'models',
      'Trained',
      'e.g.',
      'C++',
      "'s",
      '.',
      ' ',
      '-',
      '_',
      '+',
      '#',
      '`',
      '\n',
      'é',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        expect(tokenize(text)).toEqual(tokensBehindOther(text));
        expect(stemsOf(text)).toEqual(tokenize(text).map(({ stem }) => stem));
      }),
      { numRuns: 1_000 },
    );
  });

  test('have the same stems after more words than are remembered', () => {
    const text = Array.from({ length: 31_000 }, (_, number) => `models${number}s`).join(' ');
    const stems = tokenize(text).map(({ stem }) => stem);
    expect(stemsOf(text)).toEqual(stems);
    expect(stemsOf(text)).toEqual(stems);
  });

  test('are made of words again when cut twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(words(words(text).join(' '))).toEqual(words(text));
      }),
    );
  });
});

describe('stems', () => {
  test.each([
    ['networks', 'network'],
    ['learning', 'learn'],
    ['transformers', 'transformer'],
    ['c++', 'c++'],
    ['gpt4', 'gpt4'],
    ['schrödinger', 'schrödinger'],
  ])('of %s is %s', (word, stem) => {
    expect(stemWord(word)).toBe(stem);
    expect(stemWord(word)).toBe(stem);
  });

  test('of a run of letters too long to be a word is the run itself', () => {
    const run = 'networks'.repeat(10_000);
    expect(stemWord(run)).toBe(run);
  });
});
