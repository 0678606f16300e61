import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '../../../ports.ts';
import { dayMs } from '../../../time.ts';
import { type ChangedSettings, type SettingName, type SettingValues, settingValues } from '../../channels.ts';
import type {
  ConfirmedSettings,
  NewSettingsDraft,
  SettingsConfirmation,
  SettingsDraft,
  SettingsDraftVerbs,
} from '../../settings-drafts.ts';
import { and, eq, gte, lt } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { atomic } from '../file/transaction.ts';
import { settingsDrafts } from '../schema/channel-schema.ts';
import { settingsChanger } from '../tables/settings-changer.ts';

const keptMs = dayMs;

/** Verbs for changes of settings that users have not confirmed yet. */
export function settingsDraftVerbs(db: Database): SettingsDraftVerbs {
  const changer = settingsChanger(db);

  function find(guildId: string, draftId: number, at: Instant): SettingsDraft | null {
    const { id, guildId: scope, at: savedAt } = settingsDrafts;
    const isWanted = and(eq(id, draftId), eq(scope, guildId), gte(savedAt, at - keptMs));
    return db.select().from(settingsDrafts).where(isWanted).get() ?? null;
  }

  function save(draft: NewSettingsDraft): SettingsDraft {
    db.delete(settingsDrafts)
      .where(lt(settingsDrafts.at, draft.at - keptMs))
      .run();
    return db.insert(settingsDrafts).values(draft).returning().get();
  }

  function confirm({ guildId, draftId, defaults, at }: SettingsConfirmation): ConfirmedSettings | null {
    const draft = find(guildId, draftId, at);
    if (draft === null) return null;
    const { channelId, changes, seen } = draft;
    const stored = changer.prepare({ channelId, guildId, defaults, at });
    if (!isAsSeen(settingValues(stored), changes, seen)) return { kind: 'changed-meanwhile', channel: stored };
    db.delete(settingsDrafts).where(eq(settingsDrafts.id, draftId)).run();
    return { kind: 'saved', channel: changer.change(stored, changes, at) };
  }

  return {
    saveSettingsDraft: atomic(db, save),
    settingsDraft: async (guildId, draftId, at) => find(guildId, draftId, at),
    confirmSettings: atomic(db, confirm),
  };
}

/** Whether each setting that changes has the value that the user saw. */
const isAsSeen = (values: SettingValues, changes: ChangedSettings, seen: ChangedSettings): boolean =>
  (Object.keys(changes) as SettingName[]).every((name) => isDeepStrictEqual(values[name], seen[name]));
