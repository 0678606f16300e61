import type { Say } from '../../language/say.ts';
import type { Publication } from '../../store/publications.ts';
import { wordReason } from './block.ts';
import { escapeToFit } from './escape.ts';
import { timestamp } from './time.ts';

/** What of a digest the servers that follow the channel do not have (yet). Empty if they have all of it. */
export function showPublications(publications: readonly Publication[], reasonLength: number, say: Say): string[] {
  const all = publications.length;
  const waiting = publications.filter(({ state }) => state === 'waiting');
  const lost = publications.filter(({ state }) => state === 'given-up');
  const next = Math.min(...waiting.flatMap(({ dueAt }) => dueAt ?? []));
  const reason = escapeToFit(wordReason(lost[0]?.reason ?? '', say), reasonLength);
  return [
    ...(waiting.length === 0 ? [] : [say('status.publishing', { n: waiting.length, all, when: timestamp(next, 'R') })]),
    ...(lost.length === 0 ? [] : [say('status.unpublished', { n: lost.length, all, reason })]),
  ];
}
