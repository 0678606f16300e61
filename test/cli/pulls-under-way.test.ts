import { expect, it } from 'vitest';
import { followPulls } from '../../src/cli/status/pulls-under-way.ts';

it('a pull is shown with its share and the time left, until it ends', () => {
  let now = 0;
  const pulls = followPulls(() => now);
  expect(pulls.describe('arxiv')).toBeNull();
  pulls.note({ kind: 'pulling', source: 'arxiv', share: 0 });
  expect(pulls.describe('arxiv')).toBe('being pulled');
  now = 120_000;
  pulls.note({ kind: 'pulling', source: 'arxiv', share: 0.25 });
  expect(pulls.describe('arxiv')).toBe('being pulled, 25 %, 6 minutes left');
  expect(pulls.describe('biorxiv')).toBeNull();
  pulls.note({ kind: 'pull', source: 'arxiv', outcome: 'pulled', newPapers: 3 });
  expect(pulls.describe('arxiv')).toBeNull();
});
