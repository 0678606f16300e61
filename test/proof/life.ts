import { advanceMeeting } from '../../src/discord/notices/club-meeting.ts';
import { sendPingNotice } from '../../src/discord/notices/ping-notice.ts';
import { type ChannelPoster, createPoster } from '../../src/discord/posting/poster.ts';
import { publishMessage } from '../../src/discord/posting/publisher.ts';
import { createSendGate } from '../../src/discord/posting/send-gate.ts';
import { createRest } from '../../src/discord/rest.ts';
import { createClubMeetings } from '../../src/jobs/club-meetings.ts';
import { createDeliverer, type DeliverTools } from '../../src/jobs/deliver.ts';
import { planFollowUps } from '../../src/jobs/follow-ups.ts';
import { createPingNotices } from '../../src/jobs/ping-notices.ts';
import { planDueDigests } from '../../src/jobs/planning/due-digests.ts';
import { publishDue } from '../../src/jobs/publish.ts';
import { pullDueListings } from '../../src/jobs/pull.ts';
import { planWeeklyReviews } from '../../src/jobs/weekly-reviews.ts';
import type { Mailer } from '../../src/mail/email.ts';
import { createMailer } from '../../src/mail/mailer.ts';
import { createMailPoster } from '../../src/mail/poster.ts';
import type { Instant, Logger } from '../../src/ports.ts';
import type { PaperSource } from '../../src/sources/source.ts';
import { openStore } from '../../src/store/databases.ts';
import type { DeliveryState } from '../../src/store/outbox.ts';
import type { Store } from '../../src/store/store.ts';
import { createQuickPace } from '../support/quick-discord.ts';
import { steadyLease } from '../support/steady-lease.ts';
import { type MessageRest, type Reach, watchRest, watchStore } from './checkpoints.ts';
import { createNaiveDeliverer, naivePolicies } from './naive-deliverers.ts';
import { scene } from './scene.ts';

/** How a part is posted and marked. `paperboy` is the product; the others are common designs of bots. */
export const policies = ['paperboy', ...naivePolicies] as const;
export type Policy = (typeof policies)[number];

/** A job that comes after digests. */
export type Beside = 'follow-ups' | 'reviews' | 'pings' | 'publications' | 'clubs' | 'mail';

/** Whether a job puts rows into the outbox of digests, before these are delivered. */
const isOutboxJob = (beside: Beside | null): beside is 'follow-ups' | 'reviews' =>
  beside === 'follow-ups' || beside === 'reviews';

export interface LifePlan {
  readonly databaseUrl: string;
  readonly discordUrl: string;
  readonly token: string;
  readonly clock: () => Instant;
  readonly sources: readonly PaperSource[];
  /** The channel of the scene, for the naive designs. */
  readonly channelId: string;
  readonly policy: Policy;
  /** The bot's user, whom pings and clubs look for. */
  readonly botUserId: string;
  /** The job that runs beside those of digests; null if only digests are posted. */
  readonly beside: Beside | null;
  /** The port of the mail server, if emails are sent. */
  readonly mailPort?: number;
  readonly reach: Reach;
  /** Throws in a life that has ended while its process goes on. */
  readonly assertAlive?: () => void;
  readonly log: Logger;
  /** Builds a bug into the bot, to test that it is noticed. */
  readonly flaw?: (parts: LifeParts) => LifeParts;
}

export interface LifeParts {
  readonly store: Store;
  readonly poster: ChannelPoster;
  readonly sources: readonly PaperSource[];
}

/** The bot from start to end, with its real parts: store, REST, poster, and the jobs in order. */
export interface Life extends AsyncDisposable {
  /** One wake-up: pulls, resolves interrupted sends, plans, delivers. */
  wake(): Promise<void>;
  /** Whether the scene's digest is completely settled, and the meeting of its club, if the story is about one. */
  isSettled(): Promise<boolean>;
}

export const silentLog: Logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const noJitter = () => 0.5;
const overStates: ReadonlySet<DeliveryState> = new Set(['sent', 'dropped', 'uncertain']);

const mailFrom = { name: 'Paperboy', address: 'papers@example.org' };

/** Sends through the mail server of the plan. Each email is two crash points, as a request to Discord is. */
function watchedMailer({ mailPort: port = 0, clock, reach }: LifePlan): Mailer {
  const smtp = { host: '127.0.0.1', port, isSecure: false, needsTls: false, login: null };
  const mailer = createMailer({ smtp, from: mailFrom, perMinute: 1_000, clock });
  return {
    ...mailer,
    async send(email) {
      reach('send leaving');
      const outcome = await mailer.send(email);
      reach('send answered');
      return outcome;
    },
  };
}

function mailJob(tools: DeliverTools) {
  const deliverer = createDeliverer({ ...tools, kind: 'mail' });
  return async (signal: AbortSignal) => {
    await deliverer.recover(signal);
    await deliverer.deliverDue(signal);
  };
}

export async function beginLife(plan: LifePlan): Promise<Life> {
  const { clock, log, reach, assertAlive = () => {}, flaw = (parts) => parts } = plan;
  const opened = await openStore({ url: plan.databaseUrl });
  const gate = createSendGate({ clock, log });
  const connection = { apiUrl: plan.discordUrl, token: plan.token, userAgent: 'paperboy/proof', timeoutMs: 5_000 };
  const rest: MessageRest = watchRest(createRest({ ...connection, log, gate, pace: createQuickPace() }), reach);
  const { store, poster, sources } = flaw({
    store: watchStore(opened, reach, assertAlive),
    poster: createPoster({ rest, log, clock, gate }),
    sources: plan.sources,
  });
  const { signal } = new AbortController();
  const mail = createMailPoster({ mailer: watchedMailer(plan), from: mailFrom, links: null });
  const destinationPosters = new Map([['mail', mail]] as const);
  const lease = steadyLease();
  const given = { store, poster, destinationPosters, clock, log, sources, signal };
  const tools = { ...given, random: noJitter, lease };
  const deliverer =
    plan.policy === 'paperboy'
      ? createDeliverer(tools)
      : createNaiveDeliverer(plan.policy, { store, rest, clock, channelId: plan.channelId, ...lease() });
  const besides = {
    'follow-ups': () => planFollowUps(tools, signal),
    reviews: () => planWeeklyReviews(tools, signal),
    pings: createPingNotices({ ...tools, send: (notice) => sendPingNotice(notice, plan.botUserId, rest) }),
    clubs: createClubMeetings({ ...tools, advance: (meeting) => advanceMeeting(meeting, { ...plan, rest }) }),
    mail: mailJob({ ...tools, poster: mail }),
    publications: () => publishDue({ ...tools, publish: (message) => publishMessage(message, rest, gate) }, signal),
  };
  return {
    async wake() {
      await pullDueListings(sources, tools, signal);
      await deliverer.recover(signal);
      await planDueDigests(tools, signal);
      if (isOutboxJob(plan.beside)) await besides[plan.beside]();
      await deliverer.deliverDue(signal);
      if (plan.beside !== null && !isOutboxJob(plan.beside)) await besides[plan.beside](signal);
    },
    async isSettled() {
      if (plan.beside === 'clubs') return ((await opened.clubMeeting(1))?.threadId ?? null) !== null;
      const deliveries = await opened.deliveries(plan.channelId, scene.date);
      const copies = (await opened.destinations(plan.channelId)).map(({ last }) => last);
      return (
        deliveries.length > 0 && [...deliveries, ...copies].every((one) => one !== null && overStates.has(one.state))
      );
    },
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  };
}
