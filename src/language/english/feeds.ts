/** Texts about feeds: `/digest feed`, and the words in the feeds themselves. */
export const feeds = {
  heading:
    '**Feeds of {channel}**\nAdd an address to a feed reader. Anyone who has it can read the feed without Discord, so pass it on with care.',
  digests: 'Papers of the digests',
  page: 'Page {page, number} of {pages, number}',
  renew: 'Renew addresses',
  revoke: 'Revoke',
  renewed: 'The feeds have new addresses. The old ones show nothing any more.',
  revoked:
    'The feeds of {channel} are revoked, and their addresses show nothing any more. `/digest feed` makes new ones.',
  off: 'This bot serves no feeds. Ask the people who host it to set `HTTP_PORT` and `PUBLIC_URL`.',
  channelTitle: 'Papers in #{channel}',
  digestsTitle: 'Papers of my digest',
  digestsSubtitle: 'The papers of the digests in Discord, the newest digest first.',
  topicSubtitle: 'The papers that match this topic, the newest first.',
  project: 'Project',
} as const;
