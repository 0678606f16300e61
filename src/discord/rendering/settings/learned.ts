import type { APIActionRowComponent, APIComponentInMessageActionRow } from 'discord.js';
import type { LearnedTopic } from '../../../digests/learned-topics.ts';
import type { Say } from '../../../language/say.ts';
import { button, customId, row } from '../components.ts';
import { escapeToFit } from '../escape.ts';
import type { Message } from '../message.ts';

/** What a channel learned from marks on the papers of its digests. */
export interface Learned {
  readonly marks: number;
  /** Those with the most marks first; none if no marked paper matches a present topic. */
  readonly topics: readonly LearnedTopic[];
}

const most = { topics: 2, topic: 36, word: 20 } as const;

/** What was learned about each topic: `Learned for **llm**: more *benchmark*, less *survey*; from 12 marks`. */
export function learnedLines({ marks, topics }: Learned, say: Say): readonly string[] {
  if (topics.length === 0) return [say('settings.learnedNothing', { marks })];
  const others = topics.length - most.topics;
  return [
    ...topics.slice(0, most.topics).map((topic) => learnedLine(topic, say)),
    ...(others > 0 ? [say('settings.learnedOthers', { count: others })] : []),
  ];
}

function learnedLine({ topic: { canonical }, marks, more, less }: LearnedTopic, say: Say): string {
  const list = (words: readonly string[]) => say.list(words.map((word) => `*${escapeToFit(word, most.word)}*`));
  const values = { topic: `**${escapeToFit(canonical, most.topic)}**`, marks };
  if (less.length === 0) return say('settings.learnedMore', { ...values, more: list(more) });
  if (more.length === 0) return say('settings.learnedLess', { ...values, less: list(less) });
  return say('settings.learnedBoth', { ...values, more: list(more), less: list(less) });
}

/** The button that asks whether to forget it. */
export const forgetRow = (draftId: number, say: Say): APIActionRowComponent<APIComponentInMessageActionRow> =>
  row(button(customId('ask-forget', draftId), say('settings.forget')));

export interface ForgetScreen {
  readonly channelId: string;
  readonly draftId: number;
  readonly learned: Learned;
}

/** Asks whether to forget what was learned, because that cannot be undone. */
export const forgetScreen = ({ channelId, draftId, learned }: ForgetScreen, say: Say): Message => ({
  content: [
    say('settings.forgetQuestion', { channel: `<#${channelId}>`, marks: learned.marks }),
    ...learnedLines(learned, say),
    say('settings.forgetHint'),
  ].join('\n'),
  components: [
    row(
      button(customId('forget-marks', draftId), say('settings.forgetNow'), 'danger'),
      button(customId('show-settings', draftId), say('settings.back')),
    ),
  ],
});
