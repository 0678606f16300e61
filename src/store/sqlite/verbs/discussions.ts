import { minuteMs } from '../../../time.ts';
import type { DiscussionClaim, DiscussionPlace, DiscussionState, DiscussionVerbs } from '../../discussions.ts';
import { and, eq } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { atomic } from '../file/transaction.ts';
import { discussions } from '../schema/discussion-schema.ts';

/** Longer than a thread takes to be opened. */
const claimLastsMs = minuteMs;

/** Verbs for the threads in which papers are discussed. */
export function discussionVerbs(db: Database): DiscussionVerbs {
  const isIt = ({ guildId, channelId, paperId }: DiscussionPlace) =>
    and(eq(discussions.guildId, guildId), eq(discussions.channelId, channelId), eq(discussions.paperId, paperId));

  function claim({ goneThreadId, at, ...place }: DiscussionClaim): DiscussionState {
    const known = db.select().from(discussions).where(isIt(place)).get();
    const threadId = known?.threadId ?? null;
    if (threadId !== null && threadId !== goneThreadId) return { kind: 'open', threadId };
    const isClaimed = known !== undefined && threadId === null && Math.abs(at - known.claimedAt) < claimLastsMs;
    if (isClaimed) return { kind: 'being-opened' };
    const claimed = { threadId: null, claimedAt: at };
    db.insert(discussions)
      .values({ ...place, ...claimed })
      .onConflictDoUpdate({ target: [discussions.guildId, discussions.channelId, discussions.paperId], set: claimed })
      .run();
    return { kind: 'claimed' };
  }

  return {
    claimDiscussion: atomic(db, claim),
    settleDiscussion: atomic(db, (place: DiscussionPlace, threadId: string | null) => {
      if (threadId === null) db.delete(discussions).where(isIt(place)).run();
      else db.update(discussions).set({ threadId }).where(isIt(place)).run();
    }),
  };
}
