import type { Paper } from '../../papers/paper.ts';
import { categoryKeys, factsOf } from '../facts.ts';
import { type Key, key } from '../paper-keys.ts';
import { nameParts, spellName } from '../paper-text.ts';
import type { Lexicon } from './lexicon.ts';

/** What a paper is filed under beside its words is a label: an author's name, a category, a fact, a count of upvotes. */
export function labelsOf(paper: Paper): readonly Key[] {
  return [
    ...paper.authors.flatMap(namePartsOf).flatMap(labelsOfNamePart),
    ...paper.categories.flatMap(labelsOfCategory),
    ...otherLabelsOf(paper),
  ];
}

/** No hyphen ties what stands on both sides of a blank, so that each part of a name can be looked at by itself. */
const namePartsOf = (name: string): readonly string[] => name.split(' ');

// Nearly all parts are such, which no tokenizer cuts otherwise.
const plainPart = /^[a-z]+$/i;

const labelsOfNamePart = (part: string): readonly Key[] =>
  plainPart.test(part)
    ? [key.author(part.toLowerCase())]
    : [...new Set(spellName(nameParts(part)).flat().map(key.author))];

const labelsOfCategory = (category: string): readonly Key[] => categoryKeys(category).map(key.category);

function otherLabelsOf(paper: Paper): readonly Key[] {
  const labels: Key[] = [...factsOf(paper)];
  const { upvotes } = paper.extras;
  if (upvotes === null) return labels;
  labels.push(key.upvotes(0));
  for (let least = 1; least <= upvotes; least *= 2) labels.push(key.upvotes(least));
  return labels;
}

/** Finds the terms of papers' labels. Labels of a kind that no topic asks for are not even made. */
export interface LabelFinder {
  ofAuthor(name: string, take: (term: number) => void): void;
  /** Of all but the authors. */
  ofPaper(paper: Paper, take: (term: number) => void): void;
  /** To be called before each batch. */
  forgetOthers(): void;
}

export function createLabelFinder(lexicon: Lexicon): LabelFinder {
  const termsOf = (labels: readonly Key[]): readonly number[] =>
    labels.map((label) => lexicon.find('label', label)).filter((term) => term !== 0);
  // Papers share first names and categories, which are looked up once each, as long as topics ask for the same labels.
  const ofNamePart = remembering((part) => termsOf(labelsOfNamePart(part)));
  const ofCategory = remembering((category) => termsOf(labelsOfCategory(category)));
  let edition = lexicon.labelEdition;

  return {
    ofAuthor(name, take) {
      for (const part of namePartsOf(name)) ofNamePart.read(part).forEach(take);
    },
    ofPaper(paper, take) {
      const categories = lexicon.hasLabels('category') ? paper.categories : [];
      for (const category of categories) ofCategory.read(category).forEach(take);
      if (lexicon.hasLabels('other')) termsOf(otherLabelsOf(paper)).forEach(take);
    },
    forgetOthers() {
      if (edition === lexicon.labelEdition) return;
      edition = lexicon.labelEdition;
      ofNamePart.forget();
      ofCategory.forget();
    },
  };
}

const rememberedAtMost = 1 << 15;

function remembering(find: (text: string) => readonly number[]) {
  const known = new Map<string, readonly number[]>();
  return {
    read(text: string): readonly number[] {
      const remembered = known.get(text);
      if (remembered !== undefined) return remembered;
      if (known.size >= rememberedAtMost) known.clear();
      const terms = find(text);
      known.set(text, terms);
      return terms;
    },
    forget: () => known.clear(),
  };
}
