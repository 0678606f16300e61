import { categories } from '../../papers/categories.ts';
import { categoryKeys } from '../operators/facts.ts';
import { operatorOf } from '../operators/registry.ts';
import {
  type ExactForm,
  isWordTerm,
  type PrefixTerm,
  type Term,
  type TextField,
  type TextTerm,
  type TypedWord,
  type UpvotesTerm,
  type WordTerm,
} from '../topic.ts';
import { isJoinable } from '../words/compounds.ts';

/** Whether every paper that meets the one term surely meets the other. False where that is not known. */
export function implies(term: Term, other: Term): boolean {
  if (isWordTerm(other)) return isWordTerm(term) && isWithin(term.field, other.field) && wordsImply(term, other);
  switch (other.kind) {
    case 'category':
      return (term.kind === 'category' || term.kind === 'primary') && isCategoryOf(term.category, other.category);
    case 'primary':
      return term.kind === 'primary' && isCategoryOf(term.category, other.category);
    case 'upvotes':
      return term.kind === 'upvotes' && term.least >= other.least && mostOf(term) <= mostOf(other);
    case 'about':
      return term.kind === 'about' && term.display === other.display && term.strictness >= other.strictness;
    case 'organization':
      return term.kind === 'organization' && other.words.every((word) => term.words.includes(word));
    default:
      return term.kind === other.kind && written(term) === written(other);
  }
}

/** Whether no paper can meet both terms. False where that is not known. */
export function excludeEachOther(one: Term, other: Term): boolean {
  if (one.kind === 'primary' && other.kind === 'primary') return !haveCommonCategory(one.category, other.category);
  // A paper is announced in one way.
  if (one.kind === 'announced' && other.kind === 'announced') return one.how !== other.how;
  if (one.kind === 'status' && other.kind === 'status') return one.status !== other.status;
  if (one.kind === 'upvotes' && other.kind === 'upvotes') return one.least > mostOf(other) || other.least > mostOf(one);
  return false;
}

function written(term: Term): string {
  const { field, value } = operatorOf(term).write(term);
  return `${field}:${value}`;
}

const mostOf = ({ most }: UpvotesTerm): number => most ?? Number.POSITIVE_INFINITY;

const archiveEnd = /[./]\*$/;

const keyOf = (category: string): string => category.toLowerCase().replace(archiveEnd, '');

/** Whether a paper of the one category or archive is always one of the other. */
function isCategoryOf(category: string, other: string): boolean {
  if (category === other) return true;
  return !archiveEnd.test(category) && categoryKeys(category).includes(keyOf(other));
}

/** Whether one category can be both. */
const haveCommonCategory = (one: string, other: string): boolean =>
  isCategoryOf(one, other) ||
  isCategoryOf(other, one) ||
  categories.some(({ id }) => [one, other].every((asked) => categoryKeys(id).includes(keyOf(asked))));

const isWithin = (field: TextField, other: TextField): boolean =>
  field === other || (other === 'any' && (field === 'title' || field === 'abstract'));

function wordsImply(term: WordTerm, other: WordTerm): boolean {
  if (term.kind === 'near' && other.kind === 'near')
    return term.display === other.display && term.distance <= other.distance;
  if (term.kind === 'near') return term.groups.some((words) => wordsImply(textTermOf(term.field, words), other));
  switch (other.kind) {
    case 'text':
      return impliesText(term, other);
    case 'exact':
      return term.kind === 'exact' && hasRun(term.forms, other.forms, isSureForm);
    case 'prefix':
      return other.stems.length === 0 && impliesPrefix(term, other);
    default:
      return false;
  }
}

const textTermOf = (field: TextField, words: readonly TypedWord[]): TextTerm => ({
  kind: 'text',
  field,
  words,
  compounds: [],
  display: '',
  isQuoted: false,
});

function impliesText(term: WordTerm, { words, compounds }: TextTerm): boolean {
  // A word in its own form meets every spelling of it.
  if (term.kind === 'exact') return hasRun(term.forms, words, (form, word) => form.text === word.text);
  if (term.kind !== 'text' || !term.compounds.every((stem) => compounds.includes(stem))) return false;
  if (isSameRun(term.words, words)) return true;
  return term.words.some(
    (_, from) =>
      isSameRun(term.words.slice(from, from + words.length), words) && isApart(term.words, from, words.length),
  );
}

const isSameRun = (words: readonly TypedWord[], others: readonly TypedWord[]): boolean =>
  words.length === others.length &&
  words.every((word, index) => {
    const other = others[index];
    return word.text === other?.text && (index === 0 || word.gap === other.gap);
  });

/** Whether no compound can join words of this part of a phrase with those around it. */
function isApart(words: readonly TypedWord[], from: number, length: number): boolean {
  const [before, first] = [words[from - 1], words[from]];
  const [last, after] = [words[from + length - 1], words[from + length]];
  return !(canJoin(before, first) || canJoin(last, after));
}

const canJoin = (one: TypedWord | undefined, other: TypedWord | undefined): boolean =>
  one !== undefined && other !== undefined && isJoinable(one, other);

function impliesPrefix(term: WordTerm, { prefix }: PrefixTerm): boolean {
  if (term.kind === 'exact') return term.forms.some(({ text }) => text.startsWith(prefix));
  return term.kind === 'prefix' && term.prefix.startsWith(prefix);
}

const isSureForm = (form: ExactForm, other: ExactForm): boolean =>
  form.text === other.text && (other.cased === null || other.cased === form.cased);

/** Whether the wanted items stand somewhere in the others, one after another. */
function hasRun<Item, Wanted>(
  items: readonly Item[],
  wanted: readonly Wanted[],
  isSure: (item: Item, wanted: Wanted) => boolean,
): boolean {
  return items.some((_, from) =>
    wanted.every((each, index) => {
      const item = items[from + index];
      return item !== undefined && isSure(item, each);
    }),
  );
}
