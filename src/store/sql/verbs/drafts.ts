import { dayMs } from '../../../time.ts';
import type { Draft, NewDraft } from '../../channels.ts';
import type { Store } from '../../store.ts';
import type { Connection } from '../connection.ts';
import { and, eq, lt } from '../drizzle.ts';
import { drafts } from '../schema/channel-schema.ts';

const keptMs = dayMs;

/** Verbs for subscriptions that users have not confirmed yet. */
export function draftVerbs(db: Connection): Pick<Store, 'saveDraft' | 'draft'> {
  async function saveDraft(draft: NewDraft): Promise<Draft> {
    await db.run(db.delete(drafts).where(lt(drafts.at, draft.at - keptMs)));
    return (await db.get(db.insert(drafts).values(draft).returning())) as Draft;
  }

  return {
    saveDraft: db.atomic(saveDraft),
    draft: db.reading(async (guildId: string, draftId: number) => {
      const isIt = and(eq(drafts.id, draftId), eq(drafts.guildId, guildId));
      return (await db.get(db.select().from(drafts).where(isIt))) ?? null;
    }),
  };
}
