import type { MessagePort } from 'node:worker_threads';
import { createBirpc } from 'birpc';
import type { ChannelPoster } from '../../../discord/posting/poster.ts';
import { openMeaning, withoutMeaning } from '../../../meaning/meaning.ts';
import { readMeaningTable } from '../../../meaning/meaning-table.ts';
import type { Instant } from '../../../ports.ts';
import { createDigestMaker, type DigestMaker, type MadeDigest } from '../digest-maker.ts';
import { createRoundMatches } from '../round-matches.ts';
import { type DigestCalls, type DigestThreadData, readsOf, type SentChannel, type StoreReads } from './digest-calls.ts';

/**
 * What the digest thread does: it makes digests of channels, and asks the bot for what it reads of the store. The bot makes
 * those with destinations, because an email has a secret address to unsubscribe.
 * @param poster writes the messages
 */
export function serveDigests(
  port: MessagePort,
  { table }: DigestThreadData,
  poster: Pick<ChannelPoster, 'compose' | 'composeQuietDay'>,
): void {
  const meaning = table === null ? withoutMeaning : openMeaning(true, () => readMeaningTable(table));
  let now: Instant = 0;
  let made: AsyncIterator<readonly MadeDigest[]> | undefined;
  const begin = async (channels: readonly SentChannel[], at: Instant): Promise<void> => {
    now = at;
    const ready = channels.map(({ input, ...rest }) => ({ ...rest, input: { ...input, meaning } }));
    made = maker().make(ready)[Symbol.asyncIterator]();
  };
  const calls: DigestCalls = {
    begin,
    async next(at) {
      now = at;
      return (await made?.next())?.value ?? [];
    },
  };
  const bot = createBirpc<StoreReads, DigestCalls>(calls, {
    post: (message) => port.postMessage(message),
    on: (listen) => port.on('message', listen),
    timeout: -1,
  });
  const store = { ...readsOf(bot), meaning };
  const matches = createRoundMatches(store);
  function maker(): DigestMaker {
    return createDigestMaker(matches, { store, poster, clock: () => now });
  }
}
