import { z } from 'zod';
import type { AuthorRegistry } from '../../papers/author-id.ts';
import { boundedPaper, type GivenPaper } from '../../papers/given-paper.ts';
import type { PaperId } from '../../papers/paper.ts';
import { parsePaperId } from '../../papers/paper-id.ts';
import { cleanTexText } from '../../papers/text.ts';
import type { AuthorPapers, AuthorService } from '../author-service.ts';
import { readJson } from '../json.ts';
import { withoutMarkup } from '../markup.ts';
import type { PoliteFetch } from '../polite-fetch.ts';
import { SourceError } from '../source.ts';

const name = 'OpenAlex';
/** The most that one page has. Older works say less about what somebody reads now. */
const worksAtMost = 200;
/** Longer abstracts are cut. */
const longestAbstract = 2_000;
const workFields = 'id,doi,title,publication_year,authorships,abstract_inverted_index,keywords,locations';

const optional = <T extends z.ZodType>(type: T) => type.nullish().catch(undefined);
const authorShape = z.object({ id: z.string(), display_name: optional(z.string()) });
const workShape = z.object({
  title: z.string(),
  doi: optional(z.string()),
  publication_year: optional(z.number().int()),
  authorships: optional(z.array(z.object({ author: optional(z.object({ display_name: optional(z.string()) })) }))),
  abstract_inverted_index: optional(z.record(z.string(), z.array(z.number().int().nonnegative()))),
  keywords: optional(z.array(z.object({ display_name: optional(z.string()) }))),
  locations: optional(z.array(z.object({ landing_page_url: optional(z.string()) }))),
});
const pageShape = z.object({ results: z.array(z.unknown()) });

interface Access {
  /** The address of the service: `https://api.openalex.org`. */
  readonly url: string;
  readonly key: string | null;
  /** Named in each request, as the service asks; null where the host named none. */
  readonly contact: string | null;
  readonly fetch: PoliteFetch;
}

/** The papers of authors at OpenAlex, by its own ids and by those of ORCID. */
export const createOpenAlexAuthors = (access: Access): AuthorService => ({
  name,
  registries: ['orcid', 'openalex'],
  papersOf: (id, signal) => askAuthor(access, id, signal),
});

async function askAuthor(
  access: Access,
  { registry, id }: { readonly registry: AuthorRegistry; readonly id: string },
  signal: AbortSignal,
): Promise<AuthorPapers | null> {
  const place = registry === 'orcid' ? `orcid:${id}` : id;
  const answer = await ask(access, `authors/${place}`, { select: 'id,display_name' }, signal);
  if (answer === null) return null;
  const author = authorShape.safeParse(answer).data;
  const ownId = /\bA\d{4,12}$/.exec(author?.id ?? '')?.[0];
  if (ownId === undefined) throw new SourceError('malformed', `${name} sent something that is not an author`);
  const query = { filter: `author.id:${ownId}`, sort: 'publication_date:desc', select: workFields };
  const page = await ask(access, 'works', { ...query, 'per-page': String(worksAtMost) }, signal);
  return { name: cleanTexText(author?.display_name ?? ''), papers: readWorks(page) };
}

/** Null where the service has no such thing. */
async function ask(
  { url, key, contact, fetch }: Access,
  path: string,
  query: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<unknown> {
  const address = new URL(`${url}/${path}`);
  const access = { ...(contact === null ? {} : { mailto: contact }), ...(key === null ? {} : { api_key: key }) };
  address.search = new URLSearchParams({ ...query, ...access }).toString();
  try {
    const { body } = await fetch.get(address, { signal, accept: 'application/json' });
    return readJson(body, name);
  } catch (error) {
    if (error instanceof SourceError && error.status === 404) return null;
    throw error;
  }
}

/** The works of a page. One that cannot be read costs only itself. */
function readWorks(json: unknown): readonly GivenPaper[] {
  const page = pageShape.safeParse(json);
  if (!page.success) throw new SourceError('malformed', `${name} sent something that is not a list of works`);
  return page.data.results.flatMap((work) => readWork(work) ?? []);
}

function readWork(value: unknown): GivenPaper | null {
  const parsed = workShape.safeParse(value);
  if (!parsed.success) return null;
  const work = parsed.data;
  return boundedPaper({
    title: cleanTexText(withoutMarkup(work.title)),
    authors: (work.authorships ?? []).flatMap(({ author }) => cleanTexText(author?.display_name ?? '') || []),
    abstract: cleanTexText(withoutMarkup(readAbstract(work.abstract_inverted_index ?? {}))),
    ids: idsOf([work.doi, ...(work.locations ?? []).map((location) => location.landing_page_url)]),
    keywords: (work.keywords ?? []).flatMap((word) => cleanTexText(word.display_name ?? '') || []),
    year: work.publication_year ?? null,
  });
}

const idsOf = (texts: readonly (string | null | undefined)[]): readonly PaperId[] => [
  ...new Set(texts.flatMap((text) => parsePaperId((text ?? '').slice(0, 300))?.id ?? [])),
];

/** OpenAlex gives an abstract as its words, each with its places. */
function readAbstract(index: Readonly<Record<string, readonly number[]>>): string {
  const words: string[] = [];
  for (const [word, places] of Object.entries(index)) {
    for (const place of places) if (place < longestAbstract) words[place] = word;
  }
  return words.filter((word) => word !== undefined).join(' ');
}
