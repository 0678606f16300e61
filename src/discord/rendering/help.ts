import type { english, MessageKey } from '../../language/english.ts';
import type { Say } from '../../language/say.ts';
import { fields } from '../../topics/operators/registry.ts';
import type { Message } from './message.ts';

/** A command as the help shows it: its name, and what it does, in the reader's language. */
interface HelpCommand {
  readonly name: string;
  readonly audience: 'managers' | 'everyone';
  readonly description: string;
}

/** A root of commands, such as `/digest`, with the words below it; none for a command without subcommands. */
interface CommandGroup {
  readonly root: HelpCommand;
  readonly members: readonly string[];
}

export interface HelpContent {
  readonly commands: readonly HelpCommand[];
  /** Describes the root of several commands. */
  readonly describe: (root: string) => string;
  /** Whether the asker may manage the channel. Only then are commands for managers shown. */
  readonly isManager: boolean;
}

/** The short help, which fits on the screen of a phone: the commands are grouped by their roots. */
export function shortHelp({ commands, describe, isManager }: HelpContent, say: Say): string {
  const shown = commands.filter(({ audience }) => isManager || audience === 'everyone');
  const groups = groupsOf(shown, describe);
  const linesOf = (audience: HelpCommand['audience']) =>
    groups.filter(({ root }) => root.audience === audience).map((group) => groupLine(group, say));
  const paragraphs = [
    [say('help.title'), say('help.what')],
    [say('help.topics'), say('help.moreTopics')],
    [say('help.everyone'), ...linesOf('everyone')],
    ...(isManager ? [[say('help.managers'), ...linesOf('managers')]] : []),
  ];
  return `${paragraphs.map((lines) => lines.join('\n')).join('\n\n')}\n${say('help.moreCommands')}`;
}

/** The commands by their roots. A root is for everyone if one of its commands is. */
function groupsOf(commands: readonly HelpCommand[], describe: (root: string) => string): readonly CommandGroup[] {
  const byRoot = Map.groupBy(commands, ({ name }) => name.split(' ', 1)[0] ?? '');
  return Array.from(byRoot, ([name, members]) => {
    const audience = members.some((member) => member.audience === 'everyone') ? 'everyone' : 'managers';
    const words = members.map((member) => member.name).filter((member) => member !== name);
    return { root: { name, audience, description: describe(name) }, members: words };
  });
}

function groupLine({ root, members }: CommandGroup, say: Say): string {
  if (members.length === 0) return `${say.command(root.name)} ${root.description}`;
  const words = members.map((member) => say.command(member).replaceAll('`', '').split(' ').at(-1) ?? '');
  return `${say.command(root.name)} ${words.join(' · ')}`;
}

/** Every command that the asker can use, with what it does: a message for everyone's, and one for those of managers. */
export function commandHelp({ commands, isManager }: HelpContent, menus: readonly string[], say: Say): CommandHelp {
  const linesOf = (audience: HelpCommand['audience']) =>
    commands
      .filter((command) => command.audience === audience)
      .map(({ name, description }) => `${say.command(name)} ${description}`);
  const apps = menus.length === 0 ? [] : [say('help.menus', { names: say.list(menus.map((name) => `**${name}**`)) })];
  const forAll = [say('help.allCommands'), say('help.everyone'), ...linesOf('everyone'), ...apps].join('\n');
  if (!isManager) return { forAll, more: [] };
  return { forAll, more: [{ content: [say('help.managers'), ...linesOf('managers')].join('\n') }] };
}

interface CommandHelp {
  readonly forAll: string;
  readonly more: readonly Message[];
}

/** The forms of terms without a field, in the order in which the help lists them. */
const plainForms = ['words', 'phrase', 'logic', 'forms'] as const satisfies readonly (keyof typeof english.operators)[];

/** The whole topic language: the forms without a field, and each field of the registry. */
export function topicHelp(sources: readonly string[], say: Say): string {
  const keys = [...plainForms, ...fields.map(({ names }) => names[0])];
  // A test holds that each field of the registry has its text.
  const lines = keys.map((key) => say(`operators.${key}` as Extract<MessageKey, `operators.${string}`>));
  const from = sources.length === 0 ? [] : [say('help.sources', { sources: say.list(sources) })];
  return [say('help.allTopics'), ...lines, '', say('help.combining'), ...from].join('\n');
}
