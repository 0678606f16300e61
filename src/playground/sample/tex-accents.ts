/** Combining marks and the TeX accents they are written with in arXiv's feeds. */
const accents: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0304': '=',
  '\u0306': 'u',
  '\u0307': '.',
  '\u0308': '"',
  '\u030a': 'r',
  '\u030b': 'H',
  '\u030c': 'v',
  '\u0323': 'd',
  '\u0327': 'c',
  '\u0328': 'k',
};

const letters: Readonly<Record<string, string>> = {
  ß: '{\\ss}',
  ø: '{\\o}',
  Ø: '{\\O}',
  ł: '{\\l}',
  Ł: '{\\L}',
  æ: '{\\ae}',
  Æ: '{\\AE}',
  å: '{\\aa}',
  Å: '{\\AA}',
  ı: '{\\i}',
  ð: '{\\dh}',
  þ: '{\\th}',
  '’': "'",
  '“': '``',
  '”': "''",
  '–': '--',
};

/** Writes accented letters as TeX does, the way authors submit them: `Žitnikov` becomes `\v{Z}itnikov`. */
export function toTex(text: string): string {
  return [...text.normalize('NFC')].map((character) => letters[character] ?? accentToTex(character)).join('');
}

/** The character in TeX. It stays as it is if TeX has no accent for its mark. */
function accentToTex(character: string): string {
  const [base = '', mark, ...more] = character.normalize('NFD');
  const accent = mark === undefined ? undefined : accents[mark];
  if (accent === undefined || more.length > 0) return character;
  return /[a-zA-Z]/.test(accent) ? `\\${accent}{${base}}` : `\\${accent}${base}`;
}
