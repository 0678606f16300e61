import { memoByKey } from '../../memo.ts';
import type { Paper } from '../../papers/paper.ts';
import { type Attribute, attribute } from '../matching/attributes.ts';
import { keysOfPrinted } from '../names/name-keys.ts';
import { namePartsOf } from '../names/name-parts.ts';
import { categoryKeys, factsOf } from '../operators/facts.ts';
import type { TermDictionary } from './term-dictionary.ts';

const attributesOfCategory = (category: string): readonly Attribute[] => categoryKeys(category).map(attribute.category);

function otherAttributesOf(paper: Paper): readonly Attribute[] {
  const attributes: Attribute[] = [attribute.paper, ...factsOf(paper)];
  const { upvotes } = paper.extras;
  if (upvotes === null) return attributes;
  attributes.push(attribute.upvotes(0));
  for (let least = 1; least <= upvotes; least *= 2) attributes.push(attribute.upvotes(least));
  return attributes;
}

/** Finds the terms of papers' attributes. Kinds of attributes that no topic asks for are skipped. */
export interface AttributeTermFinder {
  /** The terms of all attributes. Some stand there twice. */
  ofPaper(paper: Paper): Terms;
  /** Drops cached terms when topics ask for other attributes. Call it before each batch. */
  forgetOthers(): void;
}

/** Terms by number; 0 stands for an attribute that no topic asks for. */
type Terms = readonly number[];

/** How many categories have cached terms. */
const categoriesKept = 1_024;

export function createAttributeTermFinder(dictionary: TermDictionary): AttributeTermFinder {
  const termsOf = (attributes: readonly Attribute[]): Terms =>
    attributes.map((each) => dictionary.find('attribute', each)).filter((term) => term !== 0);
  const cached = () => memoByKey(categoriesKept, (category: string) => termsOf(attributesOfCategory(category)));
  let ofCategory = cached();
  let edition = dictionary.attributeEdition;

  const ofAuthors = (names: readonly string[]): Terms => {
    const keys = names
      .filter((name) => dictionary.authors.mayHave(name))
      .flatMap((name) => keysOfPrinted(namePartsOf(name)))
      .filter((key) => dictionary.authors.mayHaveKey(key));
    return termsOf(keys.map(attribute.author));
  };
  return {
    ofPaper: (paper) => [
      ...(dictionary.hasAttributes('author') ? ofAuthors(paper.authors) : []),
      ...(dictionary.hasAttributes('category') ? paper.categories.flatMap((category) => ofCategory(category)) : []),
      ...(dictionary.hasAttributes('other') ? termsOf(otherAttributesOf(paper)) : []),
    ],
    forgetOthers() {
      if (edition === dictionary.attributeEdition) return;
      edition = dictionary.attributeEdition;
      ofCategory = cached();
    },
  };
}
