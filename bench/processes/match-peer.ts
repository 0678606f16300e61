import { parseTopic } from '../../src/topics/language/parse.ts';
import { matchCorpus } from '../match-corpus.ts';
import { readTopics } from '../match-files.ts';
import { type MatchPeer, peers } from '../match-peers.ts';

/**
 * Matches a batch of papers with topics, one after another, and prints the time.
 * Arguments: the peer, the file of topics, how many of them.
 */
export interface PeerTimes {
  /** In milliseconds, without parsing topics and reading papers. */
  readonly matching: number;
  readonly pairs: number;
}

/** How many topics run before the time is taken, for the just-in-time compiler. */
const warmUp = 200;

const [name = '', file = '', amount = '0'] = process.argv.slice(2);
const peer: MatchPeer | undefined = peers[name as keyof typeof peers];
if (peer === undefined) throw new Error(`There is no peer “${name}”.`);
const { batches } = await matchCorpus();
const ask = peer.prepare(batches.at(-1) ?? []);
const asked = readTopics(file, Number(amount)).map((canonical) => {
  const parsed = parseTopic(canonical);
  if (!parsed.ok) throw new Error(`${canonical}: ${parsed.error.message}`);
  return ask(parsed.topic);
});
for (const match of asked.slice(0, warmUp)) match();
const startedAt = performance.now();
let pairs = 0;
for (const match of asked) pairs += match();
const times: PeerTimes = { matching: performance.now() - startedAt, pairs };
process.stdout.write(JSON.stringify(times));
