import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayMs, hourMs } from '../../src/time.ts';
import { type BotUnderTest, startBot } from '../support/bot.ts';
import { inventPaper } from '../support/invented-papers.ts';
import { type LocalSlack, startLocalSlack } from '../support/local-slack.ts';

let slack: LocalSlack;
let bot: BotUnderTest;
beforeEach(async () => {
  slack = await startLocalSlack();
  bot = await startBot({ slackUrl: slack.url });
  await bot.subscribe('diffusion');
});
afterEach(async () => {
  expect(bot.discord.violations).toEqual([]);
  // The secret of a webhook is shown nowhere: not in the log, and not in the chat.
  expect(JSON.stringify(bot.log.lines)).not.toContain('s3cr3t');
  expect(JSON.stringify(bot.discord.messages(bot.channelId))).not.toContain('s3cr3t');
  await bot[Symbol.asyncDispose]();
  await slack[Symbol.asyncDispose]();
});

const masked = '`T012ABCDE/B012ABCDE/…`';
const add = async (webhook = slack.webhook) => {
  const reply = await bot.manager.run('/digest slack', { webhook });
  await bot.router.whenIdle();
  return reply;
};
const show = async () => bot.manager.run('/digest slack');
const lines = () => bot.discord.messages(bot.channelId).map(({ content }) => content);

/** The morning of a digest with one paper. */
async function digest(title = 'A paper on diffusion', id = '2606.00001'): Promise<void> {
  await bot.announce([inventPaper({ id, title })]);
  bot.pass(3 * hourMs);
  await bot.wake();
}

describe('/digest slack', () => {
  it('adds a webhook after a first message there, sends the digest, and says how it went', async () => {
    expect((await show()).content).toBe(
      `The digest of <#${bot.channelId}> goes to no Slack. Run \`/digest slack\` with \`webhook\` to add one.`,
    );
    const added = await add();
    expect(added.ephemeral).toBe(true);
    expect(added.content).toContain(`${masked} gets the digests of <#${bot.channelId}> from now on.`);
    expect(slack.posts.map(({ shown }) => shown)).toEqual([
      'From now on, the digests of #papers on Discord are posted here, too.',
    ]);
    expect(lines()).toEqual([`<@${bot.manager.id}> added a webhook of Slack, which gets the digests of this channel.`]);
    expect((await add()).content).toContain('gets the digest of');
    await digest();
    const [, post] = slack.posts;
    expect(post?.links).toEqual(['https://arxiv.org/abs/2606.00001']);
    expect(post?.shown).toContain('Papers for Friday 12 June 2026');
    expect(post?.shown).toContain('1 new paper on diffusion');
    expect(post?.shown).toContain('A paper on diffusion');
    expect(post?.shown).toContain('Matches “diffusion” in the title');
    expect(post?.shown).toContain('1 announced');
    expect((await show()).content).toContain(`${masked}: last sent on Friday 12 June 2026`);
    expect((await bot.manager.run('/digest status')).content).toContain(
      'Slack: 1 webhook, nothing uncertain, 0 blocked. See `/digest slack`.',
    );
  });

  it('shows hostile texts as they are, and pings nobody', async () => {
    await add();
    const title = '<!channel> *diffusion* <https://evil.example|click> &amp; `code` @here';
    await digest(title);
    const [, post] = slack.posts;
    expect(post?.shown).toContain(title);
    expect(post?.mentions).toEqual([]);
    expect(post?.links).toEqual(['https://arxiv.org/abs/2606.00001']);
  });

  it('sends text alone if Slack refuses the blocks', async () => {
    await add();
    slack.failNext({ kind: 'answer', status: 400, body: 'invalid_blocks' });
    await digest('Diffusion & <!here> more');
    const [, post] = slack.posts;
    expect(post?.payload).not.toHaveProperty('blocks');
    expect(post).toMatchObject({ links: ['https://arxiv.org/abs/2606.00001'], mentions: [] });
    expect(post?.shown).toContain('Diffusion & <!here> more');
  });

  it('refuses everything that is not a webhook of Slack, and asks nobody then', async () => {
    const [secret = ''] = slack.webhook.split('/').slice(-1);
    const wrong = [
      `https://evil.example/services/T012ABCDE/B012ABCDE/${secret}`,
      `${slack.url}@evil.example/services/T012ABCDE/B012ABCDE/${secret}`,
      `${slack.url}.evil.example/services/T012ABCDE/B012ABCDE/${secret}`,
      `${slack.webhook}?x=1`,
      `${slack.webhook}/../../../x`,
      slack.webhook.replace('/services/', '/workflows/'),
    ];
    for (const one of wrong) {
      const { content } = await add(one);
      expect(content).toContain('That is not the address of an incoming webhook of Slack.');
      expect(content).not.toContain('s3cr3t');
    }
    expect(slack.requests).toBe(0);
  });

  it('adds nothing that Slack refuses or does not answer', async () => {
    slack.refusal = { status: 403, body: 'invalid_token' };
    expect((await add()).content).toContain(
      'Slack takes nothing for that webhook: the webhook is not valid any more \\(Slack answered 403 invalid\\_token\\).',
    );
    slack.refusal = { status: 500, body: '<html>' };
    expect((await add()).content).toContain('Slack answered 500');
    expect(await bot.store.destinations(bot.channelId)).toEqual([]);
  });

  it('is blocked by Slack alone, goes on when it is tried again, and ends when it is removed', async () => {
    await add();
    slack.refusal = { status: 410, body: 'channel_is_archived' };
    await digest();
    expect(lines()).toHaveLength(2);
    const panel = await show();
    expect(panel.content).toContain(`${masked}: **nothing is sent there:** the channel in Slack is archived`);
    slack.refusal = null;
    const retried = await bot.manager.choose(panel, 'Change a webhook …', 'Try T012ABCDE/B012ABCDE/… again');
    expect(retried.refresh().content).toContain(`I try ${masked} again.`);
    await bot.wake();
    expect(slack.posts).toHaveLength(2);
    const removed = await bot.manager.choose(await show(), 'Change a webhook …', 'Remove T012ABCDE/B012ABCDE/…');
    await bot.router.whenIdle();
    expect(removed.refresh().content).toContain(`${masked} gets no more digests.`);
    bot.pass(dayMs);
    await digest('Another paper on diffusion', '2606.00002');
    expect(slack.posts).toHaveLength(2);
    expect(lines().slice(2)).toEqual([
      `<@${bot.manager.id}> removed a webhook of Slack, which got the digests of this channel.`,
      expect.stringContaining('1 new paper on **diffusion**'),
    ]);
  });

  it('does not send again what Slack did not answer, and says so', async () => {
    await add();
    slack.failNext({ kind: 'reset' });
    await digest();
    bot.pass(hourMs);
    await bot.wake();
    expect(slack.posts).toHaveLength(2);
    expect((await show()).content).toContain(
      'the digest of Friday 12 June 2026 may not have arrived, and is not sent again: Slack did not answer',
    );
  });

  it('works for a personal digest', async () => {
    const ada = bot.discord.person({ name: 'ada' });
    await ada.press(await ada.run('/subscribe', { topic: 'gulls' }), 'Subscribe');
    await bot.router.whenIdle();
    await ada.run('/digest slack', { webhook: slack.webhook });
    await bot.router.whenIdle();
    expect(slack.posts.map(({ shown }) => shown)).toEqual([
      'From now on, your digests of Paperboy are posted here, too.',
    ]);
    await digest('A paper on gulls');
    expect(slack.posts).toHaveLength(2);
  });

  it('is exported without its secret', async () => {
    await add();
    const owner = bot.person({ name: 'olga', permissions: ['ManageChannels', 'ManageGuild'] });
    const { message } = await owner.run('/digest export');
    const file = Buffer.from(message?.attachments[0]?.data ?? []).toString('utf8');
    expect(file).toContain(`${slack.url}/services/T012ABCDE/B012ABCDE/…`);
    expect(file).not.toContain('s3cr3t');
  });
});
