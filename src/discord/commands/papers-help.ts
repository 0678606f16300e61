import type { Command } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import { describedIn } from '../interactions/command-texts.ts';
import type { CommandContext } from '../interactions/context.ts';
import { privately } from '../interactions/reply.ts';
import { menus } from '../menus/registry.ts';
import { hasPermission } from '../permissions.ts';
import { commandHelp, type HelpContent, shortHelp, topicHelp } from '../rendering/help.ts';

const definition = {
  name: 'papers help',
  audience: 'everyone',
  visibility: 'private',
  options: {
    about: { type: 'choice', choices: { topics: 'Topics', commands: 'Commands' } },
  },
} as const satisfies CommandDefinition;

export const papersHelp: Command<typeof definition> = {
  definition,
  async run({ about }, context) {
    const { services, say } = context;
    if (about === 'topics') {
      const sources = await services.readSourceStates();
      return privately(
        topicHelp(
          sources.map(({ name }) => name),
          say,
        ),
      );
    }
    const content = contentFor(context);
    if (about === undefined) return privately(shortHelp(content, say));
    const names = menus.map(({ key }) => say(`menus.${key}`));
    const { forAll, more } = commandHelp(content, names, say);
    return { ...privately(forAll), more };
  },
};

const contentFor = ({ commands, guildId, here, say: { language } }: CommandContext): HelpContent => ({
  commands: commands.map(({ name, audience, description }) => ({
    name,
    audience,
    description: describedIn(language, name, description),
  })),
  describe: (root) => describedIn(language, root),
  isManager: guildId !== null && hasPermission(here.invoker, 'manageChannels'),
});
