import { type Saying, saying } from '../../language/saying.ts';
import { archives, categories } from '../../papers/categories.ts';
import { subjectAreas, subjectCategory } from '../../papers/subject-areas.ts';
import { nearest } from '../language/nearest.ts';
import { mention } from '../language/term-text.ts';

/** Says that a category is unknown, with the category that was probably meant, or an example. */
export function suggestCategory(field: string, wanted: string): Saying {
  const typed = mention(wanted);
  const place = findPlace(wanted);
  const meant = place === null ? findMeant(wanted.replace(/[./]\*$/, '')) : findMeantArea(place);
  if (meant !== null) return saying('syntax.unknownCategoryMeant', { typed, meant: `${field}:${meant}` });
  if (place === null) return saying('syntax.unknownCategory', { typed });
  return saying('syntax.unknownArea', { typed, area: shortestOf(place.server), server: place.server });
}

const allCategories = [...categories, ...subjectAreas];
const allIds = [...allCategories, ...archives].map(({ id }) => id);
const servers = [...new Set(subjectAreas.map(({ archive }) => archive))];

/**
 * The category or archive that was probably meant: by its part after the dot or the slash, by a typo in its id, or by
 * its name.
 */
function findMeant(typed: string): string | null {
  const wanted = typed.toLowerCase();
  const bySubject = allCategories.find(({ id }) => /[./](.*)$/.exec(id)?.[1]?.toLowerCase() === wanted);
  if (bySubject !== undefined) return bySubject.id;
  const byId = nearest(wanted, allIds);
  if (byId !== null) return byId;
  const name = nearest(
    wanted,
    allCategories.map((category) => category.name),
  );
  return allCategories.find((category) => category.name === name)?.id ?? null;
}

interface Place {
  readonly server: string;
  /** The subject area in the form of an id: `cell-biology`, or empty for `biorxiv.*`. */
  readonly area: string;
}

/** The server that a text begins with, typos included: `bioarxiv/Cell Biology`, `biorxiv.*`. */
function findPlace(typed: string): Place | null {
  const [, start = '', rest = ''] = /^([a-z]+)(?:[^a-z]+(.*))?$/i.exec(typed) ?? [];
  const server = nearest(start, servers);
  return server === null ? null : { server, area: subjectCategory('', rest)?.slice(1) ?? '' };
}

/**
 * The area of that name here or at the other server, or the nearest one here, or the only one here with such a word.
 */
function findMeantArea({ server, area }: Place): string | null {
  if (area === '') return `${server}/*`;
  const here = subjectAreas.filter(({ archive }) => archive === server).map(({ id }) => areaOf(id));
  if (here.includes(area)) return `${server}/${area}`;
  const elsewhere = subjectAreas.find(({ id }) => areaOf(id) === area);
  if (elsewhere !== undefined) return elsewhere.id;
  const withWord = here.filter((known) => `-${known}`.includes(`-${area}`));
  const meant = nearest(area, here) ?? (withWord.length === 1 ? withWord[0] : undefined);
  return meant === undefined ? null : `${server}/${meant}`;
}

const areaOf = (id: string): string => id.slice(id.indexOf('/') + 1);

const shortestOf = (server: string): string =>
  subjectAreas
    .filter(({ archive }) => archive === server)
    .map(({ id }) => id)
    .reduce((shortest, id) => (id.length < shortest.length ? id : shortest));
