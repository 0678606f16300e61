import { type ComponentBehaviour, pageNumber } from '../interactions/component.ts';
import { renewFeeds, revokeFeeds, showFeeds } from '../steps/feeds.ts';

/** The buttons Previous and Next of the list of feeds. */
export const turnFeedPage: ComponentBehaviour<'feed-page', string> = {
  verb: 'feed-page',
  deferral: 'update',
  run: async ({ rest: [, page] }, context, channelId) => ({
    kind: 'update',
    message: await showFeeds(channelId, pageNumber(page), context),
  }),
};

/** The button Renew addresses. */
export const renewListedFeeds: ComponentBehaviour<'renew-feeds', string> = {
  verb: 'renew-feeds',
  deferral: 'update',
  run: async (_press, context, channelId) => ({ kind: 'update', message: await renewFeeds(channelId, context) }),
};

/** The button Revoke. */
export const revokeListedFeeds: ComponentBehaviour<'revoke-feeds', string> = {
  verb: 'revoke-feeds',
  deferral: 'update',
  run: async (_press, context, channelId) => ({ kind: 'update', message: await revokeFeeds(channelId, context) }),
};
