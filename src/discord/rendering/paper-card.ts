import type { APIEmbed } from 'discord.js';
import type { MatchedTopic } from '../../digests/digest.ts';
import { arxivUrl } from '../../papers/arxiv-id.ts';
import type { AnnounceType } from '../../papers/listing.ts';
import type { Paper, PaperId } from '../../papers/paper.ts';
import { cutAtWord, escapeText, escapeToFit, plainLine } from './escape.ts';
import { messageLimits } from './message-limits.ts';
import { count, listOf } from './numbers.ts';

/** How much of a paper a card shows, in characters. Ten cards of usual papers then fit into one message. */
const cardLimits = {
  authorName: 70,
  text: 300,
  topic: 80,
  why: 160,
  topics: 3,
  authorsNamed: 3,
  categories: 5,
  footer: 180,
};

/** What a card tells beside the paper itself. */
export interface CardContext {
  readonly matches?: readonly MatchedTopic[];
  readonly announceType?: AnnounceType;
  /** How many characters of abstract or summary; a card shown alone has room for more. */
  readonly textLimit?: number;
}

/** One paper as an embed: title → link, authors, text, categories, upvotes, code, and why it is here. */
export function paperCard(paper: Paper, context: CardContext = {}): APIEmbed {
  const thumbnail = trustedImage(paper.extras.thumbnailUrl);
  const sections = [
    shortAuthors(paper.authors),
    showText(paper, context.textLimit ?? cardLimits.text),
    [...showMatches(context.matches ?? []), ...showCode(paper)].join('\n'),
  ];
  return {
    title: escapeToFit(paper.title, messageLimits.title) || `arXiv ${escapeToFit(paper.id, 100)}`,
    url: paperUrl(paper.id),
    description: sections.filter((section) => section !== '').join('\n\n'),
    footer: { text: showFooter(paper, context.announceType) },
    ...(thumbnail === null ? {} : { thumbnail: { url: thumbnail } }),
  };
}

/** The page of a paper. Built from its id alone, each unusual character encoded, so that no source can forge a link. */
const paperUrl = (id: PaperId): string => arxivUrl(encodeURI(id.toWellFormed()).replace(/[?#()*_~@]/g, percentEncode));

/** `A, B, C and 12 others`, escaped. One more than are named is named, too, since “1 other” would be no shorter. */
export function shortAuthors(authors: readonly string[], namedMost: number = cardLimits.authorsNamed): string {
  const people = authors.map(plainLine).filter((name) => /[\p{L}\p{N}]/u.test(name));
  const shown = people.slice(0, people.length === namedMost + 1 ? namedMost + 1 : namedMost);
  const rest = people.length - shown.length;
  const names = shown.map((name) => escapeToFit(name, cardLimits.authorName));
  return listOf(rest === 0 ? names : [...names, count(rest, 'other')]);
}

/** The AI summary, marked as such, where the source has one; otherwise the abstract; otherwise a word about that. */
function showText(paper: Paper, limit: number): string {
  if (paper.extras.aiSummary !== null && plainLine(paper.extras.aiSummary) !== '') {
    return `AI summary: ${escapeToFit(paper.extras.aiSummary, limit)}`;
  }
  return escapeToFit(paper.abstract, limit) || 'The source gives no abstract.';
}

function showMatches(matches: readonly MatchedTopic[]): string[] {
  const shown = matches.slice(0, cardLimits.topics).map(({ canonical, why }) => {
    const reasons = escapeToFit(why.join('; '), cardLimits.why);
    return `Matches **${escapeToFit(canonical, cardLimits.topic)}**${reasons === '' ? '' : `: ${reasons}`}`;
  });
  const rest = matches.length - shown.length;
  return rest === 0 ? shown : [...shown, `and ${count(rest, 'more topic')}`];
}

function showCode(paper: Paper): string[] {
  const url = trustedCode(paper.extras.codeUrl);
  if (url === null) return [];
  const { codeStars } = paper.extras;
  return [`[Code](${url})${codeStars === null ? '' : ` (${count(codeStars, 'star')})`}`];
}

const announcement: Readonly<Record<AnnounceType, string>> = {
  new: '',
  pick: '',
  cross: 'cross-listed',
  replace: 'new version',
  'replace-cross': 'new version, cross-listed',
};

/** Footers render no markdown: plain text. */
function showFooter(paper: Paper, announceType: AnnounceType | undefined): string {
  const { upvotes, organization } = paper.extras;
  const parts = [
    `arXiv ${paper.id}`,
    paper.categories.slice(0, cardLimits.categories).join(', '),
    announceType === undefined ? '' : announcement[announceType],
    upvotes === null ? '' : `${count(upvotes, 'upvote')} on Hugging Face`,
    organization ?? '',
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
export const paperLine = (paper: Paper, limit = 110): string =>
  `[${escapeToFit(paper.title, limit) || escapeText(paper.id)}](${paperUrl(paper.id)})`;
