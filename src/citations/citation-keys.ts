import type { CitedName } from './cited-names.ts';
import type { Reference } from './reference.ts';

/**
 * The keys of references, in their order: `vaswani2017attention`, of the first author, the year and the first word of
 * the title that tells something. If several have the same, the second one gets an `a`, the third a `b`.
 */
export function citationKeys(references: readonly Reference[]): readonly string[] {
  const used = new Set<string>();
  return references.map((reference) => {
    const base = baseKey(reference);
    let key = base;
    for (let number = 1; used.has(key); number++) key = `${base}${letters(number)}`;
    used.add(key);
    return key;
  });
}

function baseKey({ authors, date, title }: Reference): string {
  const name = authors.map(authorKey).find((key) => key !== '');
  const author = name === undefined || /^\d/.test(name) ? `paper${name ?? ''}` : name;
  const words = title.split(/[^\p{L}\p{N}\p{M}]+/u).map(asciiLetters);
  const word = words.find((each) => /[a-z]{2}/.test(each) && !emptyWords.has(each)) ?? words.find(Boolean) ?? '';
  return `${author}${date?.year ?? ''}${word}`;
}

const authorKey = (name: CitedName | undefined): string => {
  if (name === undefined) return '';
  return asciiLetters(name.kind === 'person' ? `${name.particle}${name.family}` : firstWord(name.name));
};

const firstWord = (text: string): string =>
  text
    .split(/[\s-]+/)
    .map(asciiLetters)
    .find(Boolean) ?? '';

/** Words that begin many titles and tell nothing. */
const emptyWords = new Set(
  `a an the on of for in to with from by at as is are be can do does how what when where which who why and or not no
  towards toward via using into over under between beyond its their our your this that these those une un le la les des
  der die das ein eine el los las`.split(/\s+/),
);

const ligatures: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' },
};

/** The letters a to z and the digits of a text; accents are dropped, and letters of other scripts. */
function asciiLetters(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[ßæœøłđðþı]/g, (letter) => ligatures[letter] ?? '')
    .replace(/[^a-z\d]/g, '');
}

/** 1 → `a`, 26 → `z`, 27 → `aa`. */
function letters(number: number): string {
  const rest = number - 1;
  const last = String.fromCharCode(97 + (rest % 26));
  return rest < 26 ? last : `${letters(Math.floor(rest / 26))}${last}`;
}
