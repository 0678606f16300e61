import type { NewsPaper } from '../../src/digests/news.ts';
import { noExtras, type Paper } from '../../src/papers/paper.ts';
import { parseTopic } from '../../src/topics/language/parse.ts';
import type { Topic } from '../../src/topics/topic.ts';
import { inventPaper } from '../topics/invented-paper.ts';

export interface KnownNews extends Partial<Omit<Paper, 'extras'>> {
  readonly announceType?: NewsPaper['announceType'];
  readonly newsNumber?: number;
  readonly upvotes?: number;
}

export const newsOf = ({ announceType = 'new', newsNumber = 1, upvotes, ...known }: KnownNews): NewsPaper => ({
  paper: inventPaper({ ...known, extras: { ...noExtras, upvotes: upvotes ?? null } }),
  announceType,
  newsNumber,
});

export function topicOf(text: string): Topic {
  const result = parseTopic(text);
  if (!result.ok) throw new Error(result.error.message);
  return result.topic;
}
