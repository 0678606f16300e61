import { bylineOf, splitCollaboration } from '../papers/collaborations.ts';

/** A person, in the parts by which lists of references sort and shorten. */
interface CitedPerson {
  readonly kind: 'person';
  readonly given: string;
  /** Small words before the family name, which a sort skips: `van der`. Empty for most. */
  readonly particle: string;
  readonly family: string;
  /** `Jr.`, `III`. Empty for most. */
  readonly suffix: string;
}

/** An author of one name that is never shortened: a collaboration, or a name of one word. */
interface CitedWhole {
  readonly kind: 'whole';
  readonly name: string;
}

export type CitedName = CitedPerson | CitedWhole;

/** The authors in their order, people and collaborations. `et al.` is not an author. */
export function citedNames(authors: readonly string[]): {
  readonly authors: readonly CitedName[];
  readonly hasOthers: boolean;
} {
  const names = authors.flatMap(splitCollaboration).flatMap((name): readonly CitedName[] => {
    const { people, collaborations } = bylineOf([name]);
    return [...people.map(citedPerson), ...collaborations.map((whole) => ({ kind: 'whole' as const, name: whole }))];
  });
  return { authors: names, hasOthers: bylineOf(authors).hasOthers };
}

/** `Jan van der Berg`, `van der Berg, Jan` or `Ana Ruiz, Jr.`, in its parts. */
function citedPerson(name: string): CitedName {
  const [before = '', ...after] = name.split(',').map((part) => part.trim());
  const suffixes = after.filter((part) => isSuffix.test(part));
  const given = after.filter((part) => part !== '' && !isSuffix.test(part)).join(' ');
  const words = given === '' ? wordsOf(before) : [...wordsOf(given), ...wordsOf(before)];
  const last = words.at(-1);
  const isWithSuffix = words.length > 2 && last !== undefined && isSuffix.test(last);
  const parts = isWithSuffix ? words.slice(0, -1) : words;
  const suffix = [...(isWithSuffix ? [last] : []), ...suffixes].join(' ');
  // `Sand and Gravel` is a group, because sources part the names of people.
  const isGroup = parts.some((word) => /^and$/i.test(word));
  const start = isGroup ? 0 : given === '' ? familyStart(parts) : wordsOf(given).length;
  return start === 0
    ? { kind: 'whole', name: [...parts, suffix].filter(Boolean).join(' ') }
    : personOf(parts, start, suffix);
}

function personOf(parts: readonly string[], start: number, suffix: string): CitedPerson {
  const family = parts.slice(start);
  // A family name of small words only has no particle.
  const atFamily = Math.max(
    0,
    family.findIndex((word) => !isSmall.test(word)),
  );
  return {
    kind: 'person',
    given: parts.slice(0, start).join(' '),
    particle: family.slice(0, atFamily).join(' '),
    family: family.slice(atFamily).join(' '),
    suffix,
  };
}

const isSuffix = /^(?:jr|sr|ii|iii|iv)\.?$/i;
/** A word that is written small before a family name. */
const isSmall = /^(?:\p{Ll}|['’]\p{L}\b)/u;

/** Words that begin a family name even with a capital letter: Luc Van Gool, Maria De Luca. */
const capitalParticles = new Set(
  `Van Von Vom De Del Dell Della Delle Dello Den Der Di Da Das Dal Dalla Dos Do Du D' El Al Ben Bin Ibn La Le Lo Ter Ten
  Zu Zur Mac Mc St. Saint San Santa`.split(/\s+/),
);
/** Frequent Vietnamese family names, which stand first. After them, Van is a middle name. */
const vietnamese = new Set(
  'Bui Dang Dao Dinh Do Doan Duong Hoang Huynh Le Ly Ngo Nguyen Pham Phan Phung Tran Trinh Vo Vu'.split(' '),
);

/** Where the family name begins, if the given names come first; 0 if the name has one word. */
function familyStart(parts: readonly string[]): number {
  const last = parts.length - 1;
  if (last < 1) return 0;
  const small = parts.findIndex((word, index) => index > 0 && index < last && isSmall.test(word));
  if (small > 0) return small;
  if (vietnamese.has(parts[0] ?? '')) return last;
  let start = last;
  while (start > 1 && capitalParticles.has(parts[start - 1] ?? '')) start -= 1;
  return start;
}

/** The words of a name. `Y.-W.Chang` is two. */
const wordsOf = (text: string): string[] =>
  text
    .replace(/(?<=\p{Lu}\.)(?=\p{Lu}\p{Ll})/gu, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
