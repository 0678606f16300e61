import { type KnownWord, readWord } from './stem.ts';

const noWord: KnownWord = { text: '', stem: '' };
/** Words that are remembered with their stems. Papers repeat the same few ten thousand. */
const rememberedAtMost = 30_000;
/** The places of the hash table: a power of two, more than twice as many as there are words. */
const slotCount = 1 << 16;
/** Longer words are addresses and text without blanks, and are their own stems. */
const longestWord = 40;

/** What a character of ASCII is for a scan; above these, it is the letter or digit in lower case. */
const kind = { separator: 0, joining: 1 } as const;
const firstLetter = 2;

const kinds = new Uint8Array(128);
for (let code = 0; code < kinds.length; code += 1) {
  const character = String.fromCharCode(code);
  if (/[a-z0-9]/i.test(character)) kinds[code] = character.toLowerCase().charCodeAt(0);
  else if ("'`+#".includes(character)) kinds[code] = kind.joining;
}

const separator = ' '.charCodeAt(0);

const kindOf = (codes: Uint8Array, at: number): number => kinds[codes[at] as number] as number;

/** Known words. A word is found by its characters, so that no string is made of it. */
interface WordTable {
  /** @param hash of the characters in lower case, as `addToHash` makes it */
  wordAt(codes: Uint8Array, start: number, end: number, hash: number): KnownWord;
}

const hashStart = 0x811c9dc5;
/** FNV-1a. */
const addToHash = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

function createWordTable(): WordTable {
  /** By place of the hash table: the number of a word, or 0. */
  const slots = new Uint16Array(slotCount);
  /** By number of a word: where its letters end. Those of the next word follow. */
  const ends = new Uint32Array(rememberedAtMost + 1);
  let letters = Buffer.alloc(1 << 16);
  /** By number of a word, from 1 on. */
  let words: KnownWord[] = [noWord];

  const isWord = (word: number, codes: Uint8Array, start: number, end: number): boolean => {
    let at = ends[word - 1] as number;
    if ((ends[word] as number) - at !== end - start) return false;
    for (let place = start; place < end; place += 1, at += 1) if (letters[at] !== kindOf(codes, place)) return false;
    return true;
  };
  const add = (codes: Uint8Array, start: number, end: number, slot: number): KnownWord => {
    if (words.length > rememberedAtMost) {
      slots.fill(0);
      words = [noWord];
    }
    const number = words.length;
    const from = ends[number - 1] as number;
    const to = from + end - start;
    if (to > letters.length) letters = doubled(letters);
    for (let at = from; at < to; at += 1) letters[at] = kindOf(codes, start + at - from);
    ends[number] = to;
    slots[slot] = number;
    const known = readWord(letters.toString('latin1', from, to));
    words.push(known);
    return known;
  };

  return {
    wordAt(codes, start, end, hash) {
      let slot = (hash ^ (hash >>> 16)) & (slotCount - 1);
      for (let word = slots[slot] as number; word !== 0; word = slots[slot] as number) {
        if (isWord(word, codes, start, end)) return words[word] as KnownWord;
        slot = (slot + 1) & (slotCount - 1);
      }
      return add(codes, start, end, slot);
    },
  };
}

function doubled(bytes: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
  const longer = Buffer.alloc(bytes.length * 2);
  longer.set(bytes);
  return longer;
}

/** Anything but ASCII, and what may be an acronym. */
const unlikePlain = /[^\0-\x7f]|\.[a-z]\./gi;

/** Whether a text is ASCII without acronyms, as nearly all abstracts are. */
export const isPlain = (text: string): boolean => nextUnlikePlain(text, 0) < 0;

function nextUnlikePlain(text: string, from: number): number {
  unlikePlain.lastIndex = from;
  return unlikePlain.exec(text)?.index ?? -1;
}

/** A stretch of a text. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The stretches of a text that are not plain, each from one blank to another. No word has a blank in it. */
export function unlikePlainStretches(text: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (let at = nextUnlikePlain(text, 0); at >= 0; ) {
    const blank = text.indexOf(' ', at);
    const end = blank < 0 ? text.length : blank;
    const start = text.lastIndexOf(' ', at) + 1;
    const before = stretches.at(-1);
    if (before !== undefined && before.end + 1 === start) stretches.splice(-1, 1, { start: before.start, end });
    else stretches.push({ start, end });
    at = nextUnlikePlain(text, end);
  }
  return stretches;
}

/** Takes a word of a text, with where it starts and ends. */
type TakeWord = (word: KnownWord, start: number, end: number) => void;

/** Reads the words of a plain text in their order. */
export type ReadPlainWords = (text: string, take: TakeWord) => void;

/**
 * Makes a reader of plain texts.
 * @param readJoined reads the word that begins there and has an apostrophe or a sign in it or behind it, `C++`
 */
export function createPlainWords(
  readJoined: (text: string, start: number) => { readonly word: KnownWord; readonly end: number },
): ReadPlainWords {
  const table = createWordTable();
  /** The characters of the text and a separator. They are read far faster from bytes than from a string. */
  let codes = Buffer.alloc(1 << 12);

  /** Reads the run of letters that begins there, and returns where its word ends. */
  function readRun(text: string, start: number, take: TakeWord): number {
    let at = start;
    let hash = hashStart;
    let letter = kindOf(codes, at);
    for (; letter >= firstLetter; letter = kindOf(codes, at)) {
      hash = addToHash(hash, letter);
      at += 1;
    }
    if (letter === kind.joining) {
      const { word, end } = readJoined(text, start);
      take(word, start, end);
      return end;
    }
    take(at - start > longestWord ? ownStem(text.slice(start, at)) : table.wordAt(codes, start, at, hash), start, at);
    return at;
  }

  return (text, take) => {
    while (codes.length <= text.length) codes = doubled(codes);
    codes.write(text, 'latin1');
    codes[text.length] = separator;
    for (let at = 0; at < text.length; ) at = kindOf(codes, at) < firstLetter ? at + 1 : readRun(text, at, take);
  };
}

function ownStem(surface: string): KnownWord {
  const text = surface.toLowerCase();
  return { text, stem: text };
}
