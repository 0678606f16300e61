import type { FieldText, PaperText } from '../matching/paper-text.ts';

/** How texts write the words with these stems: the most frequent form of each, without capitals if there is one. */
export function mostFrequent(stems: ReadonlySet<string>, texts: readonly PaperText[]): ReadonlyMap<string, string> {
  const forms = new Map<string, Map<string, number>>();
  const count = ({ tokens }: FieldText, text: string): void => {
    for (const { stem, start, end } of tokens) {
      if (!stems.has(stem)) continue;
      const form = text.slice(start, end);
      const ofStem = forms.get(stem) ?? new Map<string, number>();
      forms.set(stem, ofStem.set(form, (ofStem.get(form) ?? 0) + 1));
    }
  };
  for (const { title, abstract, paper } of texts) {
    count(title, paper.title);
    count(abstract, paper.abstract);
  }
  return new Map([...forms].map(([stem, ofStem]) => [stem, bestOf(ofStem)]));
}

function bestOf(forms: ReadonlyMap<string, number>): string {
  const [best = ''] = [...forms].sort(
    ([one, times], [other, otherTimes]) =>
      Number(hasCapital(one)) - Number(hasCapital(other)) || otherTimes - times || (one < other ? -1 : 1),
  )[0] ?? [''];
  return best;
}

const hasCapital = (form: string): boolean => form !== form.toLowerCase();
