import { z } from 'zod';
import { parseArxivId } from '../../papers/arxiv-id.ts';
import type { SkippedItem } from '../../papers/listing.ts';
import { noExtras, type Paper, type PaperExtras, unlisted } from '../../papers/paper.ts';
import { cleanTexText, cleanText } from '../../papers/text.ts';
import type { LocalDate } from '../../time.ts';
import { readPaperTexts } from '../paper-texts.ts';
import { httpsUrl } from './https-url.ts';

/** What only enriches a paper may be of any shape without costing it: then it counts as absent. */
const optional = <T extends z.ZodType>(type: T) => type.optional().catch(undefined);
const count = z.number().int().nonnegative();
const author = z.object({ name: z.string(), hidden: optional(z.boolean()) });
const organization = z.object({ name: optional(z.string()), fullname: optional(z.string()) });

const itemShape = z.object({
  thumbnail: optional(z.string()),
  organization: optional(organization),
  paper: z.object({
    id: z.string(),
    title: z.string(),
    summary: optional(z.string()),
    authors: optional(z.array(z.unknown())),
    publishedAt: optional(z.string()),
    submittedOnDailyAt: optional(z.string()),
    upvotes: optional(count),
    githubRepo: optional(z.string()),
    githubStars: optional(count),
    projectPage: optional(z.string()),
    ai_summary: optional(z.string()),
    organization: optional(organization),
  }),
});
type Item = z.infer<typeof itemShape>;

/** An item that is left out; `listedOn` where that is because it stands under another day. */
export interface UnreadItem extends SkippedItem {
  readonly listedOn?: LocalDate;
}

/** An item of a list: its paper, and the day on whose list it was put; null where it does not say. */
export interface ReadItem {
  readonly paper: Paper;
  readonly listedOn: LocalDate | null;
}

/**
 * What an item of a list tells, or why it cannot be read. With a date, those of that day alone count.
 * @param place names it in the list
 */
export function readItem(value: unknown, date: LocalDate | null, place: string): ReadItem | UnreadItem {
  const parsed = itemShape.safeParse(value);
  if (!parsed.success) return { item: place, reason: shapeProblem(parsed.error) };
  const { paper } = parsed.data;
  const id = parseArxivId(paper.id)?.id;
  if (id === undefined) return { item: place, reason: 'its id is no arXiv id' };
  // The outer `publishedAt` is hours off and may lie on the day before; this is the day of the list it was put on.
  const listedOn = isoDateTime(paper.submittedOnDailyAt)?.slice(0, 10) ?? date;
  if (date !== null && listedOn !== null && listedOn !== date) {
    return { item: id, reason: `it belongs to ${listedOn}`, listedOn };
  }
  const texts = readPaperTexts(paper.title, paper.summary ?? '');
  return 'problem' in texts
    ? { item: id, reason: texts.problem }
    : { paper: asPaper(id, texts, parsed.data), listedOn };
}

/** What the service's page of one paper adds to it, or null where it is no paper. Not what only its lists tell. */
export function readDetails(value: unknown): { readonly id: string; readonly extras: Partial<PaperExtras> } | null {
  const parsed = itemShape.shape.paper.safeParse(value);
  const id = parsed.success ? parseArxivId(parsed.data.id)?.id : undefined;
  if (!parsed.success || id === undefined) return null;
  const { upvotes, codeUrl, codeStars, projectUrl, aiSummary, organization: from } = readExtras({ paper: parsed.data });
  return { id, extras: { upvotes, codeUrl, codeStars, projectUrl, aiSummary, organization: from } };
}

function asPaper(id: string, texts: { readonly title: string; readonly abstract: string }, item: Item): Paper {
  return {
    id,
    version: null,
    title: texts.title,
    abstract: texts.abstract,
    authors: readAuthors(item.paper.authors ?? []),
    categories: [],
    describedBy: 'huggingface',
    publishedAt: isoDateTime(item.paper.publishedAt),
    doi: null,
    journalReference: null,
    comment: null,
    ...unlisted,
    extras: readExtras(item),
  };
}

function readExtras({ paper, thumbnail, organization: outer }: Item): PaperExtras {
  const codeUrl = httpsUrl(paper.githubRepo);
  const from = paper.organization ?? outer;
  return {
    ...noExtras,
    upvotes: paper.upvotes ?? null,
    codeUrl,
    codeStars: codeUrl === null ? null : (paper.githubStars ?? null),
    projectUrl: httpsUrl(paper.projectPage),
    aiSummary: nonEmpty(cleanTexText(paper.ai_summary ?? '')),
    // The one address that Discord itself will fetch: only from where thumbnails come from.
    thumbnailUrl: httpsUrl(thumbnail, ['huggingface.co', 'hf.co']),
    organization: nonEmpty(cleanText(from?.fullname ?? from?.name ?? '')),
  };
}

/** Authors who asked to be hidden are left out; one that cannot be read does not cost the paper. */
function readAuthors(values: readonly unknown[]): string[] {
  return values
    .map((value) => author.safeParse(value))
    .filter(({ success, data }) => success && data?.hidden !== true)
    .map(({ data }) => cleanTexText(data?.name ?? ''))
    .filter((name) => name !== '');
}

function isoDateTime(text: string | undefined): string | null {
  const moment = Date.parse(text ?? '');
  return Number.isNaN(moment) ? null : new Date(moment).toISOString();
}

function shapeProblem(error: z.ZodError): string {
  const issue = error.issues[0];
  const where = issue?.path.join('.') ?? '';
  return where === '' ? 'it is no object' : `its ${where} is missing or of another kind`;
}

const nonEmpty = (text: string): string | null => (text === '' ? null : text);
