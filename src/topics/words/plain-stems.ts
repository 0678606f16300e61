import { findStem } from './stem.ts';

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

/** The stems of known words. A word is found by its characters, so that no string is made of it. */
interface StemTable {
  /** @param hash of the characters in lower case, as `addToHash` makes it */
  stemOf(text: string, start: number, end: number, hash: number): string;
}

const hashStart = 0x811c9dc5;
/** FNV-1a. */
const addToHash = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

function createStemTable(): StemTable {
  /** By place of the hash table: the number of a word, or 0. */
  const slots = new Uint16Array(slotCount);
  /** By number of a word: where its letters end. Those of the next word follow. */
  const ends = new Uint32Array(rememberedAtMost + 1);
  let letters = new Uint8Array(1 << 16);
  let stems: string[] = [''];

  const isWord = (word: number, text: string, start: number, end: number): boolean => {
    let at = ends[word - 1] as number;
    if ((ends[word] as number) - at !== end - start) return false;
    for (let place = start; place < end; place += 1, at += 1)
      if (letters[at] !== kinds[text.charCodeAt(place)]) return false;
    return true;
  };
  const add = (word: string, slot: number): string => {
    if (stems.length > rememberedAtMost) {
      slots.fill(0);
      stems = [''];
    }
    const number = stems.length;
    const from = ends[number - 1] as number;
    if (from + word.length > letters.length) letters = grown(letters);
    for (let at = 0; at < word.length; at += 1) letters[from + at] = word.charCodeAt(at);
    ends[number] = from + word.length;
    slots[slot] = number;
    const stem = findStem(word);
    stems.push(stem);
    return stem;
  };

  return {
    stemOf(text, start, end, hash) {
      let slot = (hash ^ (hash >>> 16)) & (slotCount - 1);
      for (let word = slots[slot] as number; word !== 0; word = slots[slot] as number) {
        if (isWord(word, text, start, end)) return stems[word] as string;
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

/**
 * Makes a reader of the stems of plain texts, which are ASCII without acronyms. Nearly all abstracts are plain. It returns
 * null for any other text.
 * @param readJoined reads the word that begins there and has an apostrophe or a sign in it or behind it, `C++`
 */
export function createPlainStems(
  readJoined: (text: string, start: number) => { readonly stem: string; readonly end: number },
): (text: string) => string[] | null {
  const table = createStemTable();

  /** Reads the run of letters that begins there, and returns where its word ends. */
  function readWord(text: string, start: number, stems: string[]): number {
    let at = start;
    let hash = hashStart;
    let letter = kindAt(text, at);
    for (; letter >= firstLetter; letter = kindAt(text, at)) {
      hash = addToHash(hash, letter);
      at += 1;
    }
    if (letter === kind.joining) {
      const { stem, end } = readJoined(text, start);
      stems.push(stem);
      return end;
    }
    stems.push(at - start > longestWord ? text.slice(start, at).toLowerCase() : table.stemOf(text, start, at, hash));
    return at;
  }

  return (text) => {
    if (unlikePlain.test(text)) return null;
    const stems: string[] = [];
    for (let at = 0; at < text.length; ) at = kindAt(text, at) < firstLetter ? at + 1 : readWord(text, at, stems);
    return stems;
  };
}
