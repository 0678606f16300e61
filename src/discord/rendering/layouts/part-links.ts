import type { Paper } from '../../../papers/paper.ts';
import { idsOf, parsePaperId } from '../../../papers/paper-id.ts';
import { isDigestMessage, layoutOfMessage } from './registry.ts';

/** The pages of the papers in a part of a digest, for any layout. */
export const paperLinks = (payload: unknown): readonly string[] =>
  isDigestMessage(payload) ? (layoutOfMessage(payload)?.links(payload) ?? []) : [];

/** Whether one of the links is a page of the paper, under any of its ids. */
export function leadToPaper(links: readonly string[], paper: Paper): boolean {
  const ids = idsOf(paper);
  return links.some((link) => ids.includes(parsePaperId(link)?.id ?? ''));
}

/** Whether a frozen part holds the paper. */
export const holdsPaper = (payload: unknown, paper: Paper): boolean => leadToPaper(paperLinks(payload), paper);
