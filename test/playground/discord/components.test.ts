import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../../src/playground/discord/local-discord.ts';
import { call, complaints, NO_LIMITS } from './api.ts';

let discord: LocalDiscord;
let channel: string;

beforeAll(async () => {
  discord = await startLocalDiscord({ limits: NO_LIMITS });
  channel = discord.world.createChannel({ guild: discord.world.createGuild({ name: 'Lab' }), name: 'papers' }).id;
});
afterAll(() => discord[Symbol.asyncDispose]());

const post = (body: unknown) => call(discord, 'POST', `/channels/${channel}/messages`, body);
const button = (more: object = {}) => ({ type: 2, style: 1, label: 'Go', custom_id: 'go', ...more });
const row = (...components: object[]) => ({ type: 1, components });
const select = (more: object = {}) => ({ type: 3, custom_id: 's', options: [{ label: 'A', value: 'a' }], ...more });
const text = (content: string) => ({ type: 10, content });
const thumbnail = (more: object = {}) => ({ type: 11, media: { url: 'https://example.org/a.png' }, ...more });
const beside = (accessory: object) => ({ type: 9, components: [text('a')], accessory });
const many = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at));

describe('components', () => {
  const V2 = 1 << 15;
  const refused: [string, object, string][] = [
    ['6 rows', { components: many(6, (at) => row(button({ custom_id: `${at}` }))) }, 'components BASE_TYPE_MAX_LENGTH'],
    [
      '6 buttons in a row',
      { components: [row(...many(6, (at) => button({ custom_id: `${at}` })))] },
      'components.0.components BASE_TYPE_BAD_LENGTH',
    ],
    ['an empty row', { components: [row()] }, 'components.0.components BASE_TYPE_REQUIRED'],
    [
      'a select beside a button',
      { components: [row(select(), button())] },
      'components.0.components COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    ],
    [
      'the same custom_id twice',
      { components: [row(button()), row(button())] },
      'components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    [
      'a custom_id of 101',
      { components: [row(button({ custom_id: 'x'.repeat(101) }))] },
      'components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a button with neither custom_id nor url',
      { components: [row({ type: 2, style: 2, label: 'a' })] },
      'components.0.components.0.custom_id BASE_TYPE_REQUIRED',
    ],
    [
      'a link button without url',
      { components: [row({ type: 2, style: 5, label: 'a' })] },
      'components.0.components.0.url BASE_TYPE_REQUIRED',
    ],
    [
      'a button with both custom_id and url',
      { components: [row(button({ url: 'https://example.org' }))] },
      'components.0.components.0.custom_id BUTTON_COMPONENT_CUSTOM_ID_AND_URL_EXCLUSIVE',
    ],
    [
      'a button label of 81',
      { components: [row(button({ label: 'x'.repeat(81) }))] },
      'components.0.components.0.label BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a button that shows nothing',
      { components: [row({ type: 2, style: 1, custom_id: 'a' })] },
      'components.0.components.0 BUTTON_COMPONENT_INVALID_LABEL',
    ],
    [
      'a select of 26 options',
      { components: [row(select({ options: many(26, (at) => ({ label: `${at}`, value: `${at}` })) }))] },
      'components.0.components.0.options BASE_TYPE_BAD_LENGTH',
    ],
    [
      'an option value twice',
      { components: [row(select({ options: many(2, (at) => ({ label: `${at}`, value: 'same' })) }))] },
      'components.0.components.0.options.1.value SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    ],
    ['Components V2 without its flag', { components: [text('hello')] }, 'components.0.type BASE_TYPE_CHOICES'],
    [
      'Components V2 with content',
      { flags: V2, content: 'a', components: [text('hello')] },
      'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    [
      'Components V2 with embeds',
      { flags: V2, embeds: [{ title: 'a' }], components: [text('hello')] },
      'embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    [
      '41 components, nested ones counted',
      { flags: V2, components: [{ type: 17, components: many(21, () => text('a')) }, ...many(19, () => text('a'))] },
      'components COMPONENT_MAX_TOTAL',
    ],
    [
      '4,001 characters of text in all',
      { flags: V2, components: [text('x'.repeat(2001)), text('x'.repeat(2000))] },
      'components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
    ],
    [
      'a section without accessory',
      { flags: V2, components: [{ type: 9, components: [text('a')] }] },
      'components.0.accessory BASE_TYPE_REQUIRED',
    ],
    [
      'a section of four texts',
      { flags: V2, components: [{ type: 9, components: many(4, () => text('a')), accessory: thumbnail() }] },
      'components.0.components BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a section in a section',
      { flags: V2, components: [{ type: 9, components: [{ type: 9 }], accessory: thumbnail() }] },
      'components.0.components.0.type BASE_TYPE_CHOICES',
    ],
    [
      'a container in a container',
      { flags: V2, components: [{ type: 17, components: [{ type: 17, components: [text('a')] }] }] },
      'components.0.components.0.type BASE_TYPE_CHOICES',
    ],
    ['a thumbnail by itself', { flags: V2, components: [thumbnail()] }, 'components.0.type BASE_TYPE_CHOICES'],
    [
      'an empty alternative text',
      { flags: V2, components: [beside(thumbnail({ description: '' }))] },
      'components.0.accessory.description BASE_TYPE_REQUIRED',
    ],
    [
      'a picture at no address',
      { flags: V2, components: [beside(thumbnail({ media: { url: 'ftp://example.org/a.png' } }))] },
      'components.0.accessory.media.url URL_TYPE_INVALID_SCHEME',
    ],
  ];

  test.each(refused)('%s is refused with 50035 at its place', async (_, body, complaint) => {
    const answer = await post({ ...('flags' in body ? {} : { content: 'a' }), ...body });
    expect(answer.body).toMatchObject({ code: 50035 });
    expect(complaints(answer.body.errors)).toContain(complaint);
  });

  test('a message of Components V2 is accepted and stays one', async () => {
    const { body } = await post({ flags: V2, components: [{ type: 17, components: [text('a'), row(button())] }] });
    expect(body.components[0]).toMatchObject({ id: 1, components: [{ id: 2 }, { id: 3, components: [{ id: 4 }] }] });
    const path = `/channels/${channel}/messages/${body.id}`;
    expect((await call(discord, 'PATCH', path, { flags: 0 })).body.code).toBe(50035);
    expect((await call(discord, 'PATCH', path, { content: 'a' })).body.code).toBe(50035);
    expect((await call(discord, 'PATCH', path, { components: [text('b')] })).status).toBe(200);
  });

  test('a classic message becomes one of Components V2 only without its text', async () => {
    const { body } = await post({ content: 'a', embeds: [{ title: 'a' }] });
    const path = `/channels/${channel}/messages/${body.id}`;
    const edit = { flags: V2, components: [text('b')] };
    expect((await call(discord, 'PATCH', path, edit)).body.code).toBe(50035);
    expect((await call(discord, 'PATCH', path, { ...edit, content: null, embeds: [] })).status).toBe(200);
  });

  test('a message needs only components', async () => {
    expect((await post({ components: [row(button())] })).status).toBe(200);
  });
});
