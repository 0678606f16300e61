import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { inviteLink } from '../../src/discord/invite-link.ts';

it('the host guide invites the bot with the permissions that it needs', () => {
  expect(readFileSync('docs/hosting.md', 'utf8')).toContain(`\`${inviteLink('APPLICATION_ID')}\``);
});
