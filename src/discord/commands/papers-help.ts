import type { Say } from '../../language/say.ts';
import type { Command, CommandDefinition } from '../interactions/command.ts';
import { privately } from '../interactions/reply.ts';

const definition = {
  name: 'papers help',
  audience: 'everyone',
  visibility: 'private',
  options: {},
} as const satisfies CommandDefinition;

const helpText = (sources: readonly string[], say: Say): string => {
  const from = sources.length === 0 ? [] : [say('help.sources', { sources: say.list(sources) })];
  const about = [say('help.title'), [...from, say('help.what')].join(' ')].join('\n');
  return [about, say('help.topics'), say('help.everyone'), say('help.managers')].join('\n\n');
};

export const papersHelp: Command<typeof definition> = {
  definition,
  async run(_, { services, say }) {
    const sources = await services.readSourceStates();
    return privately(
      helpText(
        sources.map(({ name }) => name),
        say,
      ),
    );
  },
};
