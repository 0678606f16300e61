import { UserError } from '../errors.ts';
import type { CommandDefinition, OptionDefinition } from './command-definition.ts';
import type { RawCommand, RawOption } from './interaction.ts';

/**
 * The arguments that a definition promises, from options that could be forged.
 * @throws UserError if an option is not what the definition says
 */
export function readArguments(
  definition: CommandDefinition,
  { options, channels, files }: RawCommand,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(definition.options).map(([name, option]) => {
      const raw = options.find((candidate) => candidate.name === name);
      const value = raw === undefined ? undefined : readValue(option, raw.value, { channels, files });
      if (value === undefined && (option.required === true || raw !== undefined)) throw badOption(name);
      return [name, value];
    }),
  );
}

function readValue(
  option: OptionDefinition,
  value: RawOption['value'],
  { channels, files }: Pick<RawCommand, 'channels' | 'files'>,
): unknown {
  switch (option.type) {
    case 'text':
      return typeof value === 'string' && value.length <= option.maxLength ? value : undefined;
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(option.choices, value) ? value : undefined;
    case 'integer':
      return Number.isInteger(value) && Number(value) >= option.min && Number(value) <= option.max ? value : undefined;
    case 'channel':
      return typeof value === 'string' ? channels.get(value) : undefined;
    case 'file':
      return typeof value === 'string' ? files.get(value) : undefined;
  }
}

const badOption = (name: string): UserError => new UserError('bad-option', (say) => say('errors.badOption', { name }));
