import type { APIEmbed } from 'discord.js';
import type { MatchedTopic } from '../../digests/digest.ts';
import { bylineOf } from '../../papers/collaborations.ts';
import type { AnnounceType } from '../../papers/listing.ts';
import type { Paper } from '../../papers/paper.ts';
import { paperPage, showPaperId } from '../../papers/paper-id.ts';
import type { UpvoteTrend } from '../../papers/upvotes.ts';
import { type Highlights, noHighlights } from '../../topics/highlights.ts';
import { cutAtWord, escapeText, escapeToFit, plainLine } from './escape.ts';
import { highlightToFit } from './highlight.ts';
import { embedColor } from './message.ts';
import { messageLimits } from './message-limits.ts';
import { count, listOf } from './numbers.ts';
import { showCitations, showStanding, showUpvotes } from './paper-standing.ts';

/** How much of a paper a card shows, in characters or in number. Ten usual papers then fit into one message. */
const cardLimits = {
  authorName: 70,
  /** So many authors are all named. */
  authors: 4,
  collaborations: 3,
  organization: 80,
  text: 300,
  topic: 80,
  why: 160,
  topics: 3,
  categories: 5,
  categoryText: 100,
  footer: 180,
};

/** What a card tells beside the paper itself. */
export interface CardContext {
  readonly matches?: readonly MatchedTopic[];
  /** Whether each reason says its topic: needed where the reader follows more than one. */
  readonly namesTopics?: boolean;
  readonly announceType?: AnnounceType;
  /** How its upvotes moved of late. */
  readonly trend?: UpvoteTrend;
  /** Words to be bold in title and text. */
  readonly highlights?: Highlights;
  /** How many characters of abstract or summary; a card shown alone has room for more. */
  readonly textLimit?: number;
}

/**
 * One paper as an embed. What is read stands at normal size: title → link, and the text; what is looked up is small:
 * authors and organization above it, why the paper is here and its code below, categories and upvotes at the foot.
 */
export function paperCard(paper: Paper, context: CardContext = {}): APIEmbed {
  const thumbnail = trustedImage(paper.extras.thumbnailUrl);
  const { highlights = noHighlights, textLimit = cardLimits.text } = context;
  const lines = [...showPeople(paper), showText(paper, highlights, textLimit), ...showReasons(paper, context)];
  return {
    title: highlightToFit(paper.title, highlights.title, messageLimits.title) || escapeToFit(showPaperId(paper), 100),
    url: paperUrl(paper),
    description: lines.join('\n'),
    color: embedColor,
    footer: { text: showFooter(paper, context) },
    ...(thumbnail === null ? {} : { thumbnail: { url: thumbnail } }),
  };
}

/** The page of a paper. Built from its id, each unusual character encoded, so that no source can forge a link. */
export const paperUrl = (paper: Paper): string =>
  encodeURI(paperPage(paper).toWellFormed()).replace(/[?#()*_~@]/g, percentEncode);

/** A line in small grey letters, where there is something to say. */
const subtext = (parts: readonly string[]): string[] => {
  const text = parts.filter((part) => part !== '').join(' · ');
  return text === '' ? [] : [`-# ${text}`];
};

const showPeople = ({ authors, extras }: Paper): string[] =>
  subtext([showAuthors(authors), escapeToFit(extras.organization ?? '', cardLimits.organization)]);

/**
 * `A, B and C`, or `A, B … Z (12 authors)`, escaped: the first two and the last, since many fields name those last who
 * lead the work. Where they wrote in the name of others, `A and 3,302 others, for the X Collaboration`.
 */
export function showAuthors(authors: readonly string[]): string {
  const { people, collaborations, hasOthers } = bylineOf(authors.map(plainLine));
  const groups = collaborations.slice(0, cardLimits.collaborations).map(shortName);
  if (people.length === 0) return listOf(groups);
  const shown =
    people.length <= cardLimits.authors ? listOf(people.map(shortName)) : showMany(people, groups.length > 0);
  const named = hasOthers && people.length <= cardLimits.authors ? `${shown} et al.` : shown;
  return groups.length === 0 ? named : `${named}, for ${listOf(groups.map(withArticle))}`;
}

function showMany(people: readonly string[], areMembers: boolean): string {
  const [first = '', second = ''] = people;
  if (areMembers) return `${shortName(first)} and ${count(people.length - 1, 'other')}`;
  return `${shortName(first)}, ${shortName(second)} … ${shortName(people.at(-1) ?? '')} (${count(people.length, 'author')})`;
}

const withArticle = (group: string): string => (group.startsWith('Team ') ? group : `the ${group}`);

/** `A`, `A and B`, `A and 12 others`, escaped, for lists with a line a paper; a collaboration where nobody else is named. */
export function showFirstAuthor(authors: readonly string[]): string {
  const { people, collaborations } = bylineOf(authors.map(plainLine));
  const names = people.length === 0 ? collaborations : people;
  if (names.length <= 2) return listOf(names.map(shortName));
  return listOf([shortName(names[0] ?? ''), count(names.length - 1, 'other')]);
}

const shortName = (name: string): string => escapeToFit(name, cardLimits.authorName);

/** A machine's summary, marked as such, where there is one; otherwise the abstract; otherwise a word about that. */
function showText({ abstract, extras: { aiSummary, tldr } }: Paper, highlights: Highlights, limit: number): string {
  if (aiSummary !== null && plainLine(aiSummary) !== '') {
    return `*AI summary:* ${highlightToFit(aiSummary, highlights.summary, limit)}`;
  }
  if (tldr !== null && plainLine(tldr) !== '') return `*TLDR by Semantic Scholar:* ${escapeToFit(tldr, limit)}`;
  return highlightToFit(abstract, highlights.abstract, limit) || 'The source gives no abstract.';
}

/** Why the paper is here, a line for each topic; the last line also tells where it was accepted and leads to the code. */
function showReasons(paper: Paper, { matches = [], namesTopics = false }: CardContext): string[] {
  const shown = matches.slice(0, cardLimits.topics).map((match) => showMatch(match, namesTopics));
  const rest = matches.length - shown.length;
  const reasons = [...shown.filter((line) => line !== ''), ...(rest === 0 ? [] : [`and ${count(rest, 'more topic')}`])];
  return [
    ...reasons.slice(0, -1).flatMap((line) => subtext([line])),
    ...subtext([reasons.at(-1) ?? '', showStanding(paper), showCode(paper)]),
  ];
}

function showMatch({ canonical, why }: MatchedTopic, namesTopic: boolean): string {
  const reasons = escapeToFit(why.join('; '), cardLimits.why);
  const said = namesTopic ? [escapeToFit(canonical, cardLimits.topic), reasons] : [reasons];
  const text = said.filter((part) => part !== '').join(': ');
  return text === '' ? '' : `Matches ${text}`;
}

function showCode({ extras: { codeUrl, codeStars } }: Paper): string {
  const url = trustedCode(codeUrl);
  if (url === null) return '';
  return `[Code](${url})${codeStars === null ? '' : ` (${count(codeStars, 'star')})`}`;
}

const announcement: Readonly<Record<AnnounceType, string>> = {
  new: '',
  pick: '',
  cross: 'cross-listed',
  replace: 'new version',
  'replace-cross': 'new version, cross-listed',
};

/** Footers render no markdown: plain text. */
function showFooter(paper: Paper, { announceType, trend }: CardContext): string {
  const { categories, extras } = paper;
  const parts = [
    cutAtWord(categories.slice(0, cardLimits.categories).join(', '), cardLimits.categoryText),
    announceType === undefined ? '' : announcement[announceType],
    showUpvotes(extras.upvotes, trend),
    showCitations(extras.citations),
    showPaperId(paper),
  ];
  return cutAtWord(plainLine(parts.filter((part) => part !== '').join(' · ')), cardLimits.footer);
}

const codeHosts: ReadonlySet<string> = new Set([
  'github.com',
  'gitlab.com',
  'huggingface.co',
  'codeberg.org',
  'bitbucket.org',
]);
const imageHosts = /(?:^|\.)(?:huggingface\.co|hf\.co)$/;

const trustedCode = (url: string | null): string | null => trustedUrl(url, (host) => codeHosts.has(host));
const trustedImage = (url: string | null): string | null => trustedUrl(url, (host) => imageHosts.test(host));

/** The address where it is https, of a known host, and cannot end the markdown link that it stands in. */
function trustedUrl(url: string | null, isKnown: (host: string) => boolean): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  const isPlain =
    parsed.protocol === 'https:' && parsed.username === '' && parsed.password === '' && parsed.port === '';
  if (!isPlain || !isKnown(parsed.hostname) || parsed.href.length > 300) return null;
  return parsed.href.replace(/[()<>[\]\\*_~`|@]/g, percentEncode);
}

const percentEncode = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/** A line naming a paper and linking to it, for lists: at most `limit` characters of title. */
export const paperLine = (paper: Paper, highlights: Highlights = noHighlights, limit = 110): string =>
  `[${highlightToFit(paper.title, highlights.title, limit) || escapeText(paper.id)}](${paperUrl(paper)})`;
