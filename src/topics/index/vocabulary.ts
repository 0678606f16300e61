import { beginsWithDigit, endsInDigit, hasSign, isFunctionWord } from '../words/compounds.ts';
import { stemWord } from '../words/stem.ts';
import { reaching } from './growing.ts';
import { hashOf } from './hash-table.ts';
import { createNumberedTexts, type NumberedTexts } from './numbered-texts.ts';
import { gaps } from './text-scanner.ts';

/** What two words beside each other have to say to whether they may be one: `isJoinable`, taken apart by word. */
const manner = { hasSign: 1, isFunctionWord: 2, beginsWithDigit: 4, endsInDigit: 8 } as const;

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
export const wordsAtMost = 120_000;

/** @param formsAtMost how many words are remembered before those that nobody needs are forgotten */
export function createVocabulary(formsAtMost: number): Vocabulary {
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
  const addForm = (word: string): number => {
    const text = copied(word);
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

const mannerOf = (text: string): number =>
  (hasSign(text) ? manner.hasSign : 0) |
  (isFunctionWord(text) ? manner.isFunctionWord : 0) |
  (beginsWithDigit(text) ? manner.beginsWithDigit : 0) |
  (endsInDigit(text) ? manner.endsInDigit : 0);

/** Whether two words with that gap between them, which is no other one, may be one, by their manners. */
export function areJoinable(first: number, second: number, gap: number): boolean {
  const either = first | second;
  if ((either & manner.hasSign) !== 0) return false;
  if ((first & manner.endsInDigit) !== 0 && (second & manner.beginsWithDigit) !== 0) return false;
  return gap === gaps.hyphen || (either & manner.isFunctionWord) === 0;
}

/** Put together anew, so that a long text is not kept for a word of it. */
const copied = (text: string): string => text.split('').join('');
