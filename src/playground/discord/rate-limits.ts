import { createHash } from 'node:crypto';
import type { Clock, Instant } from '../../ports.ts';
import { dayMs, hourMs } from '../../time.ts';

/** The limits and their windows. */
export interface LimitSettings {
  /** Requests a second for one token (or for one address without a token). Discord's is 50. */
  readonly globalPerSecond: number;
  /** Messages that may be posted to one channel within the window. Discord's is about 5. */
  readonly messagesPerWindow: number;
  /** Discord's is about 5,000 ms. */
  readonly messageWindowMs: number;
  /** Refused requests (401, 403, 429) within 10 minutes after which the address is banned. Discord's is 10,000. */
  readonly invalidBeforeBan: number;
  /** IDENTIFYs a day; one more and the token is reset. Discord's is 1,000. */
  readonly identifiesPerDay: number;
  /** Within this time only `maxConcurrency` shards may IDENTIFY. Discord's is 5,000 ms. */
  readonly identifyWindowMs: number;
  /** Discord's is 1 for all but the largest bots. */
  readonly maxConcurrency: number;
  /** How many guilds one shard serves, if the bot has as many shards as GET /gateway/bot recommends. */
  readonly guildsPerShard: number;
  /** How many guilds one shard may serve. Discord's is 2,500. */
  readonly mostGuildsPerShard: number;
  /** The number of shards must be a multiple of this. Discord's is 1 for all but the largest bots. */
  readonly shardMultiple: number;
  /** How many times as fast as Discord's the windows of requests pass. 1 is Discord. */
  readonly speed: number;
  /**
   * The clock of the limits; default: the machine's. The world's clock does not fit: clients wait in real time, and a
   * test's frozen clock would never end a window.
   */
  readonly clock: Clock;
}

/** Discord's own figures. */
export const DISCORD_LIMITS: LimitSettings = {
  globalPerSecond: 50,
  messagesPerWindow: 5,
  messageWindowMs: 5000,
  invalidBeforeBan: 10_000,
  identifiesPerDay: 1000,
  identifyWindowMs: 5000,
  maxConcurrency: 1,
  guildsPerShard: 1000,
  mostGuildsPerShard: 2500,
  shardMultiple: 1,
  speed: 1,
  clock: Date.now,
};

const BAN_WINDOW_MS = 600_000;

/** The state of a bucket after it counted a request. */
interface BucketState {
  readonly name: string;
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: Instant;
  readonly resetAfterMs: number;
}

/** The verdict on one request. */
export interface Verdict {
  readonly bucket: BucketState | undefined;
  /** Set when the request is refused: for how long, and by which limit. */
  readonly refusedFor: number | undefined;
  readonly scope: 'user' | 'global';
}

/** One request, as the limits see it. */
export interface LimitedRequest {
  readonly method: string;
  /** The route's template, such as `/channels/{channel_id}/messages`. */
  readonly template: string;
  /** The channel, guild or webhook of the path. */
  readonly major: string;
  /** The token, or the address of a request without one. */
  readonly subject: string;
}

/** Counts requests as Discord does: 50 a second in total, and a bucket per route and top-level resource. */
export class RateLimits {
  readonly #settings: LimitSettings;
  readonly #buckets = new Map<string, { used: number; resetAt: Instant }>();
  readonly #recent = new Map<string, Instant[]>();
  readonly #invalid = new Map<string, Instant[]>();
  readonly #lastIdentify = new Map<number, Instant>();
  #identifies: Instant[] = [];

  constructor(settings: LimitSettings) {
    this.#settings = settings;
  }

  /** Counts a request and says whether it passes. Requests that do not pass take nothing from any limit. */
  take(request: LimitedRequest): Verdict {
    const now = this.#settings.clock();
    const second = 1000 / this.#settings.speed;
    const recent = within(this.#recent.get(request.subject) ?? [], now - second);
    this.#recent.set(request.subject, recent);
    const oldest = recent[0];
    if (recent.length >= this.#settings.globalPerSecond && oldest !== undefined) {
      return { bucket: undefined, refusedFor: oldest + second - now, scope: 'global' };
    }
    const [limit, windowMs] = this.#size(request);
    const key = `${request.subject} ${request.method} ${request.template} ${request.major}`;
    let bucket = this.#buckets.get(key);
    if (bucket === undefined || bucket.resetAt <= now)
      bucket = { used: 0, resetAt: now + windowMs / this.#settings.speed };
    this.#buckets.set(key, bucket);
    const passes = bucket.used < limit;
    if (passes) {
      bucket.used += 1;
      recent.push(now);
    }
    const resetAfterMs = bucket.resetAt - now;
    const name = createHash('sha1').update(`${request.method} ${request.template}`).digest('hex').slice(0, 32);
    const state = { name, limit, remaining: limit - bucket.used, resetAt: bucket.resetAt, resetAfterMs };
    return { bucket: state, refusedFor: passes ? undefined : resetAfterMs, scope: 'user' };
  }

  /** Notes a refused request of an address. */
  countInvalid(address: string): void {
    this.#invalidOf(address).push(this.#settings.clock());
  }

  /** Refused requests of all addresses in the last 10 minutes. */
  invalidRequests(): number {
    return [...this.#invalid.keys()].reduce((sum, address) => sum + this.#invalidOf(address).length, 0);
  }

  /** Whether an address is banned for too many refused requests. */
  isBanned(address: string): boolean {
    return this.#invalidOf(address).length >= this.#settings.invalidBeforeBan;
  }

  /** Counts an IDENTIFY of a shard and says whether it is allowed. */
  countIdentify(shardId: number): 'good' | 'too fast' | 'too many' {
    const now = this.#settings.clock();
    this.#identifies = [...within(this.#identifies, now - dayMs), now];
    if (this.#identifies.length > this.#settings.identifiesPerDay) return 'too many';
    const key = shardId % this.#settings.maxConcurrency;
    const last = this.#lastIdentify.get(key);
    if (last !== undefined && now - last < this.#settings.identifyWindowMs) return 'too fast';
    this.#lastIdentify.set(key, now);
    return 'good';
  }

  /** The `shards` of GET /gateway/bot for a bot with that many guilds. */
  recommendedShards(guilds: number): number {
    const { guildsPerShard, shardMultiple } = this.#settings;
    return Math.max(1, Math.ceil(guilds / guildsPerShard / shardMultiple)) * shardMultiple;
  }

  /** Whether a bot may have that many shards. */
  allowsShards(count: number): boolean {
    return count % this.#settings.shardMultiple === 0;
  }

  /** Whether one shard may have that many guilds. */
  allowsGuilds(inShard: number): boolean {
    return inShard <= this.#settings.mostGuildsPerShard;
  }

  /** The `session_start_limit` of GET /gateway/bot. */
  sessionStartLimit(): { total: number; remaining: number; reset_after: number; max_concurrency: number } {
    const { maxConcurrency } = this.#settings;
    const now = this.#settings.clock();
    const used = within(this.#identifies, now - dayMs);
    const total = this.#settings.identifiesPerDay;
    const resetAfter = used[0] === undefined ? 0 : used[0] + dayMs - now;
    return {
      total,
      remaining: Math.max(0, total - used.length),
      reset_after: resetAfter,
      max_concurrency: maxConcurrency,
    };
  }

  /** The refusals of an address that still count. It drops the older ones. */
  #invalidOf(address: string): Instant[] {
    const times = this.#invalid.get(address) ?? [];
    this.#invalid.set(address, times);
    const from = this.#settings.clock() - BAN_WINDOW_MS;
    const stale = times.findIndex((time) => time > from);
    times.splice(0, stale < 0 ? times.length : stale);
    return times;
  }

  #size({ method, template }: LimitedRequest): readonly [limit: number, windowMs: number] {
    const { messagesPerWindow, messageWindowMs } = this.#settings;
    if (template === '/channels/{channel_id}/messages' && method === 'POST') {
      return [messagesPerWindow, messageWindowMs];
    }
    if (template === '/channels/{channel_id}/messages/{message_id}') {
      if (method === 'PATCH') return [messagesPerWindow, messageWindowMs];
      if (method === 'DELETE') return [5, 1000];
    }
    if (template === '/channels/{channel_id}/messages/{message_id}/crosspost') return [10, hourMs];
    if (template === '/webhooks/{webhook_id}/{webhook_token}') return [5, 2000];
    if (template === '/users/@me/channels') return [10, 10_000];
    return [50, 1000];
  }
}

function within(times: readonly Instant[], after: Instant): Instant[] {
  return times.filter((time) => time > after);
}
