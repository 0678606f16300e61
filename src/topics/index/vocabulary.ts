import { beginsWithDigit, endsInDigit, isFunctionWord, standsAlone } from '../words/compounds.ts';
import { stemWord } from '../words/stem.ts';
import { reaching } from './growing.ts';
import { hashOf } from './hash-table.ts';
import { createNumberedTexts, type NumberedTexts } from './numbered-texts.ts';
import { gaps } from './text-scanner.ts';

/** Join flags: what each of two adjacent words contributes to `isJoinable`. */
const joinFlag = { standsAlone: 1, isFunctionWord: 2, beginsWithDigit: 4, endsInDigit: 8 } as const;

/**
 * The words of papers, by number, with what is known of each. New words never stop coming, so unused ones are forgotten
 * when there are too many.
 */
export interface Vocabulary {
  /** Folded words. */
  readonly forms: NumberedTexts;
  readonly stems: NumberedTexts;
  /** The number of a folded word. */
  formOf(text: string): number;
  stemOf(text: string): number;
  /** By form. */
  readonly stemOfForm: Int32Array;
  readonly joinFlagsOfForm: Uint8Array;
  readonly hashOfForm: Int32Array;
  /** By stem. */
  readonly hashOfStem: Int32Array;
  /** Whether words have to be forgotten. */
  readonly isFull: boolean;
  /** Forgets all forms, and the stems that `isKept` refuses. Form numbers are invalid afterwards. */
  forget(isKept: (stem: number) => boolean): void;
}

/** Remembered words. A year of papers brings about a hundred thousand, most of them once. */
export const wordsAtMost = 120_000;

/** @param formsAtMost how many forms may be remembered */
export function createVocabulary(formsAtMost: number): Vocabulary {
  let forms = createNumberedTexts();
  const stems = createNumberedTexts();
  let stemOfForm = new Int32Array(1 << 10);
  let joinFlagsOfForm = new Uint8Array(1 << 10);
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
    joinFlagsOfForm = reaching(joinFlagsOfForm, form);
    hashOfForm = reaching(hashOfForm, form);
    stemOfForm[form] = stemOf(stemWord(text));
    joinFlagsOfForm[form] = joinFlagsOf(text);
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
    get joinFlagsOfForm() {
      return joinFlagsOfForm;
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

const joinFlagsOf = (text: string): number =>
  (standsAlone(text) ? joinFlag.standsAlone : 0) |
  (isFunctionWord(text) ? joinFlag.isFunctionWord : 0) |
  (beginsWithDigit(text) ? joinFlag.beginsWithDigit : 0) |
  (endsInDigit(text) ? joinFlag.endsInDigit : 0);

/** Whether two words with a space or a hyphen between them may be one word, by their join flags. */
export function areJoinable(first: number, second: number, gap: number): boolean {
  const either = first | second;
  if ((either & joinFlag.standsAlone) !== 0) return false;
  if ((first & joinFlag.endsInDigit) !== 0 && (second & joinFlag.beginsWithDigit) !== 0) return false;
  return gap === gaps.hyphen || (either & joinFlag.isFunctionWord) === 0;
}

/** A copy that does not keep the long text it was cut from in memory. */
const copied = (text: string): string => text.split('').join('');
