import { UserError } from './discord/errors.ts';
import type {
  DigestNowOutcome,
  PaperLookUp,
  ResumeOutcome,
  Services,
  SourceState,
} from './discord/interactions/context.ts';
import { listOf } from './discord/rendering/numbers.ts';
import { resumedDays } from './jobs/catch-up.ts';
import type { Deliverer } from './jobs/deliver.ts';
import { type PlanTools, planDigestNow, previewDigest } from './jobs/plan.ts';
import { createPresetVolumes } from './jobs/preset-volumes.ts';
import { resumeChannel } from './jobs/resumption.ts';
import type { LocalDate } from './papers/listing.ts';
import type { PaperId } from './papers/paper.ts';
import type { Random } from './ports.ts';
import { type PaperSource, SourceError } from './sources/source.ts';
import type { Delivery } from './store/outbox.ts';
import type { Store } from './store/store.ts';

export interface ServiceTools extends PlanTools {
  readonly deliverer: Deliverer;
  readonly random: Random;
  readonly sources: readonly PaperSource[];
  /** Aborted when the app closes. */
  readonly signal: AbortSignal;
}

/** What the commands get from the other rooms, which they may not import. */
export function createServices(tools: ServiceTools): Services {
  return {
    previewDigest: (channelId) => shownDigest(channelId, tools),
    digestNow: (channelId) => digestNow(channelId, tools),
    resumeDigest: (channelId) => resumeDigest(channelId, tools),
    sourceStates: () => sourceStates(tools),
    lookUpPaper: (id) => lookUpPaper(id, tools),
    presetVolumes: createPresetVolumes(tools),
  };
}

async function resumeDigest(channelId: string, tools: ServiceTools): Promise<ResumeOutcome | null> {
  const channel = await tools.store.channel(channelId);
  if (channel === null || channel.pausedAt === null) return null;
  const { nextDigestAt, skippedPapers } = await resumeChannel(channel, tools);
  return { nextDigestAt, skippedPapers, resumedDays };
}

/** The newest listings are few: a day or three of each source. */
const listingsLookedAt = 20;

async function sourceStates({ store, sources }: ServiceTools): Promise<readonly SourceState[]> {
  const recent = await store.recentListings(listingsLookedAt);
  return sources.map((source) => {
    const listing = recent.find((record) => record.source === source.id) ?? null;
    const day = (listing !== null && source.dayKind?.(listing.date)) || null;
    return { name: source.name, listing, day };
  });
}

async function shownDigest(channelId: string, tools: ServiceTools) {
  const digest = await previewDigest(channelId, tools);
  return digest !== null && digest.items.length > 0 ? digest : null;
}

async function digestNow(channelId: string, tools: ServiceTools): Promise<DigestNowOutcome> {
  const channel = await tools.store.channel(channelId);
  if (channel === null) return { kind: 'nothing-new' };
  const { outcome, digest } = await planDigestNow(channelId, channel.schedule.zone, tools);
  if (outcome === 'quiet' || outcome === 'stale') return { kind: 'nothing-new' };
  const planned = await tools.store.deliveries(channelId, digest.date);
  if (outcome === 'already-planned' && planned.every(({ state }) => state === 'sent'))
    return await whenPosted(channelId, digest.date, tools.store);
  await tools.deliverer.deliverTo(channelId, tools.signal);
  const papers = outcome === 'planned' ? digest.items.length : null;
  return summarize(await tools.store.deliveries(channelId, digest.date), papers, tools);
}

/** Neither posted nor to be tried again. */
const isLost = ({ state }: Delivery): boolean => state === 'dropped' || state === 'uncertain' || state === 'withdrawn';

async function whenPosted(channelId: string, date: LocalDate, store: Store): Promise<DigestNowOutcome> {
  const channel = await store.channel(channelId);
  return { kind: 'already-posted', date, nextDigestAt: channel?.nextDigestAt ?? 0 };
}

function summarize(
  deliveries: readonly Delivery[],
  papers: number | null,
  { poster, clock }: ServiceTools,
): DigestNowOutcome {
  const blocked = deliveries.find(({ state }) => state === 'blocked');
  if (blocked !== undefined) return { kind: 'blocked', reason: blocked.reason ?? 'Discord refuses it' };
  const messages = deliveries.filter(({ state }) => state === 'sent').length;
  const [lost] = deliveries.filter(isLost);
  const waiting = deliveries.find((delivery) => delivery.state !== 'sent' && !isLost(delivery));
  if (waiting !== undefined) {
    const waitMs = poster.waitMs();
    const reason = waitMs > 0 ? 'Discord asked the whole bot to wait' : waiting.reason;
    return { kind: 'queued', reason, retryAt: Math.max(waiting.dueAt, clock() + waitMs) };
  }
  if (lost === undefined) return { kind: 'posted', papers, messages };
  const { date, reason, parts } = lost;
  return { kind: 'incomplete', date, messages, parts, reason, isUncertain: lost.state === 'uncertain' };
}

/** A reader waits for the answer; a pull that is under way can hold arXiv's one lane for longer than that. */
const lookUpMs = 15_000;

/** Stored, or asked of each source that can tell. What is looked up is shown, not stored: it was not announced. */
async function lookUpPaper(id: PaperId, { store, sources, signal }: ServiceTools): Promise<PaperLookUp> {
  const stored = await store.paper(id);
  if (stored !== null) return { paper: stored, asked: [] };
  const asked: string[] = [];
  const failed = new Map<string, SourceError>();
  for (const source of sources) {
    const answer = await askSource(source, id, AbortSignal.any([signal, AbortSignal.timeout(lookUpMs)]));
    if (answer === 'not-asked') continue;
    if (answer instanceof SourceError) failed.set(source.name, answer);
    else if (answer !== null) return { paper: answer, asked };
    else asked.push(source.name);
  }
  if (failed.size > 0) throw cannotAsk(asked, failed);
  return { paper: null, asked };
}

/** The paper, null where the source does not know it, or why it could not tell. */
async function askSource(source: PaperSource, id: PaperId, signal: AbortSignal) {
  try {
    const answer = source.lookUp?.(id, signal) ?? null;
    return answer === null ? 'not-asked' : await answer;
  } catch (error) {
    if (error instanceof SourceError) return error;
    throw error;
  }
}

function cannotAsk(asked: readonly string[], failed: ReadonlyMap<string, SourceError>): UserError {
  const others = asked.length === 0 ? '' : `, nor has ${listOf(asked, 'or')}`;
  const text = `I do not have this paper${others}, and ${listOf([...failed.keys()])} cannot be asked just now. Try again in a minute.`;
  return new UserError('source-unreachable', text, { cause: [...failed.values()][0] });
}
