import type { Paper } from '../../papers/paper.ts';
import { type Attribute, attribute } from '../matching/attributes.ts';
import { nameParts, spellName } from '../matching/paper-text.ts';
import { categoryKeys, factsOf } from '../operators/facts.ts';
import type { TermDictionary } from './term-dictionary.ts';
import { createTextScanner, createWordStream, gaps } from './text-scanner.ts';

const spellingsOf = (name: string): readonly (readonly Attribute[])[] =>
  spellName(nameParts(name)).map((names) => names.map(attribute.author));

const labelsOfCategory = (category: string): readonly Attribute[] => categoryKeys(category).map(attribute.category);

function otherLabelsOf(paper: Paper): readonly Attribute[] {
  const labels: Attribute[] = [...factsOf(paper)];
  const { upvotes } = paper.extras;
  if (upvotes === null) return labels;
  labels.push(attribute.upvotes(0));
  for (let least = 1; least <= upvotes; least *= 2) labels.push(attribute.upvotes(least));
  return labels;
}

/** Finds the terms of papers' labels. Labels of a kind that no topic asks for are not even made. */
export interface AttributeTermFinder {
  /** Of an author, by spelling of the name. */
  ofAuthor(name: string): readonly Terms[];
  /** Of all but the authors. */
  ofPaper(paper: Paper): Terms;
  /** To be called before each batch. */
  forgetOthers(): void;
}

/** 0 stands for what nobody asks for. */
type Terms = readonly number[];

export function createAttributeTermFinder(lexicon: TermDictionary): AttributeTermFinder {
  const termOf = (label: Attribute): number => lexicon.find('label', label);
  // Papers share first names and categories, which are looked up once each, as long as topics ask for the same labels.
  const scanner = createTextScanner((name) => termOf(attribute.author(name)));
  const ofCategory = new Map<string, readonly number[]>();
  const names = createWordStream();
  let edition = lexicon.labelEdition;

  const ofCategories = (categories: readonly string[]): readonly number[] =>
    categories.flatMap((category) => {
      const terms = ofCategory.get(category) ?? labelsOfCategory(category).map(termOf);
      ofCategory.set(category, terms);
      return terms;
    });
  return {
    ofAuthor(name) {
      names.end = 0;
      scanner.scan(name, names);
      const terms: number[] = [];
      let isTied = false;
      for (let at = 0; at < names.end; at++) {
        terms.push(names.forms[at] ?? 0);
        isTied ||= names.gaps[at] === gaps.hyphen;
      }
      return isTied ? spellingsOf(name).map((labels) => labels.map(termOf)) : [terms];
    },
    ofPaper: (paper) => [
      ...(lexicon.hasLabels('category') ? ofCategories(paper.categories) : []),
      ...(lexicon.hasLabels('other') ? otherLabelsOf(paper).map(termOf) : []),
    ],
    forgetOthers() {
      if (edition === lexicon.labelEdition) return;
      edition = lexicon.labelEdition;
      scanner.clear();
      ofCategory.clear();
    },
  };
}
