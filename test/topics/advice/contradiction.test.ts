import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findContradiction } from '../../../src/topics/advice/contradiction.ts';
import { parseTopic } from '../../../src/topics/language/parse.ts';
import { printTopic } from '../../../src/topics/language/print.ts';
import { matches } from '../../../src/topics/matching/match.ts';
import { readPaper } from '../../../src/topics/matching/paper-text.ts';
import type { Topic } from '../../../src/topics/topic.ts';
import { meaning } from '../../support/shipped-meaning.ts';
import { paper, topic } from '../arbitraries.ts';

function parsed(text: string): Topic {
  const result = parseTopic(text, meaning);
  if (!result.ok) throw new Error(`${text}: ${result.error.message}`);
  return result.topic;
}

function reasonOf(text: string): string | null {
  const found = findContradiction(parsed(text));
  if (found === null) return null;
  return `${printTopic(found.wanted)} ${found.isExcluded ? 'not' : 'and'} ${printTopic(found.other)}`;
}

describe('a topic that no paper can match', () => {
  test.each([
    ['a -a', 'a not a'],
    ['graphs -Graphs', 'graphs not graphs'],
    ['=AI -ai', '=AI not ai'],
    ['=AI -=ai', '=AI not =ai'],
    ['="deep learning" -learning', '="deep learning" not learning'],
    ['title:a -a', 'title:a not a'],
    ['"a of b" -a', '"a of b" not a'],
    ['"a b"~3 -b', '"a b"~3 not b'],
    ['"a b"~3 -"a b"~5', '"a b"~3 not "a b"~5'],
    ['=transformers -transform*', '=transformers not transform*'],
    ['transformer* -transform*', 'transformer* not transform*'],
    ['cat:cs.AI -cat:cs.*', 'cat:cs.AI not cat:cs.*'],
    ['cat:cs.IT -cat:math.*', 'cat:cs.IT not cat:math.*'],
    ['cat:biorxiv/genomics -cat:biorxiv/*', 'cat:biorxiv/genomics not cat:biorxiv/*'],
    ['primary:cs.AI -cat:cs.AI', 'primary:cs.AI not cat:cs.AI'],
    ['primary:cs.AI primary:cs.CV', 'primary:cs.AI and primary:cs.CV'],
    ['primary:cs.AI primary:math.*', 'primary:cs.AI and primary:math.*'],
    ['graph upvotes:<5 upvotes:>10', 'upvotes:<=4 and upvotes:>=11'],
    ['graph upvotes:>5 -upvotes:>3', 'upvotes:>=6 not upvotes:>=4'],
    ['graph is:new is:cross', 'is:new and is:cross'],
    ['graph is:withdrawn is:notice', 'is:withdrawn and is:notice'],
    ['graph source:arxiv -source:arxiv', 'source:arxiv not source:arxiv'],
    ['org:"google deepmind" -org:google', 'org:"google deepmind" not org:google'],
    ['author:lecun -author:lecun', 'author:lecun not author:lecun'],
    ['id:2406.01234 -id:2406.01234', 'id:2406.01234 not id:2406.01234'],
    ['a (b OR c) -(a c) -b', 'b not b'],
    ['(a -a) OR (b -b)', 'a not a'],
    ['(a OR b) -a -b', 'a not a'],
  ])('%s, because of %s', (text, reason) => {
    expect(reasonOf(text)).toBe(reason);
  });

  test.each([
    ['a -b'],
    ['a -title:a'],
    ['fine tuning -fine'],
    ['"fine tuning" -fine'],
    ['graph -=graph'],
    ['=ai -=AI'],
    ['graph -gra*'],
    ['cat:cs.* -cat:cs.AI'],
    ['cat:cs.AI cat:cs.CV'],
    ['primary:cs.IT primary:math.IT'],
    ['primary:cs.* primary:math.*'],
    ['primary:cs.AI primary:cs.*'],
    ['cat:cs.AI -primary:cs.AI'],
    ['source:hf source:biorxiv'],
    ['id:2406.01234 id:10.5555/x'],
    ['graph upvotes:<5 upvotes:>3'],
    ['graph upvotes:<5 -upvotes:>10'],
    ['graph is:new -is:cross'],
    ['a (b OR -a) c'],
    ['(a -a) OR b'],
  ])('is not %s', (text) => {
    expect(reasonOf(text)).toBeNull();
  });

  test('is matched by no paper whatever', () => {
    let sure = 0;
    const opposed = fc
      .tuple(topic, topic, fc.boolean())
      .map(([one, other, isSame]) => parseTopic(`(${one.canonical}) -(${(isSame ? one : other).canonical})`, meaning))
      .filter((result) => result.ok)
      .map((result) => result.topic);
    fc.assert(
      fc.property(fc.oneof(topic, opposed), fc.array(paper, { minLength: 1, maxLength: 8 }), (asked, papers) => {
        if (findContradiction(asked) === null) return;
        sure += 1;
        for (const each of papers) expect(matches(asked, readPaper(each))).toBe(false);
      }),
      { numRuns: 3_000 },
    );
    expect(sure).toBeGreaterThan(300);
  });

  test('is found in little time, however many alternatives there are', () => {
    const pairs = Array.from({ length: 24 }, (_, index) => `(a${index} OR b${index})`).join(' ');
    const startedAt = performance.now();
    expect(findContradiction(parsed(`${pairs} c -c`))).not.toBeNull();
    expect(findContradiction(parsed(pairs))).toBeNull();
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});
