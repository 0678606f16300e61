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

/** Reads the word that begins there and has an apostrophe or a sign in it or behind it, `C++`. */
type ReadJoined = (text: string, start: number) => { readonly word: KnownWord; readonly end: number };

/** Reads the words of plain texts, one after another. */
export class PlainWords {
  /** Where the last word starts and ends. */
  start = 0;
  end = 0;
  readonly #readJoined: ReadJoined;
  readonly #table = createWordTable();
  #text = '';
  /** The characters of the text and a separator. They are read far faster from bytes than from a string. */
  #codes = Buffer.alloc(1 << 12);

  constructor(readJoined: ReadJoined) {
    this.#readJoined = readJoined;
  }

  begin(text: string): void {
    while (this.#codes.length <= text.length) this.#codes = doubled(this.#codes);
    this.#codes.write(text, 'latin1');
    this.#codes[text.length] = separator;
    this.#text = text;
    this.end = 0;
  }

  /** The next word of the text; null at its end. */
  next(): KnownWord | null {
    const codes = this.#codes;
    const { length } = this.#text;
    let at = this.end;
    while (at < length && kindOf(codes, at) < firstLetter) at += 1;
    this.start = at;
    let hash = hashStart;
    let letter = kindOf(codes, at);
    for (; letter >= firstLetter; letter = kindOf(codes, at)) {
      hash = addToHash(hash, letter);
      at += 1;
    }
    this.end = at;
    if (at === this.start) return null;
    return letter === kind.joining ? this.#joined() : this.#plain(hash);
  }

  #joined(): KnownWord {
    const { word, end } = this.#readJoined(this.#text, this.start);
    this.end = end;
    return word;
  }

  #plain(hash: number): KnownWord {
    const { start, end } = this;
    return end - start > longestWord
      ? ownStem(this.#text.slice(start, end))
      : this.#table.wordAt(this.#codes, start, end, hash);
  }
}

function ownStem(surface: string): KnownWord {
  const text = surface.toLowerCase();
  return { text, stem: text };
}
