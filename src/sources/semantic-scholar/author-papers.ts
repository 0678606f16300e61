import { z } from 'zod';
import { boundedPaper, type GivenPaper } from '../../papers/given-paper.ts';
import { parsePaperId } from '../../papers/paper-id.ts';
import { cleanTexText } from '../../papers/text.ts';
import type { AuthorPapers, AuthorService } from '../author-service.ts';
import { readJson } from '../json.ts';
import type { PoliteFetch } from '../polite-fetch.ts';
import { SourceError } from '../source.ts';

const name = 'Semantic Scholar';
const papersAtMost = 500;
const fields = 'title,abstract,year,externalIds,authors.name';

const optional = <T extends z.ZodType>(type: T) => type.nullish().catch(undefined);
const authorShape = z.object({ authorId: z.string(), name: optional(z.string()) });
const paperShape = z.object({
  title: z.string(),
  abstract: optional(z.string()),
  year: optional(z.number().int()),
  externalIds: optional(z.record(z.string(), z.unknown())),
  authors: optional(z.array(z.object({ name: optional(z.string()) }))),
});
const pageShape = z.object({ data: z.array(z.unknown()) });

interface Access {
  /** The address of the service: `https://api.semanticscholar.org`. */
  readonly url: string;
  /** Null where the host has none. Then the service refuses many requests. */
  readonly key: string | null;
  readonly fetch: PoliteFetch;
}

/** The papers of authors at Semantic Scholar. */
export const createScholarAuthors = (access: Access): AuthorService => ({
  name,
  registries: ['semantic-scholar'],
  papersOf: ({ id }, signal) => askAuthor(access, id, signal),
});

async function askAuthor(access: Access, id: string, signal: AbortSignal): Promise<AuthorPapers | null> {
  const answer = await ask(access, `author/${id}?fields=name`, signal);
  if (answer === null) return null;
  const author = authorShape.safeParse(answer);
  if (!author.success) throw new SourceError('malformed', `${name} sent something that is not an author`);
  const page = pageShape.safeParse(
    await ask(access, `author/${id}/papers?fields=${fields}&limit=${papersAtMost}`, signal),
  );
  if (!page.success) throw new SourceError('malformed', `${name} sent something that is not a list of papers`);
  const papers = page.data.data.flatMap((paper) => readPaper(paper) ?? []);
  const newestFirst = papers.toSorted((one, other) => (other.year ?? 0) - (one.year ?? 0));
  return { name: cleanTexText(author.data.name ?? ''), papers: newestFirst };
}

/** Null where the service has no such thing. */
async function ask({ url, key, fetch }: Access, path: string, signal: AbortSignal): Promise<unknown> {
  const headers = key === null ? {} : { 'x-api-key': key };
  try {
    const { body } = await fetch.get(new URL(`${url}/graph/v1/${path}`), {
      signal,
      accept: 'application/json',
      headers,
    });
    return readJson(body, name);
  } catch (error) {
    if (error instanceof SourceError && error.status === 404) return null;
    throw error;
  }
}

function readPaper(value: unknown): GivenPaper | null {
  const parsed = paperShape.safeParse(value);
  if (!parsed.success) return null;
  const { title, abstract, year, externalIds, authors } = parsed.data;
  const ids = ['ArXiv', 'DOI'].flatMap(
    (kind) => parsePaperId(String(externalIds?.[kind] ?? '').slice(0, 300))?.id ?? [],
  );
  return boundedPaper({
    title: cleanTexText(title),
    authors: (authors ?? []).flatMap((author) => cleanTexText(author.name ?? '') || []),
    abstract: cleanTexText(abstract ?? ''),
    ids: [...new Set(ids)],
    keywords: [],
    year: year ?? null,
  });
}
