/** The words of a text as the judge reads them, by its own rules and not those of the topic language. */
export interface PlainWords {
  /** Single words, and words joined at a hyphen: of `pre-training`, `pre`, `training` and `pretraining`. */
  readonly words: ReadonlySet<string>;
  /** Two words beside each other, written together: of `data set`, `dataset`. */
  readonly joined: ReadonlySet<string>;
}

const word = /[\p{L}\p{N}]+/gu;
const marks = /\p{M}/gu;
const possessive = /['’]s\b/g;
const apostrophe = /['’]/g;
const hyphen = /^[-‐‑–]$/;

export function plainWords(text: string): PlainWords {
  const folded = text.normalize('NFKD').replace(marks, '').toLowerCase();
  const bare = folded.replace(possessive, '').replace(apostrophe, '');
  const words = new Set<string>();
  const joined = new Set<string>();
  let before: { readonly text: string; readonly end: number } | null = null;
  for (const { 0: found, index } of bare.matchAll(word)) {
    words.add(found);
    const gap = before === null ? '' : bare.slice(before.end, index);
    if (before !== null && hyphen.test(gap)) words.add(before.text + found);
    if (before !== null && gap === ' ') joined.add(before.text + found);
    before = { text: found, end: index + found.length };
  }
  return { words, joined };
}
