import type { Instant } from '../../ports.ts';
import { dayMs, type LocalDate, startOfUtcDate } from '../../time.ts';
import { parseCanonical } from '../../topics/language/parse.ts';
import { type Topic, topicLimits } from '../../topics/topic.ts';
import { UserError } from '../errors.ts';
import type { Command } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import type { CommandContext } from '../interactions/context.ts';
import { escapeToFit } from '../rendering/escape.ts';
import { showIndexing } from '../rendering/indexing-note.ts';
import type { Message } from '../rendering/message.ts';
import { rateIn } from '../rendering/stats-numbers.ts';
import { type StatsFacts, statsPictures, topicsDrawn } from '../rendering/stats-pictures.ts';
import { withPicture } from '../steps/pictures.ts';
import { readQuery } from '../steps/search-reading.ts';
import { upvotesADay } from '../steps/upvotes-a-day.ts';

const definition = {
  name: 'papers stats',
  audience: 'everyone',
  visibility: 'private',
  options: {
    topic: { type: 'text', maxLength: topicLimits.characters },
    window: { type: 'choice', choices: { week: '7 days', month: '30 days', quarter: '90 days' } },
  },
} as const satisfies CommandDefinition;

const windows = { week: 7, month: 30, quarter: 90 } as const;
/** A window may begin with as many days without papers. */
const quietDays = 4;
/** How many categories and authors are named, and how many of them in the text. */
const named = 5;
const namedInText = 3;

export const papersStats: Command<typeof definition> = {
  definition,
  async run({ topic: typed, window = 'month' }, context) {
    const { store, say, clock } = context;
    const days = windows[window];
    const topics = typed === undefined ? await topicsHere(context) : [readQuery(typed, context)];
    const now = clock();
    const statistics = await store.newsStatistics(topics, { now, days, named });
    if (statistics.papers === 0) throw nothing(topics, typed !== undefined, days);
    const upvotes = await upvotesADay(topics, upvoteWindow(statistics.days, now), context);
    const texts = topics.map(({ canonical }) => canonical);
    const facts = { title: titleOf(texts, typed !== undefined, context), topics: texts, statistics, upvotes };
    const [first, ...others] = statsPictures(facts, say);
    const message = { content: contentOf(facts, days, context) };
    if (first === undefined) return { kind: 'message', visibility: 'private', message };
    return {
      kind: 'message',
      visibility: 'private',
      message: await withPicture(message, first, context),
      more: (await Promise.all(others.map((picture) => withPicture({}, picture, context)))).filter(hasFiles),
    };
  },
};

const hasFiles = ({ files }: Message): boolean => files !== undefined;

/** The same days as those of the papers. The last one may not be over. */
const upvoteWindow = (days: readonly LocalDate[], now: Instant) => {
  const last = days.at(-1);
  return { now: last === undefined ? now : Math.min(now, startOfUtcDate(last) + dayMs), days: days.length };
};

/** The topics that this channel follows. Some may be unreadable after an update of the bot, and are left out. */
async function topicsHere({ store, guildId, here }: CommandContext): Promise<readonly Topic[]> {
  if (guildId === null) return [];
  const subscriptions = await store.subscriptions(guildId, here.id);
  return subscriptions.flatMap(({ topic }) => {
    const parsed = parseCanonical(topic, store.meaning);
    return parsed.ok ? [parsed.topic] : [];
  });
}

function titleOf([first, ...others]: readonly string[], isAsked: boolean, { say }: CommandContext): string {
  if (first === undefined) return say('stats.allPapers');
  return isAsked || others.length === 0 ? first : say('stats.channelTopics');
}

function contentOf({ title, topics, statistics }: StatsFacts, days: number, { say }: CommandContext): string {
  const { papers, daysCovered, categories, indexing, isPart } = statistics;
  // A weekend at the beginning of the window is not worth a word; a bot that has run for two days is.
  const counted = isPart || statistics.days.length + quietDays < days ? statistics.days.length : days;
  const most = categories.slice(0, namedInText).map(({ name, papers: count }) => `${name} (${say.number(count)})`);
  const rate = rateIn(say, papers, daysCovered);
  const left = topics.length - topicsDrawn;
  return [
    say('stats.shown', { name: escapeToFit(title, 300), papers, days: counted, rate }),
    ...(isPart ? [say('stats.newestOnly', { days: counted })] : []),
    ...(most.length === 0 ? [] : [say('stats.most', { categories: say.list(most) })]),
    ...(left > 0 ? [say('stats.moreTopics', { topics: left })] : []),
    ...(indexing === undefined ? [] : [showIndexing(indexing, say)]),
  ].join('\n');
}

function nothing([first]: readonly Topic[], isAsked: boolean, days: number): UserError {
  return new UserError('no-papers', (say) => {
    if (first === undefined) return say('stats.empty', { days });
    if (!isAsked) return say('stats.nothingHere', { days });
    return say('stats.nothing', { topic: escapeToFit(first.canonical, 300), days });
  });
}
