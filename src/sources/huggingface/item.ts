import { z } from 'zod';
import { parseArxivId } from '../../papers/arxiv-id.ts';
import type { SkippedItem } from '../../papers/listing.ts';
import { noExtras, type Paper, type PaperExtras, unlisted } from '../../papers/paper.ts';
import { cleanName, cleanTexText, cleanText } from '../../papers/text.ts';
import type { LocalDate } from '../../time.ts';
import { readPaperTexts } from '../paper-texts.ts';
import { httpsUrl } from './https-url.ts';

/** An optional field. A value of the wrong type counts as absent, so that the paper is kept. */
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

/** An item that is left out. It has `listedOn` where the reason is that it belongs to another day. */
export interface UnreadItem extends SkippedItem {
  readonly listedOn?: LocalDate;
}

/** The paper of an item, and the day of its list; null where the item does not say. */
export interface ReadItem {
  readonly paper: Paper;
  readonly listedOn: LocalDate | null;
}

/**
 * Reads an item of a list, or says why it cannot be read. With a date, only items of that day are read.
 * @param place its place in the list
 */
export function readItem(value: unknown, date: LocalDate | null, place: string): ReadItem | UnreadItem {
  const parsed = itemShape.safeParse(value);
  if (!parsed.success) return { item: place, reason: shapeProblem(parsed.error) };
  const { paper } = parsed.data;
  const id = parseArxivId(paper.id)?.id;
  if (id === undefined) return { item: place, reason: 'its id is not an arXiv id' };
  // The outer `publishedAt` is hours off and may be on the day before. This is the day of the list.
  const listedOn = isoDateTime(paper.submittedOnDailyAt)?.slice(0, 10) ?? date;
  if (date !== null && listedOn !== null && listedOn !== date) {
    return { item: id, reason: `it belongs to ${listedOn}`, listedOn };
  }
  const texts = readPaperTexts(paper.title, paper.summary ?? '');
  return 'problem' in texts
    ? { item: id, reason: texts.problem }
    : { paper: asPaper(id, texts, parsed.data), listedOn };
}

/** The extras on the service's page of a paper, without those that only lists have. Null where it is not a paper. */
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
    // Discord fetches this address, so it must be on the host of the thumbnails.
    thumbnailUrl: httpsUrl(thumbnail, ['huggingface.co', 'hf.co']),
    organization: nonEmpty(cleanText(from?.fullname ?? from?.name ?? '')),
  };
}

/** The authors, without those who asked to be hidden and without unreadable ones. */
function readAuthors(values: readonly unknown[]): string[] {
  return values
    .map((value) => author.safeParse(value))
    .filter(({ success, data }) => success && data?.hidden !== true)
    .map(({ data }) => cleanName(data?.name ?? ''))
    .filter((name) => name !== '');
}

function isoDateTime(text: string | undefined): string | null {
  const moment = Date.parse(text ?? '');
  return Number.isNaN(moment) ? null : new Date(moment).toISOString();
}

function shapeProblem(error: z.ZodError): string {
  const issue = error.issues[0];
  const where = issue?.path.join('.') ?? '';
  return where === '' ? 'it is not an object' : `its ${where} is missing or has the wrong type`;
}

const nonEmpty = (text: string): string | null => (text === '' ? null : text);
