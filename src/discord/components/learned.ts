import { sayIn } from '../../language/say.ts';
import type { ManagedSettings } from '../authorization/settings-rules.ts';
import type { ComponentBehaviour } from '../interactions/component.ts';
import { guildOf } from '../interactions/context.ts';
import { forgetScreen } from '../rendering/settings/learned.ts';
import { readLearned } from '../steps/learned-topics.ts';
import { showPanel } from '../steps/settings.ts';

/** The button Reset what was learned: asks first. */
export const askForget: ComponentBehaviour<'ask-forget', ManagedSettings> = {
  verb: 'ask-forget',
  deferral: 'update',
  async run(_press, context, { draft, channel }) {
    const { store, say } = context;
    const learned = await readLearned(channel.id, store);
    if (learned === null) {
      const notes = [say('settings.forgotten', { marks: 0 })];
      return { kind: 'update', message: await showPanel(channel, context, { notes }) };
    }
    return { kind: 'update', message: forgetScreen({ channelId: channel.id, draftId: draft.id, learned }, say) };
  },
};

/** The button Reset: deletes all marks of the channel. */
export const forgetMarks: ComponentBehaviour<'forget-marks', ManagedSettings> = {
  verb: 'forget-marks',
  deferral: 'update',
  async run(_press, context, { channel }) {
    const { store, say, userId } = context;
    const marks = await store.resetMarks(channel.id);
    const message = await showPanel(channel, context, { notes: [say('settings.forgotten', { marks })] });
    const isSubscribed = (await store.subscriptions(guildOf(context), channel.id)).length > 0;
    if (marks === 0 || !isSubscribed) return { kind: 'update', message };
    const content = sayIn(context.guildLanguage)('settings.forgottenAnnounced', { person: `<@${userId}>`, marks });
    return { kind: 'update', message, announcement: { channelId: channel.id, message: { content } } };
  },
};
