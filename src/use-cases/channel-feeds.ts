import { feedPath, newFeedSecret } from '../feeds/feed-address.ts';
import { feedFormats } from '../feeds/formats/registry.ts';
import type { Clock } from '../ports.ts';
import type { OpenFeed } from '../store/feeds.ts';
import type { Store } from '../store/store.ts';

/** A feed of a channel, with its address in each format. */
export interface ChannelFeed {
  /** The canonical topic; null for the feed of the channel's digests. */
  readonly topic: string | null;
  readonly addresses: readonly { readonly format: string; readonly url: string }[];
}

/** The feeds of channels. The addresses are secrets: anyone who has one can read the feed. */
export interface ChannelFeeds {
  /**
   * The feeds of a channel: that of its digests first, then those of its topics. Those that are missing are made. Null if
   * the channel of this guild is not stored.
   */
  open(guildId: string, channelId: string): Promise<readonly ChannelFeed[] | null>;
  /** The same with new addresses. The old ones show nothing from now on. */
  renew(guildId: string, channelId: string): Promise<readonly ChannelFeed[] | null>;
  /** Ends the feeds of a channel. */
  revoke(guildId: string, channelId: string): Promise<void>;
}

export interface ChannelFeedsTools {
  readonly store: Pick<Store, 'openFeeds' | 'renewFeeds' | 'revokeFeeds'>;
  readonly clock: Clock;
  /** The address that links begin with. Null if nothing is served to the web. */
  readonly webUrl: string | null;
}

/** Null if nothing is served to the web. */
export function createChannelFeeds({ store, clock, webUrl }: ChannelFeedsTools): ChannelFeeds | null {
  if (webUrl === null) return null;
  const requestFor = (guildId: string, channelId: string) => ({
    guildId,
    channelId,
    at: clock(),
    newSecret: newFeedSecret,
  });
  const addressed = (feeds: readonly OpenFeed[] | null) => feeds?.map((feed) => withAddresses(feed, webUrl)) ?? null;
  return {
    open: async (...channel) => addressed(await store.openFeeds(requestFor(...channel))),
    renew: async (...channel) => addressed(await store.renewFeeds(requestFor(...channel))),
    revoke: async (...channel) => void (await store.revokeFeeds(...channel)),
  };
}

const withAddresses = ({ topic, secret }: OpenFeed, webUrl: string): ChannelFeed => ({
  topic,
  addresses: feedFormats.map((format) => ({ format: format.name, url: `${webUrl}${feedPath(secret, format)}` })),
});
