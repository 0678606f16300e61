import type { APIEmbed } from 'discord.js';
import type { MatchedTopic } from '../../digests/digest-item.ts';
import type { Say } from '../../language/say.ts';
import { memoByObject, memoOnce } from '../../memo.ts';
import type { AnnounceType } from '../../papers/announce-type.ts';
import type { Paper } from '../../papers/paper.ts';
import { showPaperId } from '../../papers/paper-id.ts';
import type { UpvoteTrend } from '../../papers/upvotes.ts';
import { type Highlights, noHighlights } from '../../topics/matching/highlights.ts';
import { paperUrl } from '../../wording/paper-url.ts';
import { trustedCode, trustedImage } from '../../wording/trusted-url.ts';
import { showAuthors } from './byline.ts';
import { explainDuplicates } from './duplicates.ts';
import { cutAtWord, escapeText, escapeToFit, plainLine } from './escape.ts';
import { highlightToFit } from './highlight.ts';
import { embedColor } from './message.ts';
import { messageLimits } from './message-limits.ts';
import { showCitations, showUpvotes, showVenue } from './paper-reception.ts';
import { statusLine } from './paper-status.ts';

/** How much of a paper a card shows, in characters or items. With these limits, ten usual papers fit into a message. */
const cardLimits = {
  organization: 80,
  text: 300,
  /** The characters of a summary that stands above the abstract. */
  summary: 600,
  topic: 60,
  why: 160,
  /** Lines of reasons. */
  reasons: 3,
  categories: 5,
  categoryText: 100,
  footer: 180,
};

/** What a card shows beside the paper itself. */
export interface CardContext {
  readonly matches?: readonly MatchedTopic[];
  /** Whether each reason names its topic. Readers of several topics need that. */
  readonly namesTopics?: boolean;
  readonly announceType?: AnnounceType;
  /** The papers of other places that are most likely the same work. */
  readonly duplicates?: readonly Paper[];
  /** How its upvotes changed recently. */
  readonly trend?: UpvoteTrend;
  /** Places in the title and the text that are bold. */
  readonly highlights?: Highlights;
  /** The limit of the abstract or summary, in characters. A card that is shown alone has room for more. */
  readonly textLimit?: number;
  /** Whether the abstract follows a summary. Otherwise a summary stands for it. */
  readonly hasAbstract?: boolean;
}

/**
 * One paper as an embed. Its first lines say what it is, why it is here, and where its code is: the title, which is a
 * link, then reasons, venue and code. Below them are the text, authors and organization, and in the footer categories
 * and upvotes. Title and text have the normal size, and all else is small.
 */
export function paperCard(paper: Paper, context: CardContext, say: Say): APIEmbed {
  const face = faceIn(say)(paper);
  const { highlights = noHighlights, textLimit = cardLimits.text, hasAbstract = false, duplicates = [] } = context;
  const { title: bold } = highlights;
  const texts = hasAbstract
    ? showBoth(face, highlights, textLimit, say)
    : [showText(face.text, highlights, textLimit, say)];
  const places = subtext([explainDuplicates(duplicates, say)]);
  const lines = [...face.status, ...showReasons(face, context, say), ...texts, ...face.people, ...places];
  return {
    title: highlightToFit(paper.title, bold, messageLimits.title, face.plainTitle) || escapeToFit(face.plainId, 100),
    url: face.url,
    description: lines.join('\n'),
    color: embedColor,
    footer: { text: showFooter(face, context, say) },
    ...(face.thumbnail === null ? {} : { thumbnail: { url: face.thumbnail } }),
  };
}

/** The parts of a card that are the same for all readers and topics. Plain texts are not escaped yet. */
interface Face {
  readonly paper: Paper;
  readonly plainTitle: string;
  readonly text: ShownText;
  /** A line if the paper is not research. */
  readonly status: readonly string[];
  readonly people: readonly string[];
  /** The venue, and a link to the code. */
  readonly notes: readonly string[];
  readonly plainCategories: string;
  readonly plainId: string;
  readonly url: string;
  readonly thumbnail: string | null;
}

/** A machine's summary, marked as such, if there is one; otherwise the abstract. */
interface ShownText {
  /** The message that marks it; null for an abstract without a mark. */
  readonly mark: 'cards.aiSummary' | 'cards.tldr' | 'cards.abstract' | null;
  readonly original: string;
  readonly plain: string;
  /** Which highlights belong to this text. */
  readonly part: 'summary' | 'abstract' | null;
}

// The papers of a day are shown to many channels.
const faceIn = memoByObject((say: Say) => memoByObject((paper: Paper) => faceOf(paper, say)));

const faceOf = (paper: Paper, say: Say): Face => ({
  paper,
  plainTitle: plainLine(paper.title),
  text: textOf(paper),
  status: [statusLine(paper, say)].filter((line) => line !== ''),
  people: showPeople(paper, say),
  notes: [showVenue(paper, say), showCode(paper, say)],
  plainCategories: plainLine(
    cutAtWord(paper.categories.slice(0, cardLimits.categories).join(', '), cardLimits.categoryText),
  ),
  plainId: plainLine(showPaperId(paper)),
  url: paperUrl(paper),
  thumbnail: trustedImage(paper.extras.thumbnailUrl),
});

function textOf({ abstract, extras: { aiSummary, tldr } }: Paper): ShownText {
  const summary = plainLine(aiSummary ?? '');
  if (summary !== '') return { mark: 'cards.aiSummary', original: aiSummary ?? '', plain: summary, part: 'summary' };
  const short = plainLine(tldr ?? '');
  if (short !== '') return { mark: 'cards.tldr', original: short, plain: short, part: null };
  return abstractOf({ abstract });
}

const abstractOf = ({ abstract }: Pick<Paper, 'abstract'>): ShownText => ({
  mark: null,
  original: abstract,
  plain: plainLine(abstract),
  part: 'abstract',
});

/** A line in small grey letters; empty if all parts are empty. */
const subtext = (parts: readonly string[]): string[] => {
  const text = parts.filter((part) => part !== '').join(' · ');
  return text === '' ? [] : [`-# ${text}`];
};

const showPeople = ({ authors, extras }: Paper, say: Say): string[] =>
  subtext([showAuthors(authors, say), escapeToFit(extras.organization ?? '', cardLimits.organization)]);

function showText({ mark, original, plain, part }: ShownText, highlights: Highlights, limit: number, say: Say): string {
  const places = part === null ? [] : highlights[part];
  const text = highlightToFit(original, places, limit, plain);
  if (mark !== null) return say(mark, { text });
  return text === '' ? say('cards.noAbstract') : text;
}

/** The summary and the abstract, with at most `limit` characters together; the abstract alone if there is no summary. */
function showBoth({ paper, text }: Face, highlights: Highlights, limit: number, say: Say): string[] {
  const abstract = abstractOf(paper);
  if (text.part === 'abstract' || abstract.plain === '') return [showText(text, highlights, limit, say)];
  const { summary } = cardLimits;
  return [
    showText(text, highlights, summary, say),
    showText({ ...abstract, mark: 'cards.abstract' }, highlights, limit - summary, say),
  ];
}

/** Why the paper is in the digest, a line for each reason. The last line also has the venue and the code. */
function showReasons({ notes }: Face, { matches = [], namesTopics = false }: CardContext, say: Say): string[] {
  const groups = [...Map.groupBy(matches, ({ why }) => say.sayings(why))];
  const shown = groups.slice(0, cardLimits.reasons).map(([why, topics]) => showMatch(why, topics, namesTopics, say));
  const rest = groups.slice(cardLimits.reasons).flatMap(([, topics]) => topics).length;
  const reasons = [
    ...shown.filter((line) => line !== ''),
    ...(rest === 0 ? [] : [say('cards.moreTopics', { n: rest })]),
  ];
  return [...reasons.slice(0, -1).flatMap((line) => subtext([line])), ...subtext([reasons.at(-1) ?? '', ...notes])];
}

/** `Matches diffusion, flow: “diffusion” in the title`. Topics with the same reason share a line. */
function showMatch(why: string, topics: readonly MatchedTopic[], namesTopics: boolean, say: Say): string {
  return showMatches(namesTopics ? showMatched(topics, say) : '', escapeToFit(why, cardLimits.why), say);
}

function showMatches(topics: string, reasons: string, say: Say): string {
  const text = topics === '' || reasons === '' ? topics || reasons : say('lists.reasons', { topics, reasons });
  return text === '' ? '' : say('cards.matches', { reasons: text });
}

/** The names of the topics if they are short, otherwise their number. */
function showMatched(topics: readonly MatchedTopic[], say: Say): string {
  if (topics.length === 1) return escapeToFit(topics[0]?.canonical ?? '', cardLimits.topic);
  const names = escapeText(
    say.join(
      topics.map(({ canonical }) => canonical),
      'names',
    ),
  );
  return names.length <= cardLimits.topic ? names : say('cards.topics', { n: topics.length });
}

function showCode(paper: Paper, say: Say): string {
  const code = codeLink(paper, say);
  const { codeStars } = paper.extras;
  return code === '' || codeStars === null ? code : say('cards.stars', { code, n: codeStars });
}

const announcement = {
  new: null,
  pick: null,
  cross: 'cards.cross',
  replace: 'cards.replace',
  'replace-cross': 'cards.replaceCross',
} as const satisfies Record<AnnounceType, string | null>;

/** The footer as plain text, because footers render no markdown. */
function showFooter({ paper, plainCategories, plainId }: Face, { announceType, trend }: CardContext, say: Say): string {
  const { upvotes, citations } = paper.extras;
  const how = announceType === undefined ? null : announcement[announceType];
  const announced = how === null ? '' : say(how);
  const parts = [plainCategories, announced, showUpvotes(upvotes, trend, say), showCitations(citations, say), plainId];
  return cutAtWord(parts.filter((part) => part !== '').join(' · '), cardLimits.footer);
}

/** The address of a paper's small picture; null if it has none, or if no known host has it. */
export const thumbnailOf = ({ extras }: Paper): string | null => trustedImage(extras.thumbnailUrl);

/** The first sentence of the summary or the abstract, with at most `limit` characters, and the mark of a machine's. */
export function showFirstSentence(paper: Paper, { highlights = noHighlights, limit }: SentenceLook, say: Say): string {
  const text = textOf(paper);
  if (text.plain === '') return '';
  const original = firstSentence(text.original);
  return showText({ ...text, original, plain: plainLine(original) }, highlights, limit, say);
}

interface SentenceLook {
  readonly highlights?: Highlights;
  readonly limit: number;
}

const sentences = memoOnce(() => new Intl.Segmenter('en', { granularity: 'sentence' }));

/** The text up to the end of its first sentence. */
function firstSentence(text: string): string {
  for (const { index, segment } of sentences().segment(text)) {
    const end = index + segment.length;
    if (text.slice(0, end).trim() !== '') return text.slice(0, end);
  }
  return text;
}

/**
 * Why a paper is here, for channels with several topics: `Matches diffusion: “diffusion” in the title`, or the names of
 * the topics alone if there are several. Empty if it matches none.
 */
export function showShortReason(matches: readonly MatchedTopic[], limit: number, say: Say): string {
  if (matches.length === 0) return '';
  const [first] = matches.length === 1 ? matches : [];
  const why = first === undefined ? '' : escapeToFit(say.sayings(first.why), limit);
  return showMatches(showMatched(matches, say), why, say);
}

/** A link to a paper, for lists: at most `limit` characters of its title. */
export const paperLine = (paper: Paper, highlights: Highlights = noHighlights, limit = 110): string =>
  `[${highlightToFit(paper.title, highlights.title, limit) || escapeText(paper.id)}](${paperUrl(paper)})`;

/** A link to the paper's code; empty if no trusted host has it. */
export function codeLink({ extras: { codeUrl } }: Paper, say: Say): string {
  const url = trustedCode(codeUrl);
  return url === null ? '' : `[${say('cards.code')}](${url})`;
}
