import { newsPages } from '../../src/jobs/planning/news-matches.ts';
import { openStore } from '../../src/store/databases.ts';
import { parseTopic } from '../../src/topics/language/parse.ts';
import type { Topic } from '../../src/topics/topic.ts';
import { matchCorpus } from '../match-corpus.ts';
import { readHits, readTopics } from '../match-files.ts';
import { processorTime } from '../match-news.ts';
import { type MatchPeer, peers } from '../match-peers.ts';

/**
 * Matches the news of a day with topics, one after another, and prints the time. It is the day whose hits are given.
 * Arguments: the peer, the file of topics, how many of them, the file of the index's hits, the path of the database,
 * the number of the last news before that day.
 */
export interface PeerTimes {
  /** In milliseconds of the processor: papers read from the database and indexed, and queries run. */
  readonly ms: number;
  /** How much of it is reading the papers, and how much indexing them. */
  readonly fetching: number;
  readonly indexing: number;
  /** How many pairs of topic and paper it finds, and how many of them the index finds too. */
  readonly pairs: number;
  readonly shared: number;
}

/** How many topics run before the time is taken, for the just-in-time compiler. */
const warmUp = 200;

const parsed = (canonical: string): Topic => {
  const read = parseTopic(canonical);
  if (!read.ok) throw new Error(`${canonical}: ${read.error.message}`);
  return read.topic;
};

const [name = '', file = '', amount = '0', hitsFile = '', databasePath = '', newsAfter = '0'] = process.argv.slice(2);
const peer: MatchPeer | undefined = peers[name as keyof typeof peers];
if (peer === undefined) throw new Error(`There is no peer “${name}”.`);
await using store = await openStore({ url: `file:${databasePath}` });
const topics = readTopics(file, Number(amount));
const index = peer.prepare(topics.values().map(parsed));
const readPapers = async () => {
  const news = (await Array.fromAsync(newsPages(Number(newsAfter), store))).flat();
  return news.map(({ paper }) => paper);
};
await readPapers();
const warm = index((await matchCorpus()).batches[0] ?? []);
for (let topic = 0; topic < Math.min(warmUp, topics.length); topic++) warm(topic);

const startedAt = processorTime();
const papers = await readPapers();
const fetching = processorTime() - startedAt;
const find = index(papers);
const indexing = processorTime() - startedAt - fetching;
const found = topics.map((_, topic) => find(topic));
const ms = processorTime() - startedAt;

const hits = readHits(hitsFile);
let [pairs, shared] = [0, 0];
for (const [at, numbers] of found.entries()) {
  const ours = new Set(hits[at]);
  pairs += numbers.length;
  shared += numbers.filter((number) => ours.has(number)).length;
}
process.stdout.write(JSON.stringify({ ms, fetching, indexing, pairs, shared } satisfies PeerTimes));
