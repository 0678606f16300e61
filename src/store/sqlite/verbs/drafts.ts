import { dayMs } from '../../../time.ts';
import type { Draft, NewDraft } from '../../channels.ts';
import type { Store } from '../../store.ts';
import { and, eq, lt } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { atomic } from '../file/transaction.ts';
import { drafts } from '../schema/channel-schema.ts';

const keptMs = dayMs;

/** Verbs for subscriptions that users have not confirmed yet. */
export function draftVerbs(db: Database): Pick<Store, 'saveDraft' | 'draft'> {
  function saveDraft(draft: NewDraft): Draft {
    db.delete(drafts)
      .where(lt(drafts.at, draft.at - keptMs))
      .run();
    return db.insert(drafts).values(draft).returning().get();
  }

  return {
    saveDraft: atomic(db, saveDraft),
    draft: async (guildId, draftId) =>
      db
        .select()
        .from(drafts)
        .where(and(eq(drafts.id, draftId), eq(drafts.guildId, guildId)))
        .get() ?? null,
  };
}
