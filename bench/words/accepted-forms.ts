import { pluralsOf, possibleForms, singularsOf, verbFormsOf } from './regular-forms.ts';
import { unlistedSpelling } from './spellings.ts';

/** The forms of a word, in lower case. */
export interface TrueForms {
  /** Every form, the word itself included. */
  readonly forms: ReadonlySet<string>;
  /** Words that may count as forms or not. */
  readonly doubtful: ReadonlySet<string>;
}

/** What the dictionaries know. */
interface Lists {
  readonly listed: ReadonlySet<string>;
  /** The forms of a listed word. */
  lookUp(word: string): ReadonlySet<string>;
}

/**
 * The forms of a word in the lists, and regular forms that no list has as another word.
 *
 * An unlisted plural is a form: `LLMs`. An unlisted verb form of a listed word is in doubt: `lensing` may be of `lens` or
 * a separate word. An unlisted word inflects regularly, or like the longest listed word at its end: `preprocessing`.
 */
export function acceptedForms(word: string, lists: Lists): TrueForms {
  const found = lists.listed.has(word) ? formsOfListed(word, lists) : formsOfUnlisted(word, lists);
  const forms = new Set([word, ...found.forms, ...unlistedSpellings(found.forms, lists)]);
  return { forms, doubtful: new Set(found.doubtful) };
}

interface Found {
  readonly forms: readonly string[];
  readonly doubtful: readonly string[];
}

function formsOfListed(word: string, { listed, lookUp }: Lists): Found {
  const forms = [...lookUp(word), ...pluralsOf(word).filter((form) => !listed.has(form))];
  return {
    forms,
    doubtful: [word, ...forms.filter(isBase)].flatMap(verbFormsOf).filter((form) => !listed.has(form)),
  };
}

const isBase = (form: string): boolean => !/(?:[^s]s|ed|ing)$/.test(form);

function formsOfUnlisted(word: string, lists: Lists): Found {
  const { listed, lookUp } = lists;
  const singulars = singularsOf(word);
  const singular = singulars.find((base) => listed.has(base));
  if (singular !== undefined) return formsOfListed(singular, lists);
  const verbs = verbsOf(word);
  const verb = verbs.find((base) => listed.has(base));
  if (verb !== undefined) return { forms: pluralsOf(word), doubtful: [...lookUp(verb), ...verbFormsOf(verb)] };
  const regular = [word, ...singulars, ...verbs].flatMap(possibleForms);
  return { forms: [...regular.filter((form) => !listed.has(form)), ...formsLikeItsEnd(word, lists)], doubtful: [] };
}

/** The verbs of which a word can be a form in -ed or -ing. */
function verbsOf(word: string): readonly string[] {
  const [, verb] = /^(.{3,})(?:ing|ed)$/.exec(word) ?? [];
  return verb === undefined ? [] : [verb, `${verb}e`];
}

const leastListedEnd = 3;
const leastBeginning = 2;

function formsLikeItsEnd(word: string, { listed, lookUp }: Lists): readonly string[] {
  for (let cut = leastBeginning; cut <= word.length - leastListedEnd; cut++) {
    const end = word.slice(cut);
    if (listed.has(end)) return [...lookUp(end)].map((form) => word.slice(0, cut) + form);
  }
  return [];
}

/** Other spellings of the forms that no list has. */
const unlistedSpellings = (forms: readonly string[], { listed }: Lists): readonly string[] =>
  forms
    .filter((form) => !listed.has(form))
    .flatMap((form) => unlistedSpelling(form) ?? [])
    .filter((form) => !listed.has(form));
