import type { Paper } from '../../papers/paper.ts';
import { nameParts, type PaperText, readPaper, spellName } from '../paper-text.ts';

/** Reads papers for the operators that decide for themselves: once each, and no more of them than is asked for. */
export function createLazyReader(papers: readonly Paper[]): (paper: number) => PaperText {
  const texts = new Map<number, PaperText>();
  return (number) => {
    const known = texts.get(number);
    if (known !== undefined) return known;
    const paper = papers[number];
    if (paper === undefined) throw new RangeError(`there is no paper ${number} in the batch`);
    const text = readLazily(paper);
    texts.set(number, text);
    return text;
  };
}

function readLazily(paper: Paper): PaperText {
  const whole = once(() => readPaper(paper));
  const authors = once(() => paper.authors.map((name) => ({ name, spellings: spellName(nameParts(name)) })));
  return {
    paper,
    get title() {
      return whole().title;
    },
    get abstract() {
      return whole().abstract;
    },
    get comment() {
      return whole().comment;
    },
    get authors() {
      return authors();
    },
    get categories() {
      return whole().categories;
    },
    get facts() {
      return whole().facts;
    },
  };
}

function once<Value>(read: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= read();
    return value;
  };
}
