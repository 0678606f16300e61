import { type PermissionName, permissions } from './permissions.ts';

/** The permissions that the bot asks for when it is invited. */
const needed: readonly PermissionName[] = [
  'viewChannel',
  'sendMessages',
  'embedLinks',
  'readMessageHistory',
  'createPublicThreads',
  'sendMessagesInThreads',
  // Only for the meetings of journal clubs, which do without it.
  'createEvents',
];

/** The address at which a person invites the bot to a server, with the permissions that it needs. */
export function inviteLink(applicationId: string): string {
  const set = needed.reduce((sum, name) => sum | permissions[name].bit, 0n);
  return `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot+applications.commands&permissions=${set}`;
}
