import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { settings } from '../src/config.ts';
import { allSettings, readSettings, type Settings } from '../src/settings.ts';

const number = z.string().regex(/^\d+$/, 'must be a number').transform(Number);

const declared = {
  shelves: { name: 'SHELVES', fallback: '3', description: ['How many shelves.'], schema: number },
  doors: {
    width: { name: 'DOOR_WIDTH', fallback: '80', description: ['In centimetres.'], schema: number },
    code: { name: 'DOOR_CODE', fallback: '', description: ['Opens the door.'], schema: z.string(), isSecret: true },
  },
} as const satisfies Settings;

const read = (texts: Readonly<Record<string, string>>) => readSettings(declared, (name) => texts[name]);

describe('settings', () => {
  it('have the host’s values, or their defaults, in the declared shape', () => {
    const { values, problems } = read({ SHELVES: ' 5 ', DOOR_WIDTH: ' ' });
    expect(values).toEqual({ shelves: 5, doors: { width: 80, code: '' } });
    expect(problems).toEqual([]);
    const shelves: number = values.shelves;
    expect(shelves).toBe(5);
  });

  it('report each problem with the name of the environment variable', () => {
    const { problems } = read({ SHELVES: 'many', DOOR_WIDTH: 'wide' });
    expect(problems).toEqual(['SHELVES must be a number', 'DOOR_WIDTH must be a number']);
  });

  it('report the secrets that are set', () => {
    expect(read({}).secrets).toEqual([]);
    expect(read({ DOOR_CODE: '4711' }).secrets).toEqual(['4711']);
  });
});

describe('the settings of the bot', () => {
  const all = allSettings(settings);

  it('are each declared once', () => {
    const names = all.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(all.map((setting) => [setting.name, setting] as const))(
    '%s is described, and its default is valid',
    (_, setting) => {
      expect(setting.description.length).toBeGreaterThan(0);
      expect(setting.schema.safeParse(setting.fallback).success).toBe(true);
    },
  );
});
