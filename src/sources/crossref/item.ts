import { z } from 'zod';
import { parseDoi } from '../../papers/doi.ts';
import type { SkippedItem } from '../../papers/listing.ts';
import { noExtras, type Paper, type PaperId, type PublicationStatus, unlisted } from '../../papers/paper.ts';
import { kindOfId, parsePaperId } from '../../papers/paper-id.ts';
import { preprintServerOf } from '../../papers/preprint-servers.ts';
import { subjectCategory } from '../../papers/subject-areas.ts';
import { cleanName, cleanText } from '../../papers/text.ts';
import { type LocalDate, utcDate } from '../../time.ts';
import { eachOnce } from '../author-names.ts';
import { partHeadings } from '../headings.ts';
import { withoutMarkup } from '../markup.ts';
import { readPaperTexts } from '../paper-texts.ts';

/** An optional field. A value of the wrong type counts as absent, so that the paper is kept. */
const optional = <T extends z.ZodType>(type: T) => type.optional().catch(undefined);
const texts = optional(z.array(z.string()));

const itemShape = z.object({
  DOI: z.string(),
  type: optional(z.string()),
  title: z.array(z.string()).min(1),
  subtitle: texts,
  created: z.object({ 'date-time': z.string() }),
  abstract: optional(z.string()),
  author: optional(z.array(z.unknown())),
  'container-title': texts,
  volume: optional(z.string()),
  issue: optional(z.string()),
  published: optional(z.object({ 'date-parts': z.array(z.array(z.number().int())) })),
  'group-title': optional(z.string()),
  relation: optional(z.record(z.string(), z.unknown())),
  'update-to': optional(z.array(z.unknown())),
  'updated-by': optional(z.array(z.unknown())),
});
type Item = z.infer<typeof itemShape>;

const authorShape = z.object({ given: optional(z.string()), family: optional(z.string()), name: optional(z.string()) });
const update = z.object({ type: z.string() });
const related = z.object({ 'id-type': z.string(), id: z.string() });

/** A work, with the day on which its DOI was first registered. */
export interface RegisteredPaper {
  readonly paper: Paper;
  readonly registeredOn: LocalDate;
}

/** The article or preprint of an item, or why it cannot be read. `place` is its place in the answer. */
export function readItem(value: unknown, place: string): RegisteredPaper | SkippedItem {
  const parsed = itemShape.safeParse(value);
  if (!parsed.success) return { item: place, reason: shapeProblem(parsed.error) };
  const item = parsed.data;
  const id = parsePaperId(item.DOI)?.id;
  if (id === undefined) return { item: place, reason: 'its DOI cannot be read' };
  const registered = Date.parse(item.created['date-time']);
  if (Number.isNaN(registered)) return { item: id, reason: 'its date cannot be read' };
  const title = readTitle(item);
  const read = readPaperTexts(title, partHeadings(withoutMarkup(item.abstract ?? ''), title));
  if ('problem' in read) return { item: id, reason: read.problem };
  return { paper: asPaper(id, read, item), registeredOn: utcDate(registered) };
}

function asPaper(id: PaperId, { title, abstract }: { title: string; abstract: string }, item: Item): Paper {
  const published = readDay(item.published?.['date-parts'][0] ?? []);
  const isPreprint = item.type === 'posted-content' || kindOfId(id) === 'preprint';
  const statedStatus = readStatus(item);
  return {
    id,
    title,
    abstract,
    authors: readAuthors(item.author ?? []),
    publishedAt: published === null ? null : `${published}T00:00:00.000Z`,
    ...(isPreprint ? ofPreprint(id, item) : ofArticle(id, item)),
    comment: null,
    ...(statedStatus === null ? {} : { statedStatus }),
    ...unlisted,
    extras: noExtras,
  };
}

type OfKind = Pick<Paper, 'version' | 'categories' | 'describedBy' | 'doi' | 'sameAs' | 'journalReference'>;

function ofArticle(id: PaperId, item: Item): OfKind {
  const doi = parseDoi(item.DOI)?.doi ?? id;
  const sameAs = readTwins(item.relation ?? {}).filter((twin) => twin !== id && twin !== doi);
  return {
    version: null,
    categories: [],
    describedBy: 'crossref',
    doi,
    ...(sameAs.length === 0 ? {} : { sameAs }),
    journalReference: showJournal(item),
  };
}

/** The DOI of a preprint is its id. `doi` is that of the article that it became. */
function ofPreprint(id: PaperId, item: Item): OfKind {
  const twins = readTwins(item.relation ?? {}).filter((twin) => twin !== id);
  const doi = twins.find((twin) => kindOfId(twin) === 'publisher') ?? null;
  const sameAs = twins.filter((twin) => twin !== doi);
  return {
    version: parsePaperId(item.DOI)?.version ?? 1,
    categories: readCategories(id, item['group-title'] ?? ''),
    describedBy: 'preprint-servers',
    doi,
    ...(sameAs.length === 0 ? {} : { sameAs }),
    journalReference: null,
  };
}

/** The server's subject area, where the server states it: `chemrxiv/organic-chemistry`, or `ssrn` alone. */
function readCategories(id: PaperId, area: string): readonly string[] {
  const server = preprintServerOf(id)?.id;
  return server === undefined ? [] : [subjectCategory(server, cleanText(withoutMarkup(area))) ?? server];
}

/** The title with its subtitle, unless the title has it already. A second title is a translation. */
function readTitle({ title: [given = ''], subtitle: [more = ''] = [] }: Item): string {
  const title = cleanText(withoutMarkup(given));
  const subtitle = cleanText(withoutMarkup(more)).replace(/^[\s:–—-]+/, '');
  const [known, added] = [title, subtitle].map((text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
  if (title === '' || known === undefined || added === undefined || known.includes(added)) return title;
  if (added.startsWith(known)) return subtitle;
  return `${title.replace(/[\s:–—-]+$/, '')}${/[?!.]$/.test(title) ? '' : ':'} ${subtitle}`;
}

/** The journal reference, as far as it is known: `J. Tides 7(2) (2026)`. */
function showJournal(item: Item): string | null {
  const journal = cleanText(withoutMarkup(item['container-title']?.[0] ?? '')).slice(0, 200);
  const number = `${item.volume ?? ''}${item.issue === undefined ? '' : `(${item.issue})`}`;
  const year = item.published?.['date-parts'][0]?.[0];
  const parts = [journal, cleanText(number).slice(0, 40), year === undefined ? '' : `(${year})`];
  return journal === '' ? null : parts.filter(Boolean).join(' ');
}

/** The authors, each once and without unreadable ones. Groups have one name. */
const readAuthors = (values: readonly unknown[]): string[] =>
  eachOnce(
    values
      .flatMap((value) => authorShape.safeParse(value).data ?? [])
      .map(({ given = '', family = '', name = '' }) => `${given} ${withoutNumbers(family)}`.trim() || name)
      .map((author) => cleanName(withoutMarkup(author))),
  );

/** A family name without the numbers of its affiliations: `Ruiz1,2`. */
const withoutNumbers = (family: string): string =>
  family.replace(/(?<=\p{L})\s?\d{1,2}(?:\s?,\s?\d{1,2})*(?=[*†‡§¶]*$)/u, '');

/** The relations that say that both are one work. A translation, a review or a part is another work. */
const twinRelations = ['has-preprint', 'is-preprint-of', 'is-same-as', 'is-identical-to'];
const mostTwins = 10;

/** The other ids of the same work, as the publisher states them. */
function readTwins(relation: Readonly<Record<string, unknown>>): readonly PaperId[] {
  const twins = twinRelations.flatMap((name) => relation[name] ?? []).slice(0, mostTwins);
  const ids = twins.flatMap((value) => {
    const { data } = related.safeParse(value);
    if (data === undefined || !/^(?:doi|arxiv|uri)$/i.test(data['id-type'])) return [];
    return parsePaperId(data.id)?.id ?? [];
  });
  // At some servers, each version of a preprint has its own DOI. One id a kind is kept.
  return [...new Map(ids.toReversed().map((id) => [kindOfId(id), id])).values()].toReversed();
}

/** Kinds of updates by which a publisher takes an article back. */
const takingBack: ReadonlySet<string> = new Set(['retraction', 'withdrawal', 'removal']);
/** All kinds of notices about an article. A new version or edition is not a notice. */
const noticeKinds: ReadonlySet<string> = new Set([
  ...takingBack,
  'partial_retraction',
  'correction',
  'corrigendum',
  'erratum',
  'addendum',
  'clarification',
  'expression_of_concern',
]);

/** What the publisher registered: a notice updates another article, and a notice took this article back. */
function readStatus(item: Item): PublicationStatus | null {
  if (kindsOf(item['update-to']).some((kind) => noticeKinds.has(kind))) return 'notice';
  return kindsOf(item['updated-by']).some((kind) => takingBack.has(kind)) ? 'withdrawn' : null;
}

const kindsOf = (updates: readonly unknown[] = []): readonly string[] =>
  updates.flatMap(
    (value) =>
      update
        .safeParse(value)
        .data?.type.toLowerCase()
        .replace(/[\s-]+/g, '_') ?? [],
  );

/** The date of `[2026, 3, 9]`. An unknown month or day is the first. */
function readDay([year = 0, month = 1, day = 1]: readonly number[]): LocalDate | null {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return new Date(`${date}T00:00Z`).toJSON()?.startsWith(date) === true ? date : null;
}

function shapeProblem(error: z.ZodError): string {
  const where = error.issues[0]?.path.join('.') ?? '';
  return where === '' ? 'it is not an object' : `its ${where} is missing or has the wrong type`;
}
