import { describe, expect, it } from 'vitest';
import { cleanTexText, cleanText, splitCreators } from '../../src/papers/text.ts';

describe('a clean text', () => {
  it.each([
    ['one\n  two\t\tthree \u00a0four', 'one two three four'],
    ['5 &#177; 3 &#xB1; 1 &amp; AT&amp;T &lt;b&gt; &nbsp;&quot;x&quot;', '5 ± 3 ± 1 & AT&T <b> "x"'],
    [
      'M&uuml;ller, Garc&iacute;a, &Oslash;rsted, &thetasym; &Theta; &prop; &frac12; &there4;',
      'Müller, García, Ørsted, ϑ Θ ∝ ½ ∴',
    ],
    ['&unknown; &#0; &#99999999; R&D; a&b', '&unknown; &#0; &#99999999; R&D; a&b'],
    ['re\u202ever\u200bsed\u2066 \ufeffzero\u200dwidth\u00ad', 'reversed zerowidth'],
    ['bell\u0007 and null\u0000 and &#27;[31mred', 'bell and null and [31mred'],
    ['e\u0301', '\u00e9'],
    ['lone \ud800 surrogate, whole 😀', 'lone surrogate, whole 😀'],
    ['tags \u{e0041}\u{e0042}hidden', 'tags hidden'],
    ['\u2028 \u2029 ', ''],
  ])('%j → %j', (text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  it('is one paragraph, its TeX as Unicode', () => {
    expect(cleanTexText("  Caf\\'e\n\n  cr\\`eme \\\\ for~two ")).toBe('Café crème for two');
  });
});

describe('a tilde that means “about” or “to”', () => {
  it.each([
    '(~26x)',
    '5%~18%',
    'between 2.01x~3.81x, 10k~20k, 0~9 and (~5% or [~3])',
    'z>~0.5, <~10%, (+~3%), ≥~4, =~7',
    'from 60%~70% (~$3)',
    '4x4~8x8, 5days~10days, 1e-3~1e-1 and 7B~13B',
    'x~N(0,1) and z~p(z|x)',
  ])('%s stays', (text) => {
    expect(cleanTexText(text)).toBe(text);
  });

  it.each([
    ['at least~five of Fig.~3 (see~Table~2)', 'at least five of Fig. 3 (see Table 2)'],
    ['Orca~2, 5~GHz, GPT-4~Turbo, (4,~4,~4)', 'Orca 2, 5 GHz, GPT-4 Turbo, (4, 4, 4)'],
    ['a tide~(~5 m), Recall@1~0.45', 'a tide (~5 m), Recall@1 0.45'],
    ['Sect.~A(b), (1)~how, 5,~6', 'Sect. A(b), (1) how, 5, 6'],
  ])('is still told from a tie: %s', (text, expected) => {
    expect(cleanTexText(text)).toBe(expected);
  });
});

describe('a joiner within an emoji', () => {
  it.each(['👩‍🔬 at work', '👩🏽‍🚀 and 👨‍👩‍👧‍👦', '🏳️‍🌈', '🧑🏽‍💻 ❤️‍🔥', '🏴󠁧󠁢󠁥󠁮󠁧󠁿 and 🏴󠁧󠁢󠁷󠁬󠁳󠁿'])('%s stays', (text) => {
    expect(cleanText(text)).toBe(text);
  });

  it.each([
    ['zero\u200dwidth', 'zerowidth'],
    ['\u200d👩', '👩'],
    ['👩\u200d and', '👩 and'],
    ['🏴\u{e0068}\u{e0069}\u{e007f} hi', '🏴 hi'],
    ['a\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}', 'a'],
  ])('goes elsewhere: %j', (text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });
});

describe('the creators of an item', () => {
  it.each([
    ['Ana Ruiz, Bo Li', ['Ana Ruiz', 'Bo Li']],
    ['Anamta Khan,  Deepti, Joy Pal', ['Anamta Khan', 'Deepti', 'Joy Pal']],
    ['Olivier Finkel (LIP, Elm), Rémi Carles (I3M)', ['Olivier Finkel', 'Rémi Carles']],
    ['A. Greilich (1 and 2), M. Bayer (1) ((1) Dortmund, Germany, (2) CREST, Japan)', ['A. Greilich', 'M. Bayer']],
    ['CMS Collaboration, :, A. Hayrapetyan', ['CMS Collaboration', 'A. Hayrapetyan']],
    [String.raw`Aleksandra Pi\v{z}urica, Fran\c{c}ois {\O}bro`, ['Aleksandra Pižurica', 'François Øbro']],
    ['https://orcid.org/0000-0002-1825-0097, Ana Ruiz*, Bo Li†‡, www.example.org', ['Ana Ruiz', 'Bo Li']],
    ['J. Schi{ö}berg, M. {Đ}okić', ['J. Schiöberg', 'M. Đokić']],
    ['Sammy Davis, Jr., Louis XIV', ['Sammy Davis, Jr.', 'Louis XIV']],
    [
      String.raw`Mar\'{\i}a Mart\'{\i}nez, \O{}rsted, \"{O}zg\"ur, {\L}ukasz, \c{S}ahin, Nu\~nez`,
      [...['María Martínez', 'Ørsted', 'Özgür', 'Łukasz', 'Şahin', 'Nuñez']],
    ],
    ['C. Storm and F.C. MacKintosh', ['C. Storm', 'F.C. MacKintosh']],
    ['R. Ober (A and B), K. Das (C) and A. Davis (D, E)', ['R. Ober', 'K. Das', 'A. Davis']],
    ['Ana Ruiz, Bo Li, and Andrea Sand', ['Ana Ruiz', 'Bo Li', 'Andrea Sand']],
    ['J. Rico, for the MAGIC Collaboration', ['J. Rico', 'MAGIC Collaboration']],
    ['M. Dal on behalf of the Belle II Collaboration', ['M. Dal', 'Belle II Collaboration']],
    ['H.E.S.S. Collaboration: F. Aharonian et al', ['H.E.S.S. Collaboration', 'F. Aharonian', 'et al']],
    ['R. Goncalo, for the ATLAS and CMS Collaborations', ['R. Goncalo', 'ATLAS and CMS Collaborations']],
    ['Half Open (Institute, Other Person', ['Half Open', 'Other Person']],
    ['Closed First) , Next One', ['Closed First', 'Next One']],
    ['J.~Doe,, ,', ['J. Doe']],
    ['', []],
    [' : ', []],
    ['山田太郎, Никита', ['山田太郎', 'Никита']],
  ])('%j', (text, authors) => {
    expect(splitCreators(text)).toEqual(authors);
  });

  it('are split quickly even if there are thousands', () => {
    const many = Array.from({ length: 3_303 }, (_, i) => `A. Author${i} (Lab ${i}, Hall)`);
    expect(splitCreators(many.join(', '))).toHaveLength(3_303);
  });
});
