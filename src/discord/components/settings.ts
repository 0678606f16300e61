import { type SettingName, type SettingValues, settingValues } from '../../store/channels.ts';
import type { SettingsDraft } from '../../store/settings-drafts.ts';
import type { ManagedSettings } from '../authorization/settings-rules.ts';
import { type ComponentBehaviour, staleComponent } from '../interactions/component.ts';
import type { CommandContext } from '../interactions/context.ts';
import type { RawPress } from '../interactions/interaction.ts';
import type { Reply } from '../interactions/reply.ts';
import { findSetting } from '../rendering/settings/registry.ts';
import { choiceScreen, formKey, roleScreen } from '../rendering/settings/screens.ts';
import { timingFields, timingForm } from '../rendering/settings/timing-form.ts';
import { announceChanges, proposeChanges, readSettings, settingsDefaults, showPanel } from '../steps/settings.ts';
import { readTimingForm } from '../steps/settings-reading.ts';
import { checkRole, readScene } from '../steps/settings-scene.ts';
import { checkLayout } from '../steps/thread-layout.ts';

/** The menu of settings: opens a form, or a menu of values. The form has the same verb. */
export const changeSetting: ComponentBehaviour<'change-setting', ManagedSettings> = {
  verb: 'change-setting',
  deferral: 'update',
  async run({ values: [key], fields }, context, managed) {
    const { draft, channel } = managed;
    if (key === undefined) {
      const { changes, problems } = readTimingForm(fields, draft.seen, context.say);
      return { kind: 'update', message: await proposeChanges(managed, changes, context, problems) };
    }
    const stored = settingValues(await readSettings(channel.id, context));
    const values = { ...stored, ...draft.changes } as SettingValues;
    if (key === formKey) return openForm(draft, values, context);
    const scene = await readScene(values, channel, context);
    const setting = findSetting(key, scene);
    if (setting === undefined || setting.input.kind === 'form') throw staleComponent();
    const screen = { channelId: channel.id, draftId: draft.id, setting, values, scene };
    const { input } = setting;
    return { kind: 'update', message: input.kind === 'role' ? roleScreen(screen) : choiceScreen({ ...screen, input }) };
  },
};

/** Opens the form. A draft keeps what it shows, so that a field that is left alone can be told from a change. */
async function openForm(
  draft: SettingsDraft,
  values: SettingValues,
  { store, clock, say }: CommandContext,
): Promise<Reply> {
  const { id: _, ...unsaved } = draft;
  const seen = Object.fromEntries(timingFields.map(({ name }) => [name, values[name]]));
  const shown = await store.saveSettingsDraft({ ...unsaved, seen, at: clock() });
  return { kind: 'modal', modal: timingForm(shown.id, values, say) };
}

/** The menus of values, and the button Ping nobody. */
export const setSetting: ComponentBehaviour<'set-setting', ManagedSettings> = {
  verb: 'set-setting',
  deferral: 'update',
  async run(press, context, managed) {
    const settings = await readSettings(managed.channel.id, context);
    const setting = findSetting(press.rest[1], await readScene(settings, managed.channel, context));
    if (setting === undefined || setting.input.kind === 'form') throw staleComponent();
    if (setting.input.kind === 'role') return setRole(press, context, managed);
    const changes = setting.input.read(press.values, await readScene(settings, managed.channel, context));
    if (changes === null) throw staleComponent();
    checkLayout(changes.layout, managed.channel);
    return { kind: 'update', message: await proposeChanges(managed, changes, context) };
  },
};

async function setRole({ rest, values: [roleId] }: RawPress, context: CommandContext, managed: ManagedSettings) {
  const mentionRoleId = rest[2] === 'nobody' ? null : roleId;
  if (mentionRoleId === undefined) throw staleComponent();
  if (mentionRoleId !== null) await checkRole(mentionRoleId, managed.channel, context);
  return { kind: 'update', message: await proposeChanges(managed, { mentionRoleId }, context) } as const;
}

/** The button Back: shows what would change, or the panel. */
export const showSettings: ComponentBehaviour<'show-settings', ManagedSettings> = {
  verb: 'show-settings',
  deferral: 'update',
  async run(_press, context, managed) {
    const isPending = Object.keys(managed.draft.changes).length > 0;
    const message = isPending ? await proposeChanges(managed, {}, context) : await showPanel(managed.channel, context);
    return { kind: 'update', message };
  },
};

/** The button Save: makes the change that was shown. */
export const saveSettings: ComponentBehaviour<'save-settings', ManagedSettings> = {
  verb: 'save-settings',
  deferral: 'update',
  async run(_press, context, managed) {
    const { draft, channel } = managed;
    const { guildId, changes, seen } = draft;
    const names = Object.keys(changes) as SettingName[];
    if (names.length === 0) throw staleComponent();
    // The role and the permissions may have changed since they were chosen.
    if (typeof changes.mentionRoleId === 'string') await checkRole(changes.mentionRoleId, channel, context);
    checkLayout(changes.layout, channel);
    const confirmation = { guildId, draftId: draft.id, defaults: settingsDefaults(context), at: context.clock() };
    const outcome = await context.store.confirmSettings(confirmation);
    if (outcome === null) throw staleComponent();
    if (outcome.kind === 'changed-meanwhile') {
      const note = context.say('settings.changedMeanwhile');
      return { kind: 'update', message: await proposeChanges(managed, {}, context, [note]) };
    }
    const before = { ...settingValues(outcome.channel), ...seen } as SettingValues;
    const announcement = await announceChanges(before, channel, context);
    const message = await showPanel(channel, context, { isChanged: true });
    return { kind: 'update', message, ...(announcement === undefined ? {} : { announcement }) };
  },
};

export const cancelSettings: ComponentBehaviour<'cancel-settings', SettingsDraft> = {
  verb: 'cancel-settings',
  deferral: 'update',
  run: async (_press, { say }) => ({ kind: 'update', message: { content: say('settings.cancelled') } }),
};
