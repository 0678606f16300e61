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

/** A separator at the end of the text. */
const kindAt = (text: string, at: number): number => (at < text.length ? (kinds[text.charCodeAt(at)] as number) : 0);

/** Known words. A word is found by its characters, so that no string is made of it. */
interface WordTable {
  /** @param hash of the characters in lower case, as `addToHash` makes it */
  wordAt(text: string, start: number, end: number, hash: number): KnownWord;
}

const hashStart = 0x811c9dc5;
/** FNV-1a. */
const addToHash = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

function createWordTable(): WordTable {
  /** By place of the hash table: the number of a word, or 0. */
  const slots = new Uint16Array(slotCount);
  /** By number of a word: where its letters end. Those of the next word follow. */
  const ends = new Uint32Array(rememberedAtMost + 1);
  let letters = new Uint8Array(1 << 16);
  /** By number of a word, from 1 on. */
  let words: KnownWord[] = [noWord];

  const isWord = (word: number, text: string, start: number, end: number): boolean => {
    let at = ends[word - 1] as number;
    if ((ends[word] as number) - at !== end - start) return false;
    for (let place = start; place < end; place += 1, at += 1)
      if (letters[at] !== kinds[text.charCodeAt(place)]) return false;
    return true;
  };
  const add = (word: string, slot: number): KnownWord => {
    if (words.length > rememberedAtMost) {
      slots.fill(0);
      words = [noWord];
    }
    const number = words.length;
    const from = ends[number - 1] as number;
    if (from + word.length > letters.length) letters = grown(letters);
    for (let at = 0; at < word.length; at += 1) letters[from + at] = word.charCodeAt(at);
    ends[number] = from + word.length;
    slots[slot] = number;
    const known = readWord(word);
    words.push(known);
    return known;
  };

  return {
    wordAt(text, start, end, hash) {
      let slot = (hash ^ (hash >>> 16)) & (slotCount - 1);
      for (let word = slots[slot] as number; word !== 0; word = slots[slot] as number) {
        if (isWord(word, text, start, end)) return words[word] as KnownWord;
        slot = (slot + 1) & (slotCount - 1);
      }
      return add(text.slice(start, end).toLowerCase(), slot);
    },
  };
}

function grown(letters: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const longer = new Uint8Array(letters.length * 2);
  longer.set(letters);
  return longer;
}

/** ASCII without what may be an acronym. */
const unlikePlain = /[^\0-\x7f]|\.[a-z]\./i;

/** Takes a word of a text, with where it starts and ends. */
type TakeWord = (word: KnownWord, start: number, end: number) => void;

/** Reads the words of a text in their order. False if the text is not plain, and nothing was read. */
export type ReadPlainWords = (text: string, take: TakeWord) => boolean;

/**
 * Makes a reader of plain texts, which are ASCII without acronyms. Nearly all abstracts are plain.
 * @param readJoined reads the word that begins there and has an apostrophe or a sign in it or behind it, `C++`
 */
export function createPlainWords(
  readJoined: (text: string, start: number) => { readonly word: KnownWord; readonly end: number },
): ReadPlainWords {
  const table = createWordTable();

  /** Reads the run of letters that begins there, and returns where its word ends. */
  function readRun(text: string, start: number, take: TakeWord): number {
    let at = start;
    let hash = hashStart;
    let letter = kindAt(text, at);
    for (; letter >= firstLetter; letter = kindAt(text, at)) {
      hash = addToHash(hash, letter);
      at += 1;
    }
    if (letter === kind.joining) {
      const { word, end } = readJoined(text, start);
      take(word, start, end);
      return end;
    }
    take(at - start > longestWord ? ownStem(text.slice(start, at)) : table.wordAt(text, start, at, hash), start, at);
    return at;
  }

  return (text, take) => {
    if (unlikePlain.test(text)) return false;
    for (let at = 0; at < text.length; ) at = kindAt(text, at) < firstLetter ? at + 1 : readRun(text, at, take);
    return true;
  };
}

function ownStem(surface: string): KnownWord {
  const text = surface.toLowerCase();
  return { text, stem: text };
}
