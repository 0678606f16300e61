import type { IncomingHttpHeaders } from 'node:http';
import type { FeedAnswer } from './answer-cache.ts';

/** Whether a client that sent these headers has the answer already (RFC 9110, 13.2.2). */
export function hasAnswer(headers: IncomingHttpHeaders, { etag, modifiedAt }: Omit<FeedAnswer, 'body'>): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return tags.trim() === '*' || tagsIn(tags).includes(etag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return modifiedAt <= since;
}

/** Entity tags with their quotes. A proxy that packs answers marks them as weak, which does not matter here. */
const tagsIn = (text: string): readonly string[] => text.match(/"[^"]*"/g) ?? [];
