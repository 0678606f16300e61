import { expect, it } from 'vitest';
import { startTimer } from '../../src/jobs/alarm.ts';
import { hourMs } from '../../src/time.ts';
import { startLocalSlack } from '../support/local-slack.ts';
import { startFriday } from './friday.ts';

it('the running bot sends a digest to Slack once, also if it stops in the middle', async () => {
  await using slack = await startLocalSlack();
  await using friday = await startFriday({ config: { slackWebhooksUrl: slack.url } });
  const { running } = friday;
  await friday.subscribe();
  await running.manager.run('/digest slack', { webhook: slack.webhook });
  await friday.announce(1);
  await friday.wakeAfter(2 * hourMs);
  expect(slack.posts).toHaveLength(2);
  expect(running.postedIds()).toHaveLength(1);

  await friday.announce(2);
  slack.failNext({ kind: 'answer', status: 429, body: 'rate_limited', headers: { 'retry-after': '600' } });
  await friday.wakeAfter(24 * hourMs);
  expect(slack.posts).toHaveLength(2);
  // The process ends after the message was claimed, and before anybody knows whether it arrived.
  const claimed = await running.app.store.claimDestinationDeliveries('worker', 'slack', friday.now() + hourMs, 9);
  expect(claimed).toHaveLength(1);
  await running.restart();
  await friday.wakeAfter(hourMs);
  expect(slack.posts).toHaveLength(2);
  expect((await running.manager.run('/digest slack')).content).toContain('may not have arrived, and is not sent again');
  expect(JSON.stringify(running.log.lines)).not.toContain('s3cr3t');
});

it('a digest that somebody asks for goes to Slack at once, too', async () => {
  await using slack = await startLocalSlack();
  await using friday = await startFriday({ config: { slackWebhooksUrl: slack.url }, timer: startTimer });
  const { manager } = friday.running;
  await friday.subscribe();
  await manager.run('/digest slack', { webhook: slack.webhook });
  await friday.announce(1);
  await friday.running.app.wake();
  await (await manager.run('/digest now')).answered();
  await expect.poll(() => slack.posts.length, { timeout: 5_000 }).toBe(2);
});
