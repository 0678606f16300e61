import { topicLimits } from '../topic.ts';
import { reaching } from './growing.ts';

const nobody: readonly number[] = [];

/** Which terms the form of a word meets, be it that very form or its beginning; looked up once for each form. */
export class PrefixLookup {
  readonly #find: (kind: 'form' | 'prefix', text: string) => number;
  // By form: 1 where it is known that nobody watches it.
  #isUnwatched = new Uint8Array(1 << 8);
  readonly #known = new Map<number, readonly number[]>();

  /** @param find the term of a form or of a prefix, or 0 */
  constructor(find: (kind: 'form' | 'prefix', text: string) => number) {
    this.#find = find;
  }

  /** To be called when other forms and prefixes are asked for, or when forms get other numbers. */
  forget(): void {
    this.#isUnwatched.fill(0);
    this.#known.clear();
  }

  of(form: number, text: string): readonly number[] {
    this.#isUnwatched = reaching(this.#isUnwatched, form);
    if (this.#isUnwatched[form] === 1) return nobody;
    const known = this.#known.get(form);
    if (known !== undefined) return known;
    const found = this.#look(text);
    if (found.length === 0) this.#isUnwatched[form] = 1;
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
