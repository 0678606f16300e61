import { createHash } from 'node:crypto';
import { addDays, hourMs, type LocalDate } from '../../time.ts';
import type { Edition, EditionPaper } from './edition.ts';
import type { SamplePick } from './sample-paper.ts';

/** One item of Hugging Face's Daily Papers, in the shape of its API. Keys that a paper lacks are absent, never null. */
export interface DailyPaper {
  readonly paper: DailyPaperDetails;
  /** Four or five hours before the paper's own, as in real answers. It is not reliable. */
  readonly publishedAt: string;
  readonly title: string;
  readonly summary: string;
  readonly thumbnail?: string;
  readonly numComments: number;
  readonly submittedBy: Account;
  readonly isAuthorParticipating: boolean;
  readonly organization?: Organization;
}

interface DailyPaperDetails {
  readonly id: string;
  readonly authors: readonly { readonly _id: string; readonly name: string; readonly hidden: boolean }[];
  readonly publishedAt: string;
  readonly submittedOnDailyAt: string;
  readonly title: string;
  readonly submittedOnDailyBy: Account;
  readonly summary: string;
  readonly upvotes: number;
  readonly discussionId: string;
  readonly projectPage?: string;
  readonly githubRepo?: string;
  readonly githubRepoAddedBy?: string;
  readonly githubStars?: number;
  readonly ai_summary?: string;
  readonly ai_keywords?: readonly string[];
  readonly ai_summary_model?: string;
  readonly organization?: Organization;
}

interface Account {
  readonly _id: string;
  readonly avatarUrl: string;
  readonly isPro: boolean;
  readonly fullname: string;
  readonly name: string;
  readonly type: string;
}

interface Organization {
  readonly _id: string;
  readonly name: string;
  readonly fullname: string;
}

/** The picks of one day, most upvoted first. */
export function dailyPapers(edition: Edition, date: LocalDate): readonly DailyPaper[] {
  return edition.papers
    .flatMap((entry) => (entry.pick?.date === date ? [dailyPaper(entry, entry.pick.details, date)] : []))
    .sort((a, b) => b.paper.upvotes - a.paper.upvotes);
}

function dailyPaper(entry: EditionPaper, pick: SamplePick, date: LocalDate): DailyPaper {
  const details = paperDetails(entry, pick, date);
  return {
    paper: details,
    publishedAt: new Date(Date.parse(details.publishedAt) - 4 * hourMs).toISOString(),
    title: details.title,
    summary: details.summary,
    ...(pick.hasPicture && {
      thumbnail: `https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/${entry.id}.png`,
    }),
    numComments: pick.comments ?? 1,
    submittedBy: details.submittedOnDailyBy,
    ...(details.organization && { organization: details.organization }),
    isAuthorParticipating: (pick.comments ?? 0) > 4,
  };
}

function paperDetails(entry: EditionPaper, pick: SamplePick, date: LocalDate): DailyPaperDetails {
  const { id, paper } = entry;
  return {
    id,
    authors: paper.authors.map((name) => ({ _id: objectId(`${id} ${name}`), name, hidden: false })),
    publishedAt: `${addDays(entry.announcedOn, -1)}T00:00:00.000Z`,
    submittedOnDailyAt: `${date}T00:00:00.000Z`,
    title: pick.title ?? entry.title,
    submittedOnDailyBy: account(paper.authors[0] ?? 'Somebody'),
    summary: entry.abstract,
    upvotes: pick.upvotes,
    discussionId: objectId(`${id} discussion`),
    ...additions(pick),
  };
}

function additions(pick: SamplePick): Partial<DailyPaperDetails> {
  return {
    ...(pick.projectPage && { projectPage: pick.projectPage }),
    ...(pick.code && { githubRepo: `https://github.com/paperboy-sample/${pick.code}`, githubRepoAddedBy: 'user' }),
    ...(pick.stars !== undefined && { githubStars: pick.stars }),
    ...(pick.summary && { ai_summary: pick.summary, ai_summary_model: 'paperboy/invented' }),
    ...(pick.keywords && { ai_keywords: pick.keywords }),
    ...(pick.organization && { organization: organization(pick.organization) }),
  };
}

const organization = (fullname: string): Organization => ({
  _id: objectId(fullname),
  name: fullname.toLowerCase().replaceAll(' ', '-'),
  fullname,
});

const account = (fullname: string): Account => ({
  _id: objectId(fullname),
  avatarUrl: `/avatars/${createHash('md5').update(fullname).digest('hex')}.svg`,
  isPro: false,
  fullname,
  name: fullname.toLowerCase().replace(/[^a-z]+/g, '-'),
  type: 'user',
});

/** A stable stand-in for the service's ids: 24 hexadecimal digits. */
const objectId = (text: string): string => createHash('sha1').update(text).digest('hex').slice(0, 24);
