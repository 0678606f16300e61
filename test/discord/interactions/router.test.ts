import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../../src/discord/errors.ts';
import { connectGateway } from '../../../src/discord/gateway.ts';
import { everyone } from '../../../src/discord/interactions/authorization.ts';
import type { AnyCommand, Command } from '../../../src/discord/interactions/command.ts';
import type { CommandDefinition } from '../../../src/discord/interactions/command-definition.ts';
import type { ComponentBehaviour } from '../../../src/discord/interactions/component.ts';
import { registerCommands } from '../../../src/discord/interactions/registration.ts';
import type { Reply } from '../../../src/discord/interactions/reply.ts';
import { createRouter, type Router } from '../../../src/discord/interactions/router.ts';
import { button, customId, row } from '../../../src/discord/rendering/components.ts';
import { createRest } from '../../../src/discord/rest.ts';
import { type LocalDiscord, startLocalDiscord } from '../../../src/playground/discord/local-discord.ts';
import type { Person } from '../../../src/playground/person.ts';
import type { Store } from '../../../src/store/store.ts';
import type { Services } from '../../../src/use-cases/services.ts';
import { createKeptLog } from '../../support/bot.ts';
import { checkSchema } from '../../support/discord-schema.ts';

const definition = {
  name: 'probe',
  description: 'Does what a test wants',
  audience: 'everyone',
  visibility: 'private',
  options: {
    what: { type: 'text', description: 'What', maxLength: 20, hasSuggestions: true },
    number: { type: 'integer', description: 'A number', min: 1, max: 3 },
    kind: { type: 'choice', description: 'A kind', choices: { a: 'The first', b: 'The second' } },
  },
} as const satisfies CommandDefinition;

const privately = (content: string): Reply => ({ kind: 'message', visibility: 'private', message: { content } });

const probe: Command<typeof definition> = {
  definition,
  async run({ what, number, kind }, { here }) {
    if (what === 'refuse') throw new UserError('refused', 'It is refused, because it is a test. Stop testing.');
    if (what === 'break') throw new Error('a secret of the inside');
    if (what === 'slow' || what === 'slow-refuse') await sleep(60);
    if (what === 'slow-refuse') throw new UserError('refused', 'Refused late.');
    if (what?.endsWith('too long')) return await tooLong(what);
    if (what === 'announce') {
      const announcement = { channelId: here.id, message: { content: '<@1> @everyone' } };
      return { kind: 'message', visibility: 'private', message: { content: 'said' }, announcement };
    }
    const long = [
      button(customId('press', 'long'), 'Long'),
      button(customId('press', 'slow', 'long'), 'Slow and long'),
    ];
    const components = [row(button(customId('press', 7), 'Press'), button(customId('gone', 1), 'Gone'), ...long)];
    return { ...privately(''), message: { content: `got ${what}, ${number}, ${kind}`, components } } as Reply;
  },
  async suggest(_option, typed) {
    if (typed === 'break') throw new Error('no suggestions today');
    return Array.from({ length: 40 }, (_, index) => ({ name: `${typed} ${index}`.repeat(30), value: `${index}` }));
  },
};

/** A reply that Discord refuses, in one of its parts. */
async function tooLong(what: string): Promise<Reply> {
  if (what.startsWith('slow')) await sleep(60);
  const reply = { kind: 'message', visibility: what.includes('public') ? 'public' : 'private' } as const;
  const message = { content: 'x'.repeat(2_001) };
  if (what.includes('more')) return { ...reply, message: { content: 'the first' }, more: [message] };
  if (what.includes('form'))
    return { kind: 'modal', modal: { custom_id: 'form', title: 'x'.repeat(46), components: [] } };
  if (!what.includes('files')) return { ...reply, message };
  const files = Array.from({ length: 11 }, (_, index) => ({
    ...{ name: `${index}.txt`, contentType: 'text/plain', data: new Uint8Array([index]) },
  }));
  return { ...reply, message: { content: 'with files', files } };
}

const press: ComponentBehaviour = {
  verb: 'press',
  deferral: 'update',
  async run({ rest }) {
    if (rest.includes('slow')) await sleep(60);
    return { kind: 'update', message: { content: `pressed ${rest.join()}`.repeat(rest.includes('long') ? 300 : 1) } };
  },
};

let discord: LocalDiscord;
let person: Person;
let router: Router;
let channelId: string;
let closing: AsyncDisposableStack;
let schema = checkSchema;
const log = createKeptLog();

beforeEach(async () => {
  closing = new AsyncDisposableStack();
  log.lines.length = 0;
  discord = closing.use(await startLocalDiscord({ checkSchema: schema, interactionDeadlineMs: 800 }));
  const guild = discord.world.createGuild({ name: 'Reading group', channels: ['papers'] });
  channelId = [...guild.channelIds][0] ?? '';
  const rest = createRest({ apiUrl: discord.url, token: discord.token, userAgent: 'paperboy/test', log });
  const show = { ...probe, definition: { ...definition, name: 'show', visibility: 'public' as const } };
  const commands: readonly AnyCommand[] = [probe, show];
  // These commands use none of them.
  const store = {} as Store;
  const services = {} as Services;
  const pictures = { draw: () => Promise.reject(new Error('nothing is drawn here')) };
  const tools = { rest, store, services, pictures, clock: Date.now, log };
  const probing = { run: everyone, suggest: everyone };
  const table = { commands: { probe: probing, show: probing }, components: { press: everyone } };
  router = createRouter({ ...tools, commands, components: [press], table, deferAfterMs: 20 });
  const { signal } = new AbortController();
  const onInteraction = (interaction: Parameters<Router['route']>[0]) => void router.route(interaction);
  const gateway = { token: discord.token, rest, log, clock: Date.now, signal, onInteraction };
  closing.use(await connectGateway(gateway));
  await registerCommands({ rest, applicationId: discord.applicationId, commands, log, signal });
  person = discord.person({ name: 'reader', guild, channel: channelId });
});
afterEach(async () => {
  await router.whenIdle();
  expect(discord.violations).toEqual([]);
  await closing.disposeAsync();
});

describe('a command', () => {
  it('gets its arguments as its definition types them', async () => {
    const reply = await person.run('/probe', { what: 'hello', number: 2, kind: 'The second' });
    expect(reply.content).toBe('got hello, 2, b');
    expect(reply.ephemeral).toBe(true);
  });

  it('is deferred if it takes long, and still answers', async () => {
    const reply = await person.run('/probe', { what: 'slow' });
    expect(reply.kind).toBe('deferred');
    expect(reply.ephemeral).toBe(true);
    expect((await reply.answered()).content).toContain('got slow');
  });

  it('keeps a refusal private after a public deferral', async () => {
    const reply = await person.run('/show', { what: 'slow-refuse' });
    expect(reply.ephemeral).toBe(false);
    await router.whenIdle();
    expect(reply.refresh().message).toBeUndefined();
    expect(reply.refresh().followUps[0]).toMatchObject({
      ephemeral: true,
      content: expect.stringContaining('Refused late.'),
    });
    expect(discord.messages(channelId)).toEqual([]);
  });

  it('shows a refusal, with a reference that is in the log too', async () => {
    const reply = await person.run('/probe', { what: 'refuse' });
    const reference = /Reference ([0-9a-f]{8})$/.exec(reply.content)?.[1];
    expect(reply.content).toContain('Stop testing.');
    expect(log.lines).toContainEqual(expect.objectContaining({ reference, code: 'refused', level: 'info' }));
  });

  it('reports a failure without its details, with a reference and a next step', async () => {
    const reply = await person.run('/probe', { what: 'break' });
    expect(reply.content).not.toContain('secret');
    expect(reply.content).toContain('Try again');
    const reference = /`([0-9a-f]{8})`/.exec(reply.content)?.[1];
    expect(log.lines).toContainEqual(
      expect.objectContaining({ reference, event: 'interaction.failed', level: 'error' }),
    );
  });

  it('announces in the channel, and pings nobody', async () => {
    await person.run('/probe', { what: 'announce' });
    await router.whenIdle();
    const [line] = discord.messages(channelId);
    expect(line?.pings).toEqual({ everyone: false, userIds: [], roleIds: [] });
  });

  it('says that an announcement could not be posted', async () => {
    discord.world.setOverwrite(channelId, { member: discord.applicationId, deny: ['SendMessages'] });
    const reply = await person.run('/probe', { what: 'announce' });
    await router.whenIdle();
    expect(reply.refresh().followUps[0]?.content).toContain('could not say so');
  });

  it('survives an interaction that can no longer be answered', async () => {
    discord.faults.add({ kind: 'unavailable', path: /callback/ });
    await expect(person.run('/probe', { what: 'hello' })).rejects.toThrow('did not respond');
    await router.whenIdle();
    expect(log.lines).toContainEqual(expect.objectContaining({ event: 'interaction.unanswered' }));
  });
});

describe('a reply that Discord refuses', () => {
  // Refused by the schema, a body has no fields that are to blame. Discord names them, as its rules do here.
  beforeAll(() => {
    schema = undefined;
  });
  afterAll(() => {
    schema = checkSchema;
  });
  // What is refused here is meant to be.
  afterEach(() => void discord.violations.splice(0));

  const excuse = /^I cannot show you the answer, because Discord refuses it\. .*`([0-9a-f]{8})`\.$/;
  const rejections = () => log.lines.filter(({ event }) => event === 'interaction.rejected');

  it.each([
    ['/probe', 'too long', 'content'],
    ['/probe', 'slow too long', 'content'],
    ['/probe', 'slow public too long', 'content'],
    ['/show', 'public too long', 'content'],
    ['/show', 'slow public too long', 'content'],
    ['/show', 'slow too long', 'content'],
    ['/probe', 'more too long', 'content'],
    ['/probe', 'form too long', 'title'],
    ['/probe', 'files too long', ''],
    ['/probe', 'slow files too long', ''],
  ])('is followed by a short private one: %s “%s”', async (command, what, field) => {
    const reply = await person.run(command, { what });
    await router.whenIdle();
    const { message, followUps } = reply.refresh();
    const shown = [...(message === undefined ? [] : [message]), ...followUps];
    const [said, ...others] = shown.filter(({ content }) => excuse.test(content));
    expect(others).toEqual([]);
    expect(said?.ephemeral).toBe(true);
    expect(shown.filter((one) => one !== said).map(({ content }) => content)).toEqual(
      what.startsWith('more') ? ['the first'] : [],
    );
    const [line] = rejections();
    expect(line).toMatchObject({ level: 'error', what: command, reference: excuse.exec(said?.content ?? '')?.[1] });
    expect(JSON.stringify(line?.['fields'])).toContain(field);
    expect(log.lines.filter(({ event }) => event === 'interaction.unanswered')).toEqual([]);
    expect(JSON.stringify(log.lines)).not.toContain('xxxx');
  });

  it.each(['Long', 'Slow and long'])('leaves the message with the button as it is: %s', async (label) => {
    const reply = await person.run('/probe', { what: 'hello' });
    const pressed = await person.press(reply, label);
    await router.whenIdle();
    expect(reply.refresh().content).toContain('got hello');
    const said = [pressed.refresh().message, ...pressed.refresh().followUps].find((one) =>
      excuse.test(one?.content ?? ''),
    );
    expect(said?.ephemeral).toBe(true);
    expect(rejections()).toHaveLength(1);
  });

  it('is reported in the log alone if the short one cannot be sent either', async () => {
    discord.faults.add({ kind: 'refused', path: /callback/, status: 400, code: 50_035, times: 2 });
    await expect(person.run('/probe', { what: 'hello' })).rejects.toThrow('did not respond');
    await router.whenIdle();
    expect(log.lines).toContainEqual(expect.objectContaining({ event: 'interaction.unanswered' }));
  });
});

describe('suggestions', () => {
  it('are at most 25, cut to what Discord shows', async () => {
    const choices = await person.complete('/probe', 'what', 'x');
    expect(choices).toHaveLength(25);
    expect(choices.every(({ name }) => name.length <= 100)).toBe(true);
  });

  it('never fail', async () => {
    expect(await person.complete('/probe', 'what', 'break')).toEqual([]);
  });
});

describe('a component', () => {
  it('is routed by its verb, with its row', async () => {
    const reply = await person.run('/probe');
    expect((await person.press(reply, 'Press')).content).toBe('pressed 7');
  });

  it('that is no longer known is answered kindly', async () => {
    const reply = await person.run('/probe');
    const answer = await person.press(reply, 'Gone');
    expect(answer.content).toContain('earlier version of me');
    expect(answer.ephemeral).toBe(true);
  });
});

it.each([
  ['a command', { type: 2, id: '1', token: 'x' }],
  ['a press', { type: 3, id: '2', token: 'x', data: null }],
])('reports %s that is not as Discord documents it, and goes on', async (_kind, payload) => {
  await router.route(payload as unknown as Parameters<Router['route']>[0]);
  expect(log.lines.filter(({ event }) => event === 'interaction.unreadable')).toHaveLength(1);
  expect((await person.run('/probe', { what: 'hello', number: 2, kind: 'The second' })).content).toContain('hello');
});

it('answers an unknown command', async () => {
  const rest = createRest({ apiUrl: discord.url, token: discord.token, userAgent: 'paperboy/test', log });
  const renamed = { ...probe, definition: { ...definition, name: 'vanished' } };
  const { signal } = new AbortController();
  await registerCommands({ rest, applicationId: discord.applicationId, commands: [renamed], log, signal });
  expect((await person.run('/vanished')).content).toContain('I do not know this command');
});
