import type { APIChatInputApplicationCommandInteraction } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { digestSettings } from '../../../src/discord/commands/digest-settings.ts';
import { readArguments } from '../../../src/discord/interactions/arguments.ts';
import { readInteraction } from '../../../src/discord/interactions/interaction.ts';

/** `/digest settings` as Discord sends it, with options that a client should have checked. */
const settingsWith = (options: readonly { name: string; type: number; value: unknown }[], resolved = {}) =>
  ({
    type: 2,
    data: { type: 1, name: 'digest', options: [{ type: 1, name: 'settings', options }], resolved },
  }) as unknown as APIChatInputApplicationCommandInteraction;

function readCommand(interaction: APIChatInputApplicationCommandInteraction) {
  const read = readInteraction(interaction);
  if (read?.kind !== 'command') throw new Error('not read as a command');
  return read.command;
}

const read = (interaction: APIChatInputApplicationCommandInteraction) =>
  readArguments(digestSettings.definition, readCommand(interaction));

describe('readInteraction', () => {
  it('names a subcommand with its root', () => {
    expect(readCommand(settingsWith([]))).toEqual({
      name: 'digest settings',
      options: [],
      channels: new Map(),
      files: new Map(),
    });
  });
});

describe('readArguments', () => {
  it('reads the given options, and undefined for the others', () => {
    const resolved = { channels: { '7': { id: '7', type: 0, permissions: '16' } } };
    const options = [
      { name: 'channel', type: 7, value: '7' },
      { name: 'max', type: 4, value: 5 },
    ];
    expect(read(settingsWith(options, resolved))).toEqual({
      channel: { id: '7', type: 0, invoker: 16n },
      max: 5,
      time: undefined,
      zone: undefined,
      days: undefined,
    });
  });

  it.each([
    [{ name: 'max', type: 4, value: 31 }],
    [{ name: 'max', type: 4, value: 2.5 }],
    [{ name: 'max', type: 3, value: '5' }],
    [{ name: 'time', type: 3, value: 'x'.repeat(41) }],
    [{ name: 'time', type: 4, value: 9 }],
    [{ name: 'channel', type: 7, value: '8' }],
  ])('refuses the forged option %j', (option) => {
    expect(() => read(settingsWith([option]))).toThrow(/option/);
  });
});
