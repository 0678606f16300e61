import { howToUnblock } from '../posting-problem.ts';
import { escapeToFit } from './escape.ts';

/** Says that a channel is blocked, why, and what ends the block. The reason has at most `limit` characters. */
export const showBlock = (reason: string, limit: number): string =>
  `**Blocked**, nothing can be posted: ${escapeToFit(reason, limit)}. ${howToUnblock(reason)}`;
