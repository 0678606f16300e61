import { type Digest, findCandidates, makeDigest } from '../digests/digest.ts';
import { defaultLayout, type LayoutName, layoutNames } from '../digests/layout-name.ts';
import { defaultRanking } from '../digests/ranking-name.ts';
import { localDate } from '../digests/schedule.ts';
import { composeDigest } from '../discord/rendering/digest-messages.ts';
import { count, showNumber } from '../discord/rendering/numbers.ts';
import { sayEnglish } from '../language/say-english.ts';
import { type Meaning, openMeaning } from '../meaning/meaning.ts';
import { showMessages } from '../playground/terminal-view.ts';
import type { Instant } from '../ports.ts';
import { openStore } from '../store/databases.ts';
import { dayMs } from '../time.ts';
import { explainContradiction, findContradiction } from '../topics/advice/contradiction.ts';
import { didYouMean } from '../topics/language/nearest.ts';
import { parseTopic } from '../topics/language/parse.ts';
import { showTopicError } from '../topics/language/show-error.ts';
import type { Topic } from '../topics/topic.ts';
import {
  type CliCommand,
  type CliIo,
  exitCodes,
  type OptionValues,
  printJson,
  terminalOf,
  textOption,
  UsageError,
} from './command.ts';
import { readConfig } from './configuration.ts';

const defaultDays = 7;
const longestDays = 366;
/** More than any source lists in a year. */
const newsLimit = 1_000_000;
const shownPapers = 10;
const pullFirst = 'No papers are stored yet. Fetch some first: npm run paperboy -- pull';

export const previewCommand: CliCommand = {
  usage: [
    '  --topic T   the topic, as in /subscribe',
    `  --days N    how many days of papers to match, 1 to ${longestDays} (default ${defaultDays})`,
    `  --layout L  how the messages look: ${layoutNames.join(' or ')} (default ${defaultLayout})`,
    '  --json      prints one JSON document with the topic, its canonical form, every match in order, and the messages',
    '',
    'Only reads the database and sends nothing. To fetch papers: npm run paperboy -- pull',
  ],
  options: {
    topic: { type: 'string' },
    days: { type: 'string' },
    layout: { type: 'string' },
    json: { type: 'boolean' },
  },
  run: preview,
};

async function preview(values: OptionValues, io: CliIo) {
  const text = readTopicText(values);
  const days = readDays(values);
  const layout = readLayout(values);
  const config = readConfig(io);
  const topic = readTopic(text, openMeaning(config.isMeaningOn));
  await using store = await openStore({ url: config.databaseUrl, mustExist: true });
  const now = (io.clock ?? Date.now)();
  const news = (await store.newsSince(now - days * dayMs, newsLimit)).toReversed();
  const request = {
    channelId: '0',
    date: localDate('UTC', now),
    subscriptions: [{ topic, newsAfter: Number.NEGATIVE_INFINITY }],
    news,
    maxPapers: newsLimit,
    ranking: defaultRanking,
  };
  const digest = { ...makeDigest(request, findCandidates(request), new Set()), layout };
  if (values['json'] === true) printJson(io, toDocument(topic, digest));
  else if (news.length === 0 && (await store.counts()).papers === 0) io.stdout.write(`${pullFirst}\n`);
  else io.stdout.write(`${toText(topic, digest, days)}${toView(digest, now, io)}`);
  return exitCodes.done;
}

function readTopicText(values: OptionValues): string {
  const text = textOption(values, 'topic');
  if (text === undefined) throw new UsageError('The topic is missing. Give it with --topic.');
  return text;
}

function readTopic(text: string, meaning: Meaning): Topic {
  const parsed = parseTopic(text, meaning);
  if (parsed.ok) return parsed.topic;
  throw new UsageError(showTopicError(text, parsed.error));
}

function readDays(values: OptionValues): number {
  const days = Number(textOption(values, 'days') ?? defaultDays);
  if (Number.isInteger(days) && days >= 1 && days <= longestDays) return days;
  throw new UsageError(`--days takes a whole number from 1 to ${longestDays}.`);
}

function readLayout(values: OptionValues): LayoutName {
  const text = textOption(values, 'layout') ?? defaultLayout;
  const layout = layoutNames.find((name) => name === text);
  if (layout === undefined) {
    const choice = didYouMean(text, layoutNames) || ` Choose one of: ${layoutNames.join(', ')}`;
    throw new UsageError(`There is no layout "${text}".${choice}`);
  }
  return layout;
}

const whyOf = (item: Digest['items'][number]): string => sayEnglish().sayings(item.matches.flatMap(({ why }) => why));

/** The messages that a channel would get. Empty if nothing matches. */
const messagesOf = (digest: Digest) =>
  digest.items.length === 0 ? [] : composeDigest({ ...digest, items: digest.items.slice(0, shownPapers) });

function toDocument(topic: Topic, digest: Digest) {
  const papers = digest.items.map((item) => ({ id: item.paper.id, title: item.paper.title, why: whyOf(item) }));
  return { topic: topic.text, canonical: topic.canonical, papers, messages: messagesOf(digest) };
}

/** The messages as a reader sees them in Discord, a line below. */
const toView = (digest: Digest, now: Instant, io: CliIo): string =>
  digest.items.length === 0 ? '' : `\n${showMessages(messagesOf(digest), { ...terminalOf(io), now })}`;

function toText(topic: Topic, digest: Digest, days: number): string {
  const span = days === 1 ? 'day' : `${days} days`;
  const heading = `${topic.canonical}: ${showNumber(digest.matchedCount)} of ${count(digest.announcedCount, 'paper')} of the last ${span}`;
  const width = digest.items.reduce((widest, { paper }) => Math.max(widest, paper.id.length), 0) + 2;
  const rows = digest.items.map(
    (item) => `  ${item.paper.id.padEnd(width)}${item.paper.title}\n${' '.repeat(width + 2)}${whyOf(item)}`,
  );
  return `${[heading, ...whyNever(topic), ...rows].join('\n')}\n`;
}

/** A line that says why no paper can ever match, if that is sure. */
function whyNever(topic: Topic): string[] {
  const contradiction = findContradiction(topic);
  return contradiction === null ? [] : [`No paper can ever match, because ${explainContradiction(contradiction)}.`];
}
