import type { Topic } from '../../../topics/topic.ts';
import { type TopicQuery, topicQuery, withUnsure } from '../../rules/search/topic-query.ts';
import type { Connection } from '../connection.ts';
import type { CandidateFinder } from './candidates.ts';

/** Makes the query of a topic. */
export type QueryMaker = (topic: Topic) => Promise<TopicQuery>;

/** Makes queries that are sure only of what the index of this database finds exactly, and that doubt no more than they must. */
export function queryMaker(db: Connection, find: CandidateFinder): QueryMaker {
  const { isExact, incomplete } = db.dialect.fullText;

  /** Drops the doubt if no stored paper raises it, which is mostly so. Sure matches are found faster. */
  async function settled(query: TopicQuery): Promise<TopicQuery> {
    const { doubt, sure, upvotes } = query;
    if (typeof doubt !== 'object') return query;
    const isRaised = await find.has({ query: doubt.reasons, upvotes: null });
    if (isRaised && (await find.has({ query: doubt.query, upvotes }))) return query;
    return { ...query, possible: sure, doubt: 'none' };
  }

  return async (topic) => {
    const query = topicQuery(topic, isExact);
    if (incomplete === null || !(await find.has({ query: incomplete, upvotes: null }))) return await settled(query);
    return await settled(withUnsure(query, incomplete));
  };
}
