import { topicLimits } from '../topic.ts';
import { reaching } from './growing.ts';
import type { NumberedTexts } from './numbered-texts.ts';

const none: readonly number[] = [];

/** Finds the form and prefix terms that a word meets. The answer is cached by form. */
export class PrefixLookup {
  readonly #find: (kind: 'form' | 'prefix', text: string) => number;
  // By form: 1 where no term is met.
  #isUnmatched = new Uint8Array(1 << 8);
  readonly #known = new Map<number, readonly number[]>();

  /** @param find returns the term of a form or a prefix, or 0 */
  constructor(find: (kind: 'form' | 'prefix', text: string) => number) {
    this.#find = find;
  }

  /** Call it when topics ask for other forms and prefixes, or when forms are renumbered. */
  forget(): void {
    this.#isUnmatched.fill(0);
    this.#known.clear();
  }

  /** @param texts those of all forms; the text of a form is made when it is first asked for */
  of(form: number, texts: Pick<NumberedTexts, 'textOf'>): readonly number[] {
    this.#isUnmatched = reaching(this.#isUnmatched, form);
    if (this.#isUnmatched[form] === 1) return none;
    const known = this.#known.get(form);
    if (known !== undefined) return known;
    const found = this.#look(texts.textOf(form));
    if (found.length === 0) this.#isUnmatched[form] = 1;
    else this.#known.set(form, found);
    return found;
  }

  #look(text: string): readonly number[] {
    const terms = [this.#find('form', text)];
    for (let length = Math.min(text.length, topicLimits.characters); length > 0; length--) {
      terms.push(this.#find('prefix', text.slice(0, length)));
    }
    return terms.filter((term) => term !== 0);
  }
}
