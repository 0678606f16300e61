import type { Destination } from '../../src/digests/destination.ts';
import { createSlackPoster } from '../../src/slack/poster.ts';
import { createWebhooks } from '../../src/slack/webhooks.ts';
import { describePoster, type Failure } from '../posting/poster-contract.ts';
import { type SlackFault, startLocalSlack } from '../support/local-slack.ts';

const answer = (status: number, body: string, headers: Record<string, string> = {}) =>
  ({ kind: 'answer', status, body, headers }) as const;

describePoster('Slack', async () => {
  const slack = await startLocalSlack();
  const poster = createSlackPoster(createWebhooks({ base: slack.url, userAgent: 'paperboy/test', timeoutMs: 2_000 }));
  const destination: Destination = {
    id: 1,
    guildId: '1',
    channelId: '1234',
    kind: 'slack',
    address: slack.webhook,
    userId: '1',
    createdAt: 0,
    blockedReason: null,
  };
  const failure = (name: string, fault: SlackFault, outcome: Failure['outcome']): Failure => ({
    name,
    provoke: () => slack.failNext(fault),
    outcome,
    arrives: fault.kind !== 'answer',
  });
  let cleared = 0;
  return {
    poster,
    compose: (digest) =>
      poster
        .compose(digest, destination)
        .map((message, index) => ({ json: JSON.stringify(message), nonce: `nonce-${index}` })),
    addressed: { channelId: '1234', destination },
    messages: () => slack.posts.slice(cleared),
    clear() {
      cleared = slack.posts.length;
    },
    failures: [
      failure('it is never answered', { kind: 'hang' }, 'uncertain'),
      failure('the connection breaks', { kind: 'reset' }, 'uncertain'),
      failure('a broken gateway', answer(502, '<html>'), 'uncertain'),
      failure('a broken Slack', answer(500, 'rollup_error'), 'uncertain'),
      failure('a busy Slack', answer(503, '', { 'retry-after': '30' }), 'retry'),
      failure('a message that came too slowly', answer(408, ''), 'retry'),
      failure('too many messages', answer(429, 'rate_limited', { 'retry-after': '30' }), 'retry'),
      failure('a message that it does not read', answer(400, 'invalid_blocks'), 'rejected'),
      failure('too large a message', answer(413, ''), 'rejected'),
      failure('an archived channel', answer(410, 'channel_is_archived'), 'blocked'),
      failure('a removed webhook', answer(404, 'no_service'), 'blocked'),
      failure('a revoked webhook', answer(403, 'invalid_token'), 'blocked'),
      failure('a prohibition', answer(403, 'action_prohibited'), 'blocked'),
      failure('a redirect', answer(302, '', { location: 'http://127.0.0.1:9/' }), 'blocked'),
    ],
    found: 'unreadable',
    trusted: /^(arxiv\.org|github\.com|huggingface\.co|gitlab\.com|codeberg\.org|bitbucket\.org)$/,
    [Symbol.asyncDispose]: () => slack[Symbol.asyncDispose](),
  };
});
