import type { Topic } from '../../../topics/topic.ts';
import { type TopicQuery, topicQuery, withUnsure } from '../../rules/search/topic-query.ts';
import type { Connection } from '../connection.ts';
import type { CandidateFinder } from './candidates.ts';

/** Makes the query of a topic. */
export type QueryMaker = (topic: Topic) => Promise<TopicQuery>;

/** Makes queries that are sure only of what the index of this database finds exactly. */
export function queryMaker(db: Connection, find: CandidateFinder): QueryMaker {
  const { isExact, incomplete } = db.dialect.fullText;
  return async (topic) => {
    const query = topicQuery(topic, isExact);
    if (incomplete === null || !(await find.has({ query: incomplete, upvotes: null }))) return query;
    return withUnsure(query, incomplete);
  };
}
