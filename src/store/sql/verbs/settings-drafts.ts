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
import type { Connection } from '../connection.ts';
import { and, eq, gte, lt } from '../drizzle.ts';
import { settingsDrafts } from '../schema/channel-schema.ts';
import { settingsChanger } from '../tables/settings-changer.ts';

const keptMs = dayMs;

/** Verbs for changes of settings that users have not confirmed yet. */
export function settingsDraftVerbs(db: Connection): SettingsDraftVerbs {
  const changer = settingsChanger(db);

  async function find(guildId: string, draftId: number, at: Instant): Promise<SettingsDraft | null> {
    const { id, guildId: scope, at: savedAt } = settingsDrafts;
    const isWanted = and(eq(id, draftId), eq(scope, guildId), gte(savedAt, at - keptMs));
    return (await db.get(db.select().from(settingsDrafts).where(isWanted))) ?? null;
  }

  async function save(draft: NewSettingsDraft): Promise<SettingsDraft> {
    await db.run(db.delete(settingsDrafts).where(lt(settingsDrafts.at, draft.at - keptMs)));
    return (await db.get(db.insert(settingsDrafts).values(draft).returning())) as SettingsDraft;
  }

  async function confirm({ guildId, draftId, defaults, at }: SettingsConfirmation): Promise<ConfirmedSettings | null> {
    const draft = await find(guildId, draftId, at);
    if (draft === null) return null;
    const { channelId, changes, seen } = draft;
    const stored = await changer.prepare({ channelId, guildId, defaults, at });
    if (!isAsSeen(settingValues(stored), changes, seen)) return { kind: 'changed-meanwhile', channel: stored };
    await db.run(db.delete(settingsDrafts).where(eq(settingsDrafts.id, draftId)));
    return { kind: 'saved', channel: await changer.change(stored, changes, at) };
  }

  return {
    saveSettingsDraft: db.atomic(save),
    settingsDraft: db.reading(find),
    confirmSettings: db.atomic(confirm),
  };
}

/** Whether each setting that changes has the value that the user saw. */
const isAsSeen = (values: SettingValues, changes: ChangedSettings, seen: ChangedSettings): boolean =>
  (Object.keys(changes) as SettingName[]).every((name) => isDeepStrictEqual(values[name], seen[name]));
