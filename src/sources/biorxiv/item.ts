import { z } from 'zod';
import { isPreprintDoi, parseDoi } from '../../papers/doi.ts';
import type { SkippedItem } from '../../papers/listing.ts';
import { noExtras, type Paper, unlisted } from '../../papers/paper.ts';
import { subjectCategory } from '../../papers/subject-areas.ts';
import { cleanTexText } from '../../papers/text.ts';
import type { LocalDate } from '../../time.ts';
import { eachOnce, withoutBraces } from '../author-names.ts';
import { readPaperTexts } from '../paper-texts.ts';
import { readServerAbstract, readServerTitle } from './server-text.ts';
import { withSigns } from './service-signs.ts';

/** An optional field. A value of the wrong type counts as absent, so that the paper is kept. */
const optionalText = z.string().optional().catch(undefined);

const itemShape = z.object({
  doi: z.string(),
  title: z.string(),
  date: z.string(),
  version: z.union([z.string(), z.number()]),
  authors: optionalText,
  category: optionalText,
  abstract: optionalText,
  published: optionalText,
});
type Item = z.infer<typeof itemShape>;

/** A version of a preprint, with the day on which it was posted. */
export interface PostedPaper {
  readonly paper: Paper;
  readonly version: number;
  readonly postedOn: LocalDate;
}

/** The paper of an item, or why it cannot be read. `place` is its place in the answer. */
export function readItem(value: unknown, server: string, place: string): PostedPaper | SkippedItem {
  const parsed = itemShape.safeParse(value);
  if (!parsed.success) return { item: place, reason: shapeProblem(parsed.error) };
  const item = parsed.data;
  const doi = parseDoi(item.doi)?.doi;
  if (doi === undefined || !isPreprintDoi(doi)) return { item: place, reason: 'its DOI is not one of this server' };
  const postedOn = readDay(item.date);
  if (postedOn === null) return { item: doi, reason: 'its date cannot be read' };
  const version = Number(item.version);
  if (!Number.isInteger(version) || version < 1) return { item: doi, reason: 'its version is not a number' };
  const title = readServerTitle(item.title);
  const texts = readPaperTexts(title, readServerAbstract(item.abstract ?? '', title));
  if ('problem' in texts) return { item: doi, reason: texts.problem };
  return { paper: asPaper({ doi, version, postedOn, server, ...texts }, item), version, postedOn };
}

interface ReadItem {
  readonly doi: string;
  readonly version: number;
  readonly postedOn: LocalDate;
  readonly server: string;
  readonly title: string;
  readonly abstract: string;
}

function asPaper({ doi, version, postedOn, server, title, abstract }: ReadItem, item: Item): Paper {
  const category = subjectCategory(server, item.category ?? '');
  const published = parseDoi(item.published ?? '')?.doi ?? null;
  return {
    id: doi,
    version,
    title,
    abstract,
    authors: readAuthors(item.authors ?? ''),
    categories: category === null ? [] : [category],
    describedBy: server,
    publishedAt: version === 1 ? `${postedOn}T00:00:00.000Z` : null,
    doi: published === doi ? null : published,
    journalReference: null,
    comment: null,
    ...unlisted,
    extras: noExtras,
  };
}

/** The authors: `Ruiz, A. B.; Tides Consortium` gives `A. B. Ruiz` and `Tides Consortium`. */
function readAuthors(text: string): string[] {
  return eachOnce(
    withSigns(text)
      .split(';')
      .map((name) => {
        const [last = '', first = '', ...suffixes] = name.split(',').map(readNamePart);
        return [[first, last].filter(Boolean).join(' '), ...suffixes.filter(Boolean)].join(', ');
      }),
  );
}

/** A part of a name: without braces, and without a dash that stands for nothing. */
const readNamePart = (part: string): string =>
  cleanTexText(withoutBraces(cleanTexText(part)))
    .replace(/(?:^|\s)[-–](?=\s|$)/g, '')
    .trim();

/** A date, as `2026-7-5` or `2026-07-05`. */
function readDay(text: string): LocalDate | null {
  const [, year, month = '', day = ''] = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return new Date(`${date}T00:00Z`).toJSON()?.startsWith(date) === true ? date : null;
}

function shapeProblem(error: z.ZodError): string {
  const where = error.issues[0]?.path.join('.') ?? '';
  return where === '' ? 'it is not an object' : `its ${where} is missing or has the wrong type`;
}
