import type { Instant } from '../../../ports.ts';
import { dayMs } from '../../../time.ts';
import type { NewSetupDraft, OnboardingVerbs, SetupDraft } from '../../onboarding.ts';
import { and, eq, gte, lt } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { atomic } from '../file/transaction.ts';
import { greetedGuilds, setupDrafts } from '../schema/onboarding-schema.ts';

const keptMs = dayMs;

/** Verbs for greetings, and for set-ups that are not finished. */
export function onboardingVerbs(db: Database): OnboardingVerbs {
  const hasChannel = db.$client.prepare<[string], number>('select 1 from channels where guild_id = ? limit 1').pluck();

  function noteGreeting(guildId: string, at: Instant): boolean {
    const isFirst = db.insert(greetedGuilds).values({ guildId, at }).onConflictDoNothing().run().changes > 0;
    return isFirst && hasChannel.get(guildId) === undefined;
  }

  function save(draft: NewSetupDraft): SetupDraft {
    db.delete(setupDrafts)
      .where(lt(setupDrafts.at, draft.at - keptMs))
      .run();
    return db.insert(setupDrafts).values(draft).returning().get();
  }

  return {
    noteGreeting: atomic(db, noteGreeting),
    saveSetupDraft: atomic(db, save),
    setupDraft: async (guildId, draftId, at) => {
      const { id, guildId: scope, at: savedAt } = setupDrafts;
      const isWanted = and(eq(id, draftId), eq(scope, guildId), gte(savedAt, at - keptMs));
      return db.select().from(setupDrafts).where(isWanted).get() ?? null;
    },
  };
}
