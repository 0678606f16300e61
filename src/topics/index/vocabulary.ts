import { isJoinable } from '../spellings.ts';
import { stemWord } from '../stem.ts';
import { reaching } from './growing.ts';
import { hashOf } from './hash-table.ts';
import { createNumberedTexts, type NumberedTexts } from './numbered-texts.ts';
import { gaps } from './text-scanner.ts';

/** What two words beside each other have to say to whether they may be one: `isJoinable`, taken apart by word. */
const manner = { leads: 1, leadsTied: 2, follows: 4, followsTied: 8, endsInDigit: 16, beginsWithDigit: 32 } as const;

/**
 * The words that were read, by number, and what is known of each. Papers bring new ones for ever, so that those that
 * nobody needs are forgotten when there are too many.
 */
export interface Vocabulary {
  /** Words as they are compared exactly. */
  readonly forms: NumberedTexts;
  readonly stems: NumberedTexts;
  /** The number of a folded word. */
  formOf(text: string): number;
  stemOf(text: string): number;
  /** By form. */
  readonly stemOfForm: Int32Array;
  readonly mannerOfForm: Uint8Array;
  readonly hashOfForm: Int32Array;
  /** By stem. */
  readonly hashOfStem: Int32Array;
  /** Whether words have to be forgotten. */
  readonly isFull: boolean;
  /** Forgets all forms, and the stems that are not kept. No form's number of before is to be relied on. */
  forget(isKept: (stem: number) => boolean): void;
}

/** A year's papers bring some hundred thousand words, most of them once. */
const unlessTold = 120_000;

/** @param formsAtMost how many words are remembered before those that nobody needs are forgotten */
export function createVocabulary(formsAtMost = unlessTold): Vocabulary {
  let forms = createNumberedTexts();
  const stems = createNumberedTexts();
  let stemOfForm = new Int32Array(1 << 10);
  let mannerOfForm = new Uint8Array(1 << 10);
  let hashOfForm = new Int32Array(1 << 10);
  let hashOfStem = new Int32Array(1 << 10);

  const addStem = (text: string): number => {
    const stem = stems.add(text);
    hashOfStem = reaching(hashOfStem, stem);
    hashOfStem[stem] = hashOf(text);
    return stem;
  };
  const stemOf = (text: string): number => stems.numberOf(text) || addStem(text);
  const addForm = (text: string): number => {
    const form = forms.add(text);
    stemOfForm = reaching(stemOfForm, form);
    mannerOfForm = reaching(mannerOfForm, form);
    hashOfForm = reaching(hashOfForm, form);
    stemOfForm[form] = stemOf(stemWord(text));
    mannerOfForm[form] = mannerOf(text);
    hashOfForm[form] = hashOf(text);
    return form;
  };
  return {
    get forms() {
      return forms;
    },
    stems,
    stemOf,
    formOf: (text) => forms.numberOf(text) || addForm(text),
    get stemOfForm() {
      return stemOfForm;
    },
    get mannerOfForm() {
      return mannerOfForm;
    },
    get hashOfForm() {
      return hashOfForm;
    },
    get hashOfStem() {
      return hashOfStem;
    },
    get isFull() {
      return forms.size > formsAtMost;
    },
    forget(isKept) {
      forms = createNumberedTexts();
      for (let stem = 1; stem < stems.end; stem++) if (stems.textOf(stem) !== '' && !isKept(stem)) stems.remove(stem);
    },
  };
}

/** Asked of `isJoinable` with a partner that is no obstacle, and with one that is a number. */
function mannerOf(text: string): number {
  const [word, letter, number] = [text, 'x', '1'].map((each) => ({ text: each, stem: each }));
  if (word === undefined || letter === undefined || number === undefined) return 0;
  const joins = (first: typeof word, second: typeof word, gap: 'space' | 'hyphen'): boolean =>
    isJoinable({ ...first, gap: 'other' }, { ...second, gap });
  const [leadsTied, followsTied] = [joins(word, letter, 'hyphen'), joins(letter, word, 'hyphen')];
  return (
    (joins(word, letter, 'space') ? manner.leads : 0) |
    (leadsTied ? manner.leadsTied : 0) |
    (joins(letter, word, 'space') ? manner.follows : 0) |
    (followsTied ? manner.followsTied : 0) |
    (leadsTied && !joins(word, number, 'hyphen') ? manner.endsInDigit : 0) |
    (followsTied && !joins(number, word, 'hyphen') ? manner.beginsWithDigit : 0)
  );
}

/** Whether two words with that gap between them may be one, by their manners. */
export function areJoinable(first: number, second: number, gap: number): boolean {
  if ((first & manner.endsInDigit) !== 0 && (second & manner.beginsWithDigit) !== 0) return false;
  if (gap === gaps.hyphen) return (first & manner.leadsTied) !== 0 && (second & manner.followsTied) !== 0;
  return (first & manner.leads) !== 0 && (second & manner.follows) !== 0;
}
