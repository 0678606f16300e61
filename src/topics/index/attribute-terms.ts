import type { Paper } from '../../papers/paper.ts';
import { type Attribute, attribute } from '../matching/attributes.ts';
import { nameParts, spellName, withInitialsApart } from '../matching/paper-text.ts';
import { categoryKeys, factsOf } from '../operators/facts.ts';
import type { TermDictionary } from './term-dictionary.ts';
import { createTextScanner, createWordStream, gaps } from './text-scanner.ts';

const spellingsOf = (name: string): readonly (readonly Attribute[])[] =>
  spellName(nameParts(name)).map((names) => names.map(attribute.author));

const attributesOfCategory = (category: string): readonly Attribute[] => categoryKeys(category).map(attribute.category);

function otherAttributesOf(paper: Paper): readonly Attribute[] {
  const attributes: Attribute[] = [...factsOf(paper)];
  const { upvotes } = paper.extras;
  if (upvotes === null) return attributes;
  attributes.push(attribute.upvotes(0));
  for (let least = 1; least <= upvotes; least *= 2) attributes.push(attribute.upvotes(least));
  return attributes;
}

/** Finds the terms of papers' attributes. Kinds of attributes that no topic asks for are skipped. */
export interface AttributeTermFinder {
  /** The terms of an author, one list for each spelling of the name. */
  ofAuthor(name: string): readonly Terms[];
  /** The terms of all attributes but the authors. */
  ofPaper(paper: Paper): Terms;
  /** Drops cached terms when topics ask for other attributes. Call it before each batch. */
  forgetOthers(): void;
}

/** Terms by number; 0 stands for an attribute that no topic asks for. */
type Terms = readonly number[];

export function createAttributeTermFinder(dictionary: TermDictionary): AttributeTermFinder {
  const termOf = (attribute: Attribute): number => dictionary.find('attribute', attribute);
  // Papers share first names and categories, so their terms are cached.
  const scanner = createTextScanner((name) => termOf(attribute.author(name)));
  const ofCategory = new Map<string, readonly number[]>();
  const names = createWordStream();
  let edition = dictionary.attributeEdition;

  const ofCategories = (categories: readonly string[]): readonly number[] =>
    categories.flatMap((category) => {
      const terms = ofCategory.get(category) ?? attributesOfCategory(category).map(termOf);
      ofCategory.set(category, terms);
      return terms;
    });
  return {
    ofAuthor(name) {
      names.end = 0;
      scanner.scan(withInitialsApart(name), names);
      const terms: number[] = [];
      let isTied = false;
      for (let at = 0; at < names.end; at++) {
        terms.push(names.forms[at] ?? 0);
        isTied ||= names.gaps[at] === gaps.hyphen;
      }
      return isTied ? spellingsOf(name).map((attributes) => attributes.map(termOf)) : [terms];
    },
    ofPaper: (paper) => [
      ...(dictionary.hasAttributes('category') ? ofCategories(paper.categories) : []),
      ...(dictionary.hasAttributes('other') ? otherAttributesOf(paper).map(termOf) : []),
    ],
    forgetOthers() {
      if (edition === dictionary.attributeEdition) return;
      edition = dictionary.attributeEdition;
      scanner.clear();
      ofCategory.clear();
    },
  };
}
