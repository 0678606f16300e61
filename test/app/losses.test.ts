import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FaultPlan } from '../../src/playground/discord/faults.ts';
import type { OptionValues } from '../../src/playground/person-options.ts';
import { hourMs, minuteMs } from '../../src/time.ts';
import { inventPapers } from '../support/invented-papers.ts';
import { type Friday, fridayMorning, startFriday } from './friday.ts';
import type { RunningApp } from './running-app.ts';

let friday: Friday;
let running: RunningApp;
beforeEach(async () => {
  friday = await startFriday();
  ({ running } = friday);
});
afterEach(() => friday[Symbol.asyncDispose]());

const notices = () => running.discord.messages(running.discord.world.directChannel(running.manager.id));
const posts = { method: 'POST', path: /\/messages$/ } as const;
const refusal: FaultPlan = { kind: 'refused', status: 400, code: 240_000, ...posts };

/** Subscribes as a person does, and announces papers. Twelve of them take two messages. */
async function subscribe(papers = 12, settings: OptionValues = { max: 12 }): Promise<void> {
  await running.manager.run('/digest settings', settings);
  await friday.subscribe();
  await friday.announce(papers);
}

/** Replaces a card of the planned digest by one that Discord refuses in every form. */
async function spoilCard(index: number): Promise<void> {
  running.discord.faults.add({ kind: 'unavailable', ...posts });
  await friday.wakeAfter(2 * hourMs);
  const [delivery] = await running.app.store.claimDeliveries('worker', friday.now() + hourMs, 1);
  if (delivery === undefined) throw new Error('nothing is planned');
  const payload = structuredClone(delivery.payload) as { embeds: Record<string, unknown>[] };
  payload.embeds[index] = { url: payload.embeds[index]?.['url'], description: 'x'.repeat(5_000) };
  await running.app.store.settleDelivery('worker', delivery.id, {
    state: 'retry',
    dueAt: friday.now(),
    reason: 'spoilt',
    payload,
  });
}

const status = async () => (await running.manager.run('/digest status')).content;
const why = async (paper: string) => (await running.manager.run('/digest why', { paper })).content;

describe('a message that Discord refuses in every form', () => {
  beforeEach(async () => {
    await subscribe();
    running.discord.faults.add({ ...refusal, times: 3 });
    await friday.wakeAfter(2 * hourMs);
  });

  it('is reported once, with its papers, and the rest goes out', async () => {
    expect(running.postedIds()).toHaveLength(2);
    expect(notices()).toHaveLength(1);
    const [notice] = notices();
    const reported = `I could not post message 1 of 2 of the digest of Friday 12 June 2026 for <#${running.channelId}> (server **Reading group**): `;
    expect(notice?.content).toContain(reported);
    expect(notice?.content).toContain('Read the missing papers here: <https://arxiv.org/abs/2606.00');
    expect(notice?.pings).toEqual({ everyone: false, userIds: [], roleIds: [] });
    await friday.wakeAfter(minuteMs);
    await running.restart();
    await friday.wakeAfter(minuteMs);
    expect(notices()).toHaveLength(1);
    expect(friday.events('digest.incomplete')).toMatchObject([
      {
        channelId: running.channelId,
        date: '2026-06-12',
        notified: 'subscriber',
        parts: [{ part: 1, state: 'dropped' }],
      },
    ]);
  });

  it('is shown in the status, and for each of its papers', async () => {
    expect(await status()).toMatch(/Friday 12 June 2026: \*\*failed\*\*.*1 of 2 messages dropped: Discord/);
    const posted = running.postedIds();
    const lost = inventPapers(12, '').map(({ id }) => id);
    for (const id of lost.filter((one) => !posted.includes(one)).slice(0, 2)) {
      expect(await why(id)).toContain('but that message could not be posted: Discord');
    }
  });

  it('is reported in the answer to /digest now too', async () => {
    const { content } = await running.manager.run('/digest now');
    expect(content).toContain('1 of 2 messages of the digest of Friday 12 June 2026 came');
    expect(content).toContain('The rest could not be posted: Discord');
  });
});

it('a list that Discord refuses in every form is reported with the links of its papers', async () => {
  await subscribe(3, { layout: 'list' });
  running.discord.faults.add({ ...refusal, times: 3 });
  await friday.wakeAfter(2 * hourMs);
  await friday.wakeAfter(minuteMs);
  const texts = running.discord.messages(running.channelId).map(({ content }) => content);
  expect(texts.filter((text) => text.includes('ref '))).toEqual([]);
  const [notice, ...others] = notices();
  expect(others).toEqual([]);
  expect(notice?.content).toContain('I could not post message 1 of 1 of the digest of Friday 12 June 2026');
  const links = [...(notice?.content ?? '').matchAll(/<https:\/\/arxiv\.org\/abs\/([\d.]+)>/g)].map(([, id]) => id);
  expect(links.toSorted()).toEqual(inventPapers(3, '').map(({ id }) => id));
  for (const { id } of inventPapers(3, ''))
    expect(await why(id)).toContain('but that message could not be posted: Discord');
});

it('a paper that is left out of a message is reported, and the rest of the message is posted', async () => {
  await subscribe(3);
  await spoilCard(1);
  await friday.wakeAfter(minuteMs);
  const posted = running.postedIds();
  expect(posted).toHaveLength(2);
  const [lost = ''] = inventPapers(3, '').flatMap(({ id }) => (posted.includes(id) ? [] : [id]));
  expect(notices().map(({ content }) => content)).toEqual([
    `I left 1 paper out of the digest of Friday 12 June 2026 for <#${running.channelId}> (server **Reading group**): Discord refuses it.\nRead the missing paper here: <https://arxiv.org/abs/${lost}>`,
  ]);
  expect(await status()).toMatch(/\*\*delivered\*\*.*1 paper left out/);
  expect(await why(lost)).toContain('but I left it out, because Discord refuses it');
  await friday.wakeAfter(minuteMs);
  expect(notices()).toHaveLength(1);
});

describe('a message that may or may not have arrived', () => {
  beforeEach(async () => {
    await subscribe(3);
    running.discord.world.setOverwrite(running.channelId, {
      member: running.discord.applicationId,
      deny: ['ReadMessageHistory'],
    });
    running.discord.faults.add({ kind: 'bad-gateway', ...posts });
    await friday.wakeAfter(2 * hourMs);
    await friday.wakeAfter(minuteMs);
  });

  it('is reported once: what is known, and where to look', async () => {
    expect(running.postedIds()).toHaveLength(3);
    expect(notices()).toHaveLength(1);
    expect(notices()[0]?.content).toContain(
      'I do not know whether message 1 of 1 of the digest of Friday 12 June 2026',
    );
    expect(notices()[0]?.content).toContain('Read Message History');
    expect(notices()[0]?.content).toContain('Look for these papers in the channel, or read them here: <https://');
    await friday.wakeAfter(minuteMs);
    expect(notices()).toHaveLength(1);
  });

  it('is shown in the status, and for each of its papers', async () => {
    expect(await status()).toContain('1 of 1 message may be missing (look in the channel');
    expect(await why('2606.00001')).toContain('I do not know whether that message arrived, so I did not send it again');
    expect(await why('2606.00001')).toContain(`from <t:${(fridayMorning + 2 * hourMs) / 1000}:f> on`);
  });
});

it('the guild is notified in the channel for Discord’s own news, if it has one', async () => {
  const news = running.discord.world.createChannel({ guild: running.guildId, name: 'news' });
  running.discord.world.setSystemChannel(running.guildId, news);
  await subscribe(1);
  running.discord.faults.add({ ...refusal, times: 4 });
  await friday.wakeAfter(2 * hourMs);
  expect(running.discord.messages(news)).toHaveLength(1);
  expect(notices()).toEqual([]);
});

it('a notice that fails is sent later', async () => {
  await subscribe(1);
  running.discord.faults.add({ ...refusal, times: 4 });
  running.discord.faults.add({ kind: 'unavailable', path: /^\/guilds\/\d+$/ });
  await friday.wakeAfter(2 * hourMs);
  expect(notices()).toEqual([]);
  await friday.wakeAfter(minuteMs);
  expect(notices()).toHaveLength(1);
});
