import Connection from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Paper } from '../../../src/papers/paper.ts';
import { createPercolator } from '../../../src/topics/index/percolator.ts';
import { inventPaper } from '../invented-paper.ts';
import { foundByIndex, topicOf } from './matching.ts';

/**
 * What Paperboy's language and FTS5's share: `and`, `or`, `not`, phrases, columns. The words are their own stems and no
 * two form a compound, because FTS5 knows no other spellings.
 */
const word = fc.constantFrom('graph', 'robot', 'lemon', 'garden', 'planet');
const phrase = fc.array(word, { minLength: 2, maxLength: 3 }).map((words) => `"${words.join(' ')}"`);

interface Asked {
  readonly topic: string;
  readonly fts5: string;
}

const same = (text: string): Asked => ({ topic: text, fts5: `{title abstract} : (${text})` });
const term = fc.oneof(
  word.map(same),
  phrase.map(same),
  word.map((text): Asked => ({ topic: `title:${text}`, fts5: `{title} : (${text})` })),
  phrase.map((text): Asked => ({ topic: `abstract:${text}`, fts5: `{abstract} : (${text})` })),
);
const joined = (parts: readonly Asked[], byUs: string, byFts5: string): Asked => ({
  topic: `(${parts.map(({ topic }) => topic).join(byUs)})`,
  fts5: `(${parts.map(({ fts5 }) => fts5).join(byFts5)})`,
});
const { asked } = fc.letrec<{ asked: Asked }>((tie) => ({
  asked: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    term,
    fc.array(tie('asked'), { minLength: 2, maxLength: 3 }).map((parts) => joined(parts, ' ', ' AND ')),
    fc.array(tie('asked'), { minLength: 2, maxLength: 3 }).map((parts) => joined(parts, ' OR ', ' OR ')),
    fc
      .tuple(tie('asked'), tie('asked'))
      .map(([wanted, not]) => ({ topic: `(${wanted.topic} -${not.topic})`, fts5: `(${wanted.fts5} NOT ${not.fts5})` })),
  ),
}));

const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
const papers = fc.array(fc.record({ title: text, abstract: text }).map(inventPaper), { minLength: 1, maxLength: 20 });

function fullTextOf(told: readonly Paper[]) {
  const connection = new Connection(':memory:');
  connection.exec('create virtual table papers using fts5(title, abstract)');
  const insert = connection.prepare('insert into papers (rowid, title, abstract) values (?, ?, ?)');
  for (const [number, { title, abstract }] of told.entries()) insert.run(number, title, abstract);
  return connection.prepare<[string], number>('select rowid from papers where papers match ? order by rowid').pluck();
}

test('the percolator finds what SQLite’s FTS5 finds, where both know the operator', () => {
  fc.assert(
    fc.property(fc.array(asked, { minLength: 1, maxLength: 12 }), papers, (queries, told) => {
      const index = createPercolator();
      const topics = queries.map(({ topic }) => topicOf(topic));
      for (const topic of topics) index.add(topic);
      const found = foundByIndex(index, topics, told);
      const fullText = fullTextOf(told);
      for (const [at, { fts5 }] of queries.entries()) {
        expect(found[topics[at]?.canonical ?? ''] ?? []).toEqual(fullText.all(fts5));
      }
    }),
    { numRuns: 150 },
  );
});
