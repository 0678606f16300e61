import type { Paper } from '../../papers/paper.ts';
import type { CommandContext } from '../interactions/context.ts';
import type { ShownReasons } from '../rendering/digest-reasons.ts';
import { holdTopics, pastPlace } from './paper-trail.ts';

/** Finds why a paper is in a digest of the channel, for its readers: they see no topic that it does not match. */
export async function findReasons(
  paper: Paper,
  channelId: string,
  context: Pick<CommandContext, 'store' | 'say'>,
): Promise<ShownReasons> {
  const { store } = context;
  const channel = await store.channel(channelId);
  const trail = channel === null ? null : await store.paperTrail(channelId, paper.id);
  const duplicate = trail?.duplicates.find(({ postedIn }) => postedIn !== null);
  const date = (trail?.postedIn ?? duplicate?.postedIn)?.date ?? null;
  const held = channel === null ? [] : await holdTopics(paper, channelId, context);
  return {
    paper,
    channelId,
    date,
    duplicate: trail !== null && trail.postedIn === null ? (duplicate?.paper ?? null) : null,
    place: channel === null || date === null ? null : await pastPlace({ paper, trail, channel }, date, store),
    topics: held.flatMap(({ match, subscription: { topic }, why, strength }) =>
      match === null ? [] : [{ topic, why, strength }],
    ),
  };
}
