import type { Instant } from '../../../src/ports.ts';
import type { LocalDate } from '../../../src/time.ts';
import { firstShownAt, weekdayOf } from './clocks.ts';
import type { ReplayChannel, ReplayTopic } from './replay-plan.ts';

const everyDay = [1, 2, 3, 4, 5, 6, 7] as const;
/** A word by itself, in any case. */
const topicOn = (word: string): ReplayTopic => ({
  text: `=${word}`,
  word: new RegExp(String.raw`(?<![\p{L}\p{N}])${word}(?![\p{L}\p{N}])`, 'iu'),
});
const [diffusion, video, agents] = [topicOn('diffusion'), topicOn('video'), topicOn('agents')];

/** Only arXiv reports it, because Hugging Face names no categories. */
const videoInVision: ReplayTopic = { ...video, text: '=video AND cat:cs.CV', category: 'cs.CV' };

/** Channels with digests in the hours that clocks skip or repeat, north and south, and one on working days only. */
export const replayChannels: readonly ReplayChannel[] = [
  { name: 'berlin', zone: 'Europe/Berlin', time: '02:30', days: everyDay, topics: [diffusion, agents] },
  { name: 'new-york', zone: 'America/New_York', time: '01:30', days: everyDay, topics: [agents, video] },
  { name: 'lord-howe', zone: 'Australia/Lord_Howe', time: '02:15', days: everyDay, topics: [agents, video, diffusion] },
  { name: 'working-days', zone: 'UTC', time: '09:00', days: [1, 2, 3, 4, 5], topics: [videoInVision] },
];

/** A day of a channel's schedule, and when its digest is due. */
export interface Occurrence {
  readonly day: LocalDate;
  readonly at: Instant;
}

export const occurrencesOf = (channel: ReplayChannel, dates: readonly LocalDate[]): readonly Occurrence[] =>
  dates
    .filter((day) => channel.days.some((weekday) => weekday === weekdayOf(day)))
    .map((day) => ({ day, at: firstShownAt(channel.zone, day, channel.time) }));
