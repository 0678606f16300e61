import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matches } from '../../../src/topics/matching/match.ts';
import { readPaper } from '../../../src/topics/matching/paper-text.ts';
import { textsRead } from '../../../src/topics/matching/texts-read.ts';
import { paper, topic } from '../arbitraries.ts';
import { topicOf } from '../index/matching.ts';

test.each<[string, readonly string[]]>([
  ['graphs', ['abstract', 'title']],
  ['title:=graphs', ['title']],
  ['comment:acl* author:curie', ['authors', 'comment']],
  ['abstract:"a b"~3 -title:survey is:new', ['abstract', 'title']],
  ['cat:cs.LG upvotes:>=20 source:hf org:deepmind has:code id:2406.01234', []],
])('%s reads the texts %j', (text, expected) => {
  expect([...textsRead(topicOf(text))].sort()).toEqual(expected);
});

test('a text that a topic does not read cannot change whether a paper matches', () => {
  fc.assert(
    fc.property(topic, paper, (anyTopic, anyPaper) => {
      const read = textsRead(anyTopic);
      const trimmed = {
        ...anyPaper,
        title: read.has('title') ? anyPaper.title : '',
        abstract: read.has('abstract') ? anyPaper.abstract : '',
        comment: read.has('comment') ? anyPaper.comment : null,
        authors: read.has('authors') ? anyPaper.authors : [],
      };
      expect(matches(anyTopic, readPaper(trimmed))).toBe(matches(anyTopic, readPaper(anyPaper)));
    }),
    { numRuns: 1_000 },
  );
});
