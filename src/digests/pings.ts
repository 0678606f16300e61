import type { Meaning } from '../meaning/meaning.ts';
import type { PaperId } from '../papers/paper.ts';
import { parseCanonical } from '../topics/language/parse.ts';
import { matches } from '../topics/matching/match.ts';
import { readPaper } from '../topics/matching/paper-text.ts';
import type { DigestItem } from './digest-item.ts';

/** How a person is pinged: by a mention in the channel, or by a direct message. */
export type PingWay = 'mention' | 'message';

/** A person wants to know when a digest of a channel has a paper on their own topic. */
export interface Ping {
  readonly id: number;
  readonly guildId: string;
  readonly channelId: string;
  readonly userId: string;
  /** The canonical text. */
  readonly topic: string;
  readonly way: PingWay;
}

/** The papers of a digest that a person is pinged for. */
export interface PlannedPing extends Pick<Ping, 'userId' | 'way'> {
  readonly papers: readonly PaperId[];
}

/** Finds who is pinged for the papers that a digest shows. A topic that cannot be read pings nobody. */
export function planPings(
  pings: readonly Ping[],
  items: readonly Pick<DigestItem, 'paper'>[],
  meaning: Meaning,
): readonly PlannedPing[] {
  if (pings.length === 0) return [];
  const texts = items.map(({ paper }) => readPaper(paper));
  const planned = new Map<string, { readonly ping: Ping; readonly papers: Set<PaperId> }>();
  for (const ping of pings) {
    const parsed = parseCanonical(ping.topic, meaning);
    if (!parsed.ok) continue;
    const found = texts.filter((text) => matches(parsed.topic, text)).map(({ paper }) => paper.id);
    const key = `${ping.way} ${ping.userId}`;
    const known = planned.get(key) ?? { ping, papers: new Set() };
    planned.set(key, known);
    for (const id of found) known.papers.add(id);
  }
  return [...planned.values()].flatMap(({ ping: { userId, way }, papers }) =>
    papers.size === 0 ? [] : [{ userId, way, papers: [...papers] }],
  );
}
