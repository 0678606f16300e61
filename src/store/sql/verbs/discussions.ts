import { minuteMs } from '../../../time.ts';
import type { DiscussionClaim, DiscussionPlace, DiscussionState, DiscussionVerbs } from '../../discussions.ts';
import type { Connection } from '../connection.ts';
import { and, eq } from '../drizzle.ts';
import { discussions } from '../schema/discussion-schema.ts';

/** Longer than a thread takes to be opened. */
const claimLastsMs = minuteMs;

/** Verbs for the threads in which papers are discussed. */
export function discussionVerbs(db: Connection): DiscussionVerbs {
  const isIt = ({ guildId, channelId, paperId }: DiscussionPlace) =>
    and(eq(discussions.guildId, guildId), eq(discussions.channelId, channelId), eq(discussions.paperId, paperId));

  async function claim({ goneThreadId, at, ...place }: DiscussionClaim): Promise<DiscussionState> {
    const known = await db.get(db.select().from(discussions).where(isIt(place)));
    const threadId = known?.threadId ?? null;
    if (threadId !== null && threadId !== goneThreadId) return { kind: 'open', threadId };
    const isClaimed = known !== undefined && threadId === null && Math.abs(at - known.claimedAt) < claimLastsMs;
    if (isClaimed) return { kind: 'being-opened' };
    const claimed = { threadId: null, claimedAt: at };
    await db.run(
      db
        .insert(discussions)
        .values({ ...place, ...claimed })
        .onConflictDoUpdate({
          target: [discussions.guildId, discussions.channelId, discussions.paperId],
          set: claimed,
        }),
    );
    return { kind: 'claimed' };
  }

  return {
    claimDiscussion: db.atomic(claim),
    settleDiscussion: db.atomic(async (place: DiscussionPlace, threadId: string | null) => {
      if (threadId === null) await db.run(db.delete(discussions).where(isIt(place)));
      else await db.run(db.update(discussions).set({ threadId }).where(isIt(place)));
    }),
  };
}
