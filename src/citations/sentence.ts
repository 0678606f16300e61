import type { CitedName } from './cited-names.ts';
import type { Reference } from './reference.ts';
import { singleLine } from './single-line.ts';

/** How many authors are all named, and how many of more. */
const namedAtMost = 6;
const namedOfMore = 3;

/** `Ada Example and Ben Sample`, or `Ada Example, Ben Sample, Cy Third et al.` Empty without authors. */
export function showAuthors({ authors, hasOthers }: Pick<Reference, 'authors' | 'hasOthers'>): string {
  const names = authors.map(showName);
  if (names.length > namedAtMost || hasOthers) return `${names.slice(0, namedOfMore).join(', ')} et al.`;
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function showName(name: CitedName): string {
  if (name.kind === 'whole') return singleLine(name.name);
  return singleLine([name.given, name.particle, name.family, name.suffix].filter(Boolean).join(' '));
}

/** Where it is: `Physical Review D 76(3), 104-117`, `arXiv 2406.01234`. Empty if nobody states it. */
export function showPlace({ publication, arxiv, server, doi }: Reference): string {
  if (publication !== null) {
    const { container, volume, issue, pages } = publication;
    const number = `${volume ?? ''}${issue === null ? '' : `(${issue})`}`;
    return [[singleLine(container), number].filter(Boolean).join(' '), pages ?? ''].filter(Boolean).join(', ');
  }
  if (arxiv !== null) return `arXiv ${arxiv.id}`;
  return server ?? (doi === null ? '' : `doi ${doi}`);
}
