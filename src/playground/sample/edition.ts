import { addDays, dayMs, type LocalDate } from '../../time.ts';
import { languagePapers } from './papers-language.ts';
import { lifePapers } from './papers-life.ts';
import { mathematicsPapers } from './papers-mathematics.ts';
import { physicsPapers } from './papers-physics.ts';
import { systemsPapers } from './papers-systems.ts';
import { visionPapers } from './papers-vision.ts';
import type { ArxivListing, SamplePaper, SamplePick } from './sample-paper.ts';

/** A paper of the sample with its id and its dates, which follow from the day on which the sample is served. */
export interface EditionPaper {
  /** `2611.92307`: arXiv has never given out numbers above 90000, so no real paper has such an id. */
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** Without line breaks. */
  readonly abstract: string;
  readonly paper: SamplePaper;
  readonly arxivListing: ArxivListing;
  /** The New York date on which arXiv lists this version, or would list it if it is `unlisted`. */
  readonly listedOn: LocalDate;
  /** New York date on which arXiv announced the first version. */
  readonly announcedOn: LocalDate;
  readonly pick: { readonly date: LocalDate; readonly details: SamplePick } | null;
}

/** The whole sample as of one day. */
export interface Edition {
  readonly today: LocalDate;
  readonly easternToday: LocalDate;
  readonly papers: readonly EditionPaper[];
}

const samplePapers: readonly SamplePaper[] = [
  ...languagePapers,
  ...visionPapers,
  ...systemsPapers,
  ...physicsPapers,
  ...mathematicsPapers,
  ...lifePapers,
];

/**
 * Dates the sample. `today` is a UTC date (Hugging Face), `easternToday` the New York date at that moment (arXiv).
 * @param daysAhead on how many days after `today` the two days of the sample take turns, with other ids
 */
export function makeEdition(today: LocalDate, easternToday: LocalDate, daysAhead = 0): Edition {
  const rounds = Array.from({ length: Math.ceil(daysAhead / 2) + 1 }, (_, round) => 2 * round);
  const papers = rounds.flatMap((days) =>
    samplePapers.map((paper, place) =>
      datePaper(days === 0 ? paper : withoutDoi(paper), place, addDays(today, days), addDays(easternToday, days)),
    ),
  );
  return { today, easternToday, papers };
}

/** A DOI belongs to one paper. */
const withoutDoi = ({ doi: _, ...paper }: SamplePaper): SamplePaper => paper;

function datePaper(paper: SamplePaper, place: number, today: LocalDate, easternToday: LocalDate): EditionPaper {
  const listedOn = addDays(easternToday, paper.day === 'today' ? 0 : -1);
  const announcedOn = addDays(listedOn, -(paper.ageDays ?? 0));
  const pickDay = paper.pick?.day ?? paper.day;
  return {
    id: paper.id ?? sampleId(announcedOn, place),
    version: paper.version ?? 1,
    title: paper.title,
    abstract: unwrap(paper.abstract),
    paper,
    arxivListing: paper.arxiv ?? 'new',
    listedOn,
    announcedOn,
    pick: paper.pick ? { date: addDays(today, pickDay === 'today' ? 0 : -1), details: paper.pick } : null,
  };
}

/** An id that is unique: by the day of the month among editions, by the place among the papers of the sample. */
function sampleId(announcedOn: LocalDate, place: number): string {
  const month = announcedOn.slice(2, 4) + announcedOn.slice(5, 7);
  const dayOfMonth = Number(announcedOn.slice(8, 10));
  return `${month}.${90_000 + dayOfMonth * 100 + place}`;
}

/** Joins wrapped lines; an empty line stays as a line break, as arXiv keeps it. */
const unwrap = (text: string): string =>
  text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' '))
    .join('\n');

/** Whole days from one date to another; negative if the second is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
