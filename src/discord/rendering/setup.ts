import type { APIModalInteractionResponseCallbackData } from 'discord.js';
import type { Say } from '../../language/say.ts';
import type { Forecast } from '../../store/store.ts';
import { type Preset, type PresetField, presets } from '../../topics/presets.ts';
import { button, channelSelect, customId, row, select } from './components.ts';
import { escapeText, escapeToFit } from './escape.ts';
import { embedColor, type Message } from './message.ts';
import { showRate } from './rates.ts';
import { timingFields, timingInput } from './settings/timing-form.ts';

/** The message for a guild that the bot has joined, with the button that starts a set-up. */
export const greetingMessage = (say: Say): Message => ({
  content: [say('setup.greeting'), say('setup.greetingNext')].join('\n'),
  components: [row(button('set-up', say('setup.start'), 'primary'))],
});

/** What a step shows of the set-up. */
export interface SetupScreen {
  readonly draftId: number;
  readonly channelId: string;
  /** The texts of the chosen topics. */
  readonly topics: readonly string[];
  readonly time: string;
  readonly zone: string;
  /** What the person should know first, such as a topic that cannot be read. */
  readonly notes: readonly string[];
}

const fieldKeys = {
  'Computer science': 'setup.computerScience',
  Statistics: 'setup.statistics',
  Mathematics: 'setup.mathematics',
  Physics: 'setup.physics',
  'Quantum physics': 'setup.quantum',
  Astrophysics: 'setup.astrophysics',
  'Condensed matter': 'setup.condensed',
  Biology: 'setup.biology',
  Engineering: 'setup.engineering',
  'Economics and finance': 'setup.economics',
} as const satisfies Record<PresetField, string>;

/** The fields of the presets, in the order of their menu. */
export const setupFields = Object.keys(fieldKeys) as readonly PresetField[];

/** The presets of a field, as its menu lists them. */
export const presetsIn = (field: PresetField): readonly Preset[] => presets.filter((preset) => preset.field === field);

/** A chosen topic in a sentence: the name of its preset, or its text. */
const nameTopic = (topic: string): string =>
  escapeToFit(presets.find((preset) => preset.topic === topic)?.name ?? topic, 80);

/** The topics in a sentence. */
export const nameTopics = (topics: readonly string[], say: Say): string =>
  say.list(topics.map((topic) => `**${nameTopic(topic)}**`));

/** Step 1: a menu of channels. */
export const channelStep = (draftId: number, say: Say): Message => ({
  content: say('setup.channel'),
  components: [
    row(channelSelect(customId('setup-channel', draftId), say('setup.chooseChannel'))),
    row(cancelButton(draftId, say)),
  ],
});

/** Step 2: a menu of fields, and one of the presets of the chosen field. */
export function topicsStep(
  { draftId, channelId, topics, notes }: SetupScreen,
  field: PresetField | null,
  say: Say,
): Message {
  const fields = setupFields.map((name) => ({ value: name, label: say(fieldKeys[name]) }));
  const hasTopics = topics.length > 0;
  return {
    content: [
      ...notes,
      say('setup.topics', { channel: `<#${channelId}>` }),
      ...(hasTopics ? [say('setup.chosen', { topics: nameTopics(topics, say) })] : []),
    ].join('\n'),
    components: [
      row(select(customId('setup-field', draftId), say('setup.chooseField'), fields)),
      ...(field === null ? [] : [row(presetMenu(draftId, field, topics, say))]),
      row(
        ...(hasTopics ? [stepButton(draftId, 'time', say('setup.next'), 'primary')] : []),
        button(customId('setup-words', draftId), say('setup.ownWords')),
        ...(hasTopics ? [button(customId('setup-clear', draftId), say('setup.clear'))] : []),
        cancelButton(draftId, say),
      ),
    ],
  };
}

function presetMenu(draftId: number, field: PresetField, topics: readonly string[], say: Say) {
  const offered = presetsIn(field);
  const options = offered.map(({ name }) => ({ value: name, label: name }));
  const id = customId('setup-topics', draftId, setupFields.indexOf(field));
  const menu = select(id, say('setup.chooseTopics', { field: say(fieldKeys[field]) }), options);
  return {
    ...menu,
    max_values: Math.min(menu.options.length, setupTopicsAtMost),
    options: menu.options.map((option, index) => ({
      ...option,
      default: topics.includes(offered[index]?.topic ?? ''),
    })),
  };
}

/** How many topics a set-up takes, so that its preview fits into one message. */
export const setupTopicsAtMost = 8;

/** Step 3: the time of the digest, which a form changes. */
export const timeStep = ({ draftId, channelId, time, zone }: SetupScreen, say: Say): Message => ({
  content: say('setup.time', { channel: `<#${channelId}>`, time, zone: escapeText(zone) }),
  components: [
    row(
      stepButton(draftId, 'preview', say('setup.preview'), 'primary'),
      button(customId('setup-time', draftId), say('setup.setTime')),
      stepButton(draftId, 'topics', say('setup.changeTopics')),
      cancelButton(draftId, say),
    ),
  ],
});

/** The form of step 3. */
export const timeForm = ({ draftId, time, zone }: Pick<SetupScreen, 'draftId' | 'time' | 'zone'>, say: Say) =>
  ({
    custom_id: customId('setup-time', draftId),
    title: say('setup.formTitle'),
    components: timingFields
      .filter(({ name }) => name === 'time' || name === 'zone')
      .map((field) => timingInput(field, field.name === 'time' ? time : zone, say)),
  }) satisfies APIModalInteractionResponseCallbackData;

/** A chosen topic with its forecast, and lines of its recent papers. */
export interface ForecastTopic {
  readonly topic: string;
  readonly forecast: Forecast;
  readonly papers: readonly string[];
}

/** Step 4: what the channel would get. */
export function previewStep(
  { draftId, channelId, time, zone, notes }: SetupScreen,
  topics: readonly ForecastTopic[],
  say: Say,
): Message {
  const papers = [...new Set(topics.flatMap((one) => one.papers))];
  const embed = { title: say('setup.recent'), description: papers.join('\n'), color: embedColor };
  return {
    content: [
      say('setup.would', { channel: `<#${channelId}>`, time, zone: escapeText(zone) }),
      ...topics.map((one) => forecastLine(one, say)),
      ...notes,
    ].join('\n'),
    embeds: papers.length === 0 ? [] : [embed],
    components: [
      row(
        button(customId('setup-done', draftId), say('setup.subscribe'), 'success'),
        stepButton(draftId, 'topics', say('setup.changeTopics')),
        button(customId('setup-time', draftId), say('setup.setTime')),
        cancelButton(draftId, say),
      ),
    ],
  };
}

function forecastLine({ topic, forecast: { daysCovered, papersPerDay } }: ForecastTopic, say: Say): string {
  const shown = `**${nameTopic(topic)}**`;
  if (daysCovered === 0) return say('setup.noForecast', { topic: shown });
  if (papersPerDay === 0) return say('setup.noMatch', { topic: shown });
  return say('setup.rate', { topic: shown, rate: showRate(papersPerDay, say) });
}

const stepButton = (draftId: number, step: 'topics' | 'time' | 'preview', label: string, style?: 'primary') =>
  button(customId('setup-step', draftId, step), label, style);

const cancelButton = (draftId: number, say: Say) => button(customId('setup-cancel', draftId), say('setup.cancel'));
