import type { APIGuildForumChannel } from 'discord.js';

/** The names of tags that fit a digest, the best first. */
const digestTags = ['Papers', 'Digest', 'Paperboy', 'Paper', 'Digests'] as const;

const requiresTag = 1 << 4;

/** The fields of a forum that say which tags a post may have. */
export type TaggedForum = Partial<Pick<APIGuildForumChannel, 'available_tags'>> & { readonly flags?: number };

/**
 * The tags for a digest in a forum, at most one: a tag that is named for it. Null if the forum requires a tag and has no
 * such one. Moderated tags are for moderators alone.
 */
export function tagsForDigest({ available_tags: tags = [], flags = 0 }: TaggedForum): readonly string[] | null {
  const open = tags.filter(({ moderated }) => !moderated);
  const named = digestTags.flatMap((name) => open.find((tag) => tag.name.toLowerCase() === name.toLowerCase()) ?? []);
  const [best] = named;
  if (best !== undefined) return [best.id];
  return (flags & requiresTag) === 0 ? [] : null;
}
