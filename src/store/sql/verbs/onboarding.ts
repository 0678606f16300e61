import type { Instant } from '../../../ports.ts';
import { dayMs } from '../../../time.ts';
import type { NewSetupDraft, OnboardingVerbs, SetupDraft } from '../../onboarding.ts';
import type { Connection } from '../connection.ts';
import { and, eq, gte, lt } from '../drizzle.ts';
import { greetedGuilds, setupDrafts } from '../schema/onboarding-schema.ts';

const keptMs = dayMs;

/** Verbs for greetings, and for set-ups that are not finished. */
export function onboardingVerbs(db: Connection): OnboardingVerbs {
  const hasChannel = db.prepare<[string], number>('select 1 from channels where guild_id = ? limit 1').pluck();

  async function noteGreeting(guildId: string, at: Instant): Promise<boolean> {
    const inserted = await db.run(db.insert(greetedGuilds).values({ guildId, at }).onConflictDoNothing());
    return inserted > 0 && (await hasChannel.get(guildId)) === undefined;
  }

  async function save(draft: NewSetupDraft): Promise<SetupDraft> {
    await db.run(db.delete(setupDrafts).where(lt(setupDrafts.at, draft.at - keptMs)));
    return (await db.get(db.insert(setupDrafts).values(draft).returning())) as SetupDraft;
  }

  return {
    noteGreeting: db.atomic(noteGreeting),
    saveSetupDraft: db.atomic(save),
    setupDraft: db.reading(async (guildId: string, draftId: number, at: Instant) => {
      const { id, guildId: scope, at: savedAt } = setupDrafts;
      const isWanted = and(eq(id, draftId), eq(scope, guildId), gte(savedAt, at - keptMs));
      return (await db.get(db.select().from(setupDrafts).where(isWanted))) ?? null;
    }),
  };
}
