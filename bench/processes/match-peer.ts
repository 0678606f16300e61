import { parseTopic } from '../../src/topics/language/parse.ts';
import { matchCorpus } from '../match-corpus.ts';
import { readHits, readTopics } from '../match-files.ts';
import { type MatchPeer, peers } from '../match-peers.ts';

/**
 * Matches a batch of papers with topics, one after another, and prints the time. It is the batch whose hits are given.
 * Arguments: the peer, the file of topics, how many of them, the file of the index's hits, the number of the batch.
 */
export interface PeerTimes {
  /** In milliseconds: papers indexed, queries made and run. Without parsing topics. */
  readonly ms: number;
  /** How much of it is indexing the papers. */
  readonly indexing: number;
  /** How many pairs of topic and paper it finds, and how many of them the index finds too. */
  readonly pairs: number;
  readonly shared: number;
}

/** How many topics run before the time is taken, for the just-in-time compiler. */
const warmUp = 200;

const [name = '', file = '', amount = '0', hitsFile = '', batch = '0'] = process.argv.slice(2);
const peer: MatchPeer | undefined = peers[name as keyof typeof peers];
if (peer === undefined) throw new Error(`There is no peer “${name}”.`);
const { batches } = await matchCorpus();
const papers = batches[Number(batch)] ?? [];
const topics = readTopics(file, Number(amount)).map((canonical) => {
  const parsed = parseTopic(canonical);
  if (!parsed.ok) throw new Error(`${canonical}: ${parsed.error.message}`);
  return parsed.topic;
});
const hits = readHits(hitsFile);
const warm = peer.prepare(batches[0] ?? []);
for (const topic of topics.slice(0, warmUp)) warm(topic);

const startedAt = performance.now();
const ask = peer.prepare(papers);
const indexing = performance.now() - startedAt;
const found: (readonly number[])[] = [];
for (const topic of topics) found.push(ask(topic));
const ms = performance.now() - startedAt;

let [pairs, shared] = [0, 0];
for (const [at, numbers] of found.entries()) {
  const ours = new Set(hits[at]);
  pairs += numbers.length;
  shared += numbers.filter((number) => ours.has(number)).length;
}
process.stdout.write(JSON.stringify({ ms, indexing, pairs, shared } satisfies PeerTimes));
