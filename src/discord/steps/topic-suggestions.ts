import type { Say } from '../../language/say.ts';
import { categories } from '../../papers/categories.ts';
import { subjectAreas } from '../../papers/subject-areas.ts';
import { type Preset, presets } from '../../topics/presets.ts';
import type { Suggestion } from '../interactions/command.ts';
import { type CommandContext, guildOf } from '../interactions/context.ts';
import { showRoughRate } from '../rendering/rates.ts';

/** How many of the server's topics come before the presets if nothing is typed. */
const serverTopicsFirst = 5;

/**
 * Suggests topics for the typed text: presets, this server's topics, and categories. The typed text comes first, so
 * pressing Enter never submits something else.
 */
export async function suggestTopics(typed: string, context: CommandContext): Promise<readonly Suggestion[]> {
  const volumes = context.services.presetVolumes();
  const wanted = typed.trim().toLowerCase();
  const ofPresets = (wanted === '' ? variedPresets : findPresets(wanted)).map((preset) =>
    suggestPreset(preset, volumes.get(preset.name), context.say),
  );
  const ofServer = (await serverTopics(context)).filter((topic) => topic.toLowerCase().includes(wanted)).map(plain);
  if (wanted === '') return distinct([...ofServer.slice(0, serverTopicsFirst), ...ofPresets]);
  return distinct([plain(typed.trim()), ...ofPresets, ...ofServer, ...findCategories(wanted)]);
}

const plain = (text: string): Suggestion => ({ name: text, value: text });

/** The value is the expression, so that a chosen preset can be edited like any topic. */
const suggestPreset = ({ name, topic }: Preset, papersPerDay: number | undefined, say: Say): Suggestion => ({
  name: papersPerDay === undefined ? name : `${name} · ${showRoughRate(papersPerDay, say)}`,
  value: topic,
});

/** One preset of each field, then another one of each, so that the first few show all fields. */
const variedPresets: readonly Preset[] = varied();

function varied(): readonly Preset[] {
  const byField = [...Map.groupBy(presets, ({ field }) => field).values()];
  const longest = Math.max(...byField.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) =>
    byField.flatMap((field) => field.slice(index, index + 1)),
  ).flat();
}

interface FindablePreset {
  readonly preset: Preset;
  readonly nameWords: readonly string[];
  readonly words: readonly string[];
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** A topic without its categories: a user who types `cs` looks for the categories themselves. */
const withoutCategories = (topic: string): string => topic.replace(/cat:(?:\([^)]*\)|\S+)/g, ' ');

const findable: readonly FindablePreset[] = presets.map((preset) => ({
  preset,
  nameWords: wordsOf(preset.name),
  words: wordsOf(`${preset.name} ${preset.field} ${withoutCategories(preset.topic)}`),
}));

/** Presets with a word for each typed beginning. Those that have them in their names come first. */
function findPresets(wanted: string): readonly Preset[] {
  const typed = wordsOf(wanted);
  const areIn = (words: readonly string[]): boolean =>
    typed.every((word) => words.some((candidate) => candidate.startsWith(word)));
  if (typed.length === 0) return [];
  return findable
    .filter(({ words }) => areIn(words))
    .toSorted((one, other) => Number(areIn(other.nameWords)) - Number(areIn(one.nameWords)))
    .map(({ preset }) => preset);
}

async function serverTopics(context: CommandContext): Promise<readonly string[]> {
  const subscriptions = await context.store.subscriptions(guildOf(context));
  return subscriptions.map(({ topic }) => topic);
}

/** Categories as a user would type them, with their names: `cat:cs.LG`. There are too many to show all. */
const findCategories = (wanted: string): readonly Suggestion[] =>
  [...categories, ...subjectAreas]
    .map(({ id, name }) => ({ name: `cat:${id} (${name})`, value: `cat:${id}` }))
    .filter(({ name }) => name.toLowerCase().includes(wanted));

/** Each value once, with its first name. */
const distinct = (suggestions: readonly Suggestion[]): readonly Suggestion[] => {
  const byValue = new Map<string, Suggestion>();
  for (const suggestion of suggestions) {
    if (!byValue.has(suggestion.value)) byValue.set(suggestion.value, suggestion);
  }
  return [...byValue.values()];
};
