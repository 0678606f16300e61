/** Texts and topics that are as hard to match as somebody could make them. The tests match them as well. */

/** 100 kB. */
const long = (piece: string): string => piece.repeat(Math.ceil(100_000 / Buffer.byteLength(piece)));

const letters = 'bcdefghjklmnpqrstuvwxyz';
const letterAt = (index: number): string => letters.charAt(index % letters.length);

/** Different words, a blank after each. */
const differentWords = (count: number, wordAt: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => `${wordAt(index)} `).join('');

export const hostileTexts: Readonly<Record<string, string>> = {
  'one letter': long('b '),
  'a letter between hyphens': long('b-'),
  'two letters': long('b c '),
  'two letters between hyphens': long('b-c-'),
  'two letters after many others': `${'x '.repeat(2_000)}${long('b c ')}`,
  'all letters': long(Array.from(letters, (letter) => `${letter} `).join('')),
  compounds: long('bb '),
  'every spelling': long('b bb b-b bbb '),
  'a few words': long(differentWords(60, (index) => `b-b${index}`)),
  'different words': differentWords(17_000, (index) => `b${index.toString(36)}`),
  'one long word': long('b'),
  'long words': long(`${'b'.repeat(40)} `),
  'capitals with dots': long('B.B. '),
  digits: long('1-'),
  'combining marks': long('b\u0301 '),
  'one letter with many marks': `b${long('\u0301')}`,
  'a script without blanks': long('扩'),
  'Greek letters': long('α-'),
};

/** As many parts as a topic can have. */
function joined(partAt: (index: number) => string, joint = ' OR ', atMost = 50): string {
  let text = partAt(0);
  for (let index = 1; index < atMost; index++) {
    const longer = `${text}${joint}${partAt(index)}`;
    if (longer.length > 490) break;
    text = longer;
  }
  return text;
}

const near = (partAt: (index: number) => string, atMost = 250): string => `"${joined(partAt, ' ', atMost)}"~100`;

/** Phrases of two letters, as many as there are binary numbers with these digits. */
const ofTwoLetters = (index: number, joint: string): string =>
  Array.from((index + 2).toString(2), (digit) => (digit === '0' ? 'b' : 'c')).join(joint);

export const hostileTopics: readonly string[] = [
  `"${'b '.repeat(244)}b"`,
  `"z ${'b '.repeat(243)}b"`,
  `"${'b '.repeat(243)}b z"`,
  `"${'bb '.repeat(162)}b"`,
  `"${'b-'.repeat(240)}b"`,
  `"${'b bb bbb '.repeat(54)}b"`,
  `"${'b c '.repeat(120)}b"`,
  `="${'b '.repeat(243)}z"`,
  `="${'B b '.repeat(120)}z"`,
  `${'b-'.repeat(230)}bbb*`,
  `"${'b '.repeat(240)}"~50`,
  '"b b-b"~100',
  near((index) => `b${index}`, 60),
  near((index) => `b-${letterAt(index)}`),
  near((index) => `b-b-${letterAt(index)}`),
  near((index) => `${letterAt(index)}-${letterAt(index * 7 + 1)}`),
  near((index) => `${letterAt(index)}${letterAt(index * 7 + 1)}`),
  near((index) => 'b'.repeat(1 + (index % 40))),
  near(letterAt),
  near((index) => `b.b.${letterAt(index)}.`),
  near((index) => `1-${index}`),
  near((index) => `b\u0301-${letterAt(index)}`),
  near(() => '扩'),
  joined((index) => `b${index.toString(36)}`),
  joined(letterAt, ' '),
  joined((index) => 'b'.repeat(index + 1), ' '),
  joined((index) => `"b b${index}"~5`),
  joined((index) => `"b b-${index.toString(36)}"~5`),
  joined((index) => `"b${index} b"~99`),
  joined((index) => `"b b-b"~${index}`, ' '),
  joined((index) => `"b c"~${index}`),
  joined((index) => `"b b-c"~${index}`, ' '),
  joined((index) => `"${letterAt(index)} ${letterAt(index * 7 + 1)}"~${index}`),
  joined((index) => `"b b${index.toString(36)}"`),
  joined((index) => `"${ofTwoLetters(index, ' ')}"`),
  joined((index) => `"b ${ofTwoLetters(index, '-')}"~9`),
  joined((index) => `"c bb${'b'.repeat(index)}"`),
  joined((index) => `="B ${index.toString(36)}"`),
  joined((index) => `bbb${index.toString(36)}*`),
  joined((index) => `b-b-bb${index.toString(36)}*`),
  joined((index) => `au:"b ${letterAt(index)}${index}"`),
  `b ${joined((index) => `-("b b${index}"~5)`, ' ', 25)}`,
  `${'"b c-c"~9 ("z b"~9 OR '.repeat(5)}z${')'.repeat(5)}`,
  'bbb* -(bc cb fine-tuned)',
  '扩'.repeat(490),
  `${'扩'.repeat(489)}散`,
  `"${'扩 '.repeat(240)}散"~50`,
  `author:"${'b c '.repeat(110)}cd"`,
];
