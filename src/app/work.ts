import { notifyBlock, outlookOf } from '../discord/notices/block-notice.ts';
import { advanceMeeting } from '../discord/notices/club-meeting.ts';
import { notifyDestinationBlock } from '../discord/notices/destination-notice.ts';
import { notifyLoss } from '../discord/notices/loss-notice.ts';
import { sendPingNotice } from '../discord/notices/ping-notice.ts';
import { untilEnded } from '../discord/posting/ended-requests.ts';
import { type PublishableMessage, publishMessage } from '../discord/posting/publisher.ts';
import { watchBlocks } from '../jobs/block-watch.ts';
import { createClubMeetings } from '../jobs/club-meetings.ts';
import { UnauthorizedError } from '../jobs/delivery-outcome.ts';
import { notifyDestinationBlocks } from '../jobs/destination-notices.ts';
import { createDestinationSending } from '../jobs/destination-sending.ts';
import { createEnrichment } from '../jobs/enrichment.ts';
import { planFollowUps } from '../jobs/follow-ups.ts';
import { createLeadership, type Term } from '../jobs/leadership.ts';
import { notifyLosses } from '../jobs/loss-notices.ts';
import { fillVectors } from '../jobs/paper-vectors.ts';
import { createPingNotices } from '../jobs/ping-notices.ts';
import { planDueDigests } from '../jobs/planning/due-digests.ts';
import { createKeptTopics } from '../jobs/planning/kept-topics.ts';
import { publishDue } from '../jobs/publish.ts';
import { pullDueListings } from '../jobs/pull.ts';
import { pullDueRankings } from '../jobs/rankings.ts';
import { fillSearchIndex } from '../jobs/search-index.ts';
import { createStoredTopicsCheck } from '../jobs/stored-topics.ts';
import { createUpkeep } from '../jobs/upkeep.ts';
import { type Job, startWakeUps } from '../jobs/wake-up.ts';
import { planWeeklyReviews } from '../jobs/weekly-reviews.ts';
import type { BlockedChannel } from '../store/blocks.ts';
import { version } from '../version.ts';
import type { BotProcess, OpenPart } from './process.ts';

/**
 * The part that does by itself what is due. Every process that has it sends what is in the outbox, and one of them does the
 * rest: it pulls, plans, tells people what happened, and tidies up.
 */
export const openWork: OpenPart = async (process, opened) => {
  const { store, log, lease, alarm, copies, deliverer, stopped, options } = process;
  const sending = createDestinationSending({ ...process, lease: lease.current, signal: stopped }, options.timer);
  copies.onRing(sending.wakeNow);
  const deliver = async (): Promise<void> => {
    await endIfRefused(process, () => deliverer.recover(stopped));
    await endIfRefused(process, () => deliverer.deliverDue(stopped));
  };
  const sent: readonly Job[] = [{ name: 'deliver', run: deliver, alarm, mayOverlap: true }, ...sending.jobs];
  const startJobs = (jobs: readonly Job[]): AsyncDisposable =>
    (options.wakesItself ?? true) ? startWakeUps(jobs, log, options.wakesEach) : new AsyncDisposableStack();
  const makeJobs = (term: Term) => [...planningJobs(process, term), ...followingJobs(process, term)];
  const leadership = createLeadership({ store, log, check: lease.check, stopping: stopped, makeJobs, startJobs });

  opened.use(startJobs(sent));
  opened.use(leadership);
  await lease.eachRound(leadership.seek);
  await lease.eachRound(deliverer.watch);
  await lease.eachRound(sending.watch);
  return {
    jobs() {
      const led = leadership.jobs();
      const first = led.filter(({ name }) => planning.has(name));
      return [...first, ...sent, ...led.filter((job) => !first.includes(job))];
    },
  };
};

/** The part of a process that only delivers what people ask for: it looks for what it could not settle. */
export const openRecovery: OpenPart = async (process, opened) => {
  const { deliverer, log, stopped, options } = process;
  const jobs = [{ name: 'recover', run: () => endIfRefused(process, () => deliverer.recover(stopped)) }];
  if (options.wakesItself ?? true) opened.use(startWakeUps(jobs, log, options.wakesEach));
  return { jobs: () => jobs };
};

/** The part of a process that nobody talks to: it only says that it has begun. */
export const openAnnouncement: OpenPart = async ({ log, lease }) => {
  const fields = { event: 'app.ready', version, workerId: lease.current()?.workerId };
  log.info(fields, `Paperboy ${version} is ready to pull, plan and deliver`);
  return { jobs: () => [] };
};

/** The bot ends if Discord refuses its token. */
async function endIfRefused({ onFatal }: BotProcess, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (error instanceof UnauthorizedError) onFatal(error);
    throw error;
  }
}

/** The jobs that come before something is sent. */
const planning: ReadonlySet<string> = new Set(['pull', 'plan']);

/** The jobs of a digest. They are separate, so that a slow source or channel delays no other digest. */
function planningJobs(process: BotProcess, { store, signal }: Term): readonly Job[] {
  const { alarm, copies, clock, sources } = process;
  const tools = { ...process, store };
  const keptTopics = createKeptTopics(store.meaning, clock());
  const plan = async () => {
    await planDueDigests({ ...tools, keptTopics }, signal);
    await planFollowUps(tools, signal);
    // Digests do not wait for the reviews of thousands of channels.
    alarm.setTo(clock());
    await planWeeklyReviews(tools, signal);
    alarm.setTo(clock());
    copies.setTo(clock());
  };
  return [
    { name: 'pull', run: async () => void (await pullDueListings(sources, tools, signal)) },
    { name: 'plan', run: plan },
  ];
}

const followingJobs = (process: BotProcess, term: Term): readonly Job[] => [
  ...addingJobs(process, term),
  ...noticeJobs(process, term),
  ...storeJobs(process, term),
];

/** The jobs that add to papers what other services know of them. */
function addingJobs(process: BotProcess, { store, signal }: Term): readonly Job[] {
  const tools = { ...process, store };
  const { enrichers, rankings } = process.sourceSet;
  const enrich = createEnrichment({ ...tools, enrichers });
  return [
    { name: 'rankings', run: () => pullDueRankings({ ...tools, rankings }, signal) },
    { name: 'enrichment', run: () => enrich(signal) },
  ];
}

/** The jobs that tell people what happened, and the one that publishes messages to the servers that follow a channel. */
function noticeJobs(process: BotProcess, { store, signal, ended }: Term): readonly Job[] {
  const { alarm, clock, gate, identity } = process;
  const { botUserId } = identity;
  const rest = untilEnded(process.rest, ended);
  const tools = { ...process, store };
  const blocks = {
    ...tools,
    notify: (channel: BlockedChannel) => notifyBlock(channel, rest),
    check: (channel: BlockedChannel) => outlookOf(channel, botUserId, rest),
  };
  const sendPings = createPingNotices({ ...tools, send: (notice) => sendPingNotice(notice, botUserId, rest) });
  const club = { rest, clock, botUserId };
  const holdClubs = createClubMeetings({ ...tools, advance: (meeting) => advanceMeeting(meeting, club) });
  const publish = (message: PublishableMessage) => publishMessage(message, rest, gate);
  return [
    // Deliveries of an unblocked channel do not wait for the next minute.
    { name: 'blocks', run: () => watchBlocks(blocks, signal).then(() => alarm.setTo(clock())) },
    { name: 'losses', run: () => notifyLosses({ ...tools, notify: (one) => notifyLoss(one, rest) }, signal) },
    { name: 'pings', run: () => sendPings(signal) },
    { name: 'clubs', run: () => holdClubs(signal) },
    { name: 'publish', run: () => publishDue({ ...tools, publish }, signal) },
    {
      name: 'destination blocks',
      run: () => notifyDestinationBlocks({ ...tools, notify: (one) => notifyDestinationBlock(one, rest) }, signal),
    },
  ];
}

/** The jobs that delete old data, and that read again what an older version of the bot stored. */
function storeJobs(process: BotProcess, { store, signal }: Term): readonly Job[] {
  const tools = { ...process, store, keepDays: process.config.keepDays };
  const upkeep = createUpkeep(tools);
  const checkTopics = createStoredTopicsCheck(tools);
  return [
    { name: 'upkeep', run: () => upkeep(signal) },
    { name: 'stored topics', run: () => checkTopics(signal) },
    { name: 'search index', run: () => fillSearchIndex(tools, signal) },
    { name: 'vectors', run: () => fillVectors(tools, signal) },
  ];
}
