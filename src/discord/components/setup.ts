import type { Say } from '../../language/say.ts';
import type { SetupDraft } from '../../store/onboarding.ts';
import { parseTopic } from '../../topics/language/parse.ts';
import { topicLimits } from '../../topics/topic.ts';
import type { ManagedSetup } from '../authorization/setup-rules.ts';
import { type ComponentBehaviour, pageNumber, staleComponent } from '../interactions/component.ts';
import { guildOf } from '../interactions/context.ts';
import type { Reply } from '../interactions/reply.ts';
import { customId, textModal } from '../rendering/components.ts';
import {
  channelStep,
  presetsIn,
  setupFields,
  setupTopicsAtMost,
  timeForm,
  timeStep,
  topicsStep,
} from '../rendering/setup.ts';
import { topicError } from '../rendering/topic-error.ts';
import { readKnownZone, readTime } from '../steps/settings-reading.ts';
import { previewSetup, saveSetup, screenOf, subscribeTopics } from '../steps/setup.ts';
import { chooseStrictness } from '../steps/strictness-choice.ts';
import { checkPostable } from '../steps/target-channel.ts';

const topicField = 'topic';

/** The button of the greeting: starts a set-up, which only the person sees. */
export const startSetup: ComponentBehaviour<'set-up', null> = {
  verb: 'set-up',
  deferral: 'private',
  async run(_press, context) {
    const { store, userId, clock, say } = context;
    const nothing = { channelId: null, topics: [], time: null, zone: null };
    const draft = await store.saveSetupDraft({ guildId: guildOf(context), userId, ...nothing, at: clock() });
    return { kind: 'message', visibility: 'private', message: channelStep(draft.id, say) };
  },
};

/** The menu of channels. */
export const chooseSetupChannel: ComponentBehaviour<'setup-channel', ManagedSetup> = {
  verb: 'setup-channel',
  deferral: 'update',
  async run(_press, context, { draft, channel }) {
    checkPostable(channel);
    const next = await saveSetup(draft, { channelId: channel.id }, context);
    return { kind: 'update', message: topicsStep(await screenOf(next, context), null, context.say) };
  },
};

/** The menu of fields of research. */
export const chooseSetupField: ComponentBehaviour<'setup-field', ManagedSetup> = {
  verb: 'setup-field',
  deferral: 'update',
  async run({ values: [value] }, context, { draft }) {
    const field = setupFields.find((one) => one === value);
    if (field === undefined) throw staleComponent();
    return { kind: 'update', message: topicsStep(await screenOf(draft, context), field, context.say) };
  },
};

/** The menu of the presets of a field: those that are chosen take the place of those of that field chosen before. */
export const chooseSetupTopics: ComponentBehaviour<'setup-topics', ManagedSetup> = {
  verb: 'setup-topics',
  deferral: 'update',
  async run({ rest: [, index], values }, context, { draft }) {
    const field = setupFields[pageNumber(index)];
    if (field === undefined) throw staleComponent();
    const offered = presetsIn(field);
    const chosen = offered.filter(({ name }) => values.includes(name)).map(({ topic }) => topic);
    const others = draft.topics.filter((topic) => !offered.some((preset) => preset.topic === topic));
    const { next, notes } = await withTopics(draft, [...others, ...chosen], context);
    return { kind: 'update', message: topicsStep(await screenOf(next, context, notes), field, context.say) };
  },
};

/** The button In my own words: opens a form, and adds the topic of the form. */
export const addSetupWords: ComponentBehaviour<'setup-words', ManagedSetup> = {
  verb: 'setup-words',
  deferral: 'update',
  async run({ fields }, context, { draft }) {
    const { store, say, clock } = context;
    const text = fields[topicField];
    if (text === undefined) return wordsForm(draft, say);
    const parsed = parseTopic(text, store.meaning);
    if (!parsed.ok) {
      const notes = [topicError(text, parsed.error, say)];
      return { kind: 'update', message: topicsStep(await screenOf(draft, context, notes), null, say) };
    }
    const strictness = await chooseStrictness(parsed.topic, store, clock());
    const { canonical } = strictness?.topic ?? parsed.topic;
    const { next, notes } = await withTopics(draft, [...new Set([...draft.topics, canonical])], context);
    return { kind: 'update', message: topicsStep(await screenOf(next, context, notes), null, say) };
  },
};

const wordsForm = (draft: SetupDraft, say: Say): Reply => ({
  kind: 'modal',
  modal: textModal({
    id: customId('setup-words', draft.id),
    title: say('subscribe.formTitle'),
    field: topicField,
    label: say('subscribe.formLabel'),
    hint: say('subscribe.formHint'),
    value: '',
    maxLength: topicLimits.characters,
  }),
});

/** The draft with these topics, as far as a set-up takes them. */
async function withTopics(draft: SetupDraft, topics: readonly string[], context: Parameters<typeof saveSetup>[2]) {
  const next = await saveSetup(draft, { topics: topics.slice(0, setupTopicsAtMost) }, context);
  const isCut = topics.length > setupTopicsAtMost;
  return { next, notes: isCut ? [context.say('setup.tooMany', { n: setupTopicsAtMost })] : [] };
}

/** The button Choose others. */
export const clearSetupTopics: ComponentBehaviour<'setup-clear', ManagedSetup> = {
  verb: 'setup-clear',
  deferral: 'update',
  async run(_press, context, { draft }) {
    const next = await saveSetup(draft, { topics: [] }, context);
    return { kind: 'update', message: topicsStep(await screenOf(next, context), null, context.say) };
  },
};

/** The button Change time and zone: opens a form, and shows the preview with what it says. */
export const setSetupTime: ComponentBehaviour<'setup-time', ManagedSetup> = {
  verb: 'setup-time',
  deferral: 'update',
  async run({ fields: { time, zone } }, context, { draft }) {
    if (time === undefined || zone === undefined)
      return { kind: 'modal', modal: timeForm(await screenOf(draft, context), context.say) };
    const next = await saveSetup(draft, { time: readTime(time), zone: readKnownZone(zone) }, context);
    return { kind: 'update', message: await previewSetup(next, context) };
  },
};

/** The buttons that lead to another step. */
export const showSetupStep: ComponentBehaviour<'setup-step', ManagedSetup> = {
  verb: 'setup-step',
  deferral: 'update',
  async run({ rest: [, step] }, context, { draft }) {
    if (step === 'preview') return { kind: 'update', message: await previewSetup(draft, context) };
    const screen = await screenOf(draft, context);
    const isTime = step === 'time' && draft.topics.length > 0;
    return { kind: 'update', message: isTime ? timeStep(screen, context.say) : topicsStep(screen, null, context.say) };
  },
};

/** The button Subscribe of the preview. */
export const finishSetup: ComponentBehaviour<'setup-done', ManagedSetup> = {
  verb: 'setup-done',
  deferral: 'update',
  async run(_press, context, { draft, channel }) {
    checkPostable(channel);
    return subscribeTopics(draft, channel, context);
  },
};

export const cancelSetup: ComponentBehaviour<'setup-cancel', SetupDraft> = {
  verb: 'setup-cancel',
  deferral: 'update',
  run: async (_press, { say }) => ({ kind: 'update', message: { content: say('setup.cancelled') } }),
};
