import { describe, expect, it } from 'vitest';
import {
  hasPermission,
  type MemberInChannel,
  missingPermissions,
  parsePermissions,
  permissions,
  permissionsIn,
  posting,
} from '../../src/discord/permissions.ts';

const { viewChannel, sendMessages, embedLinks, administrator } = permissions;
const bits = (...set: { bit: bigint }[]): string => set.reduce((all, { bit }) => all | bit, 0n).toString();

const member = (known: Partial<MemberInChannel> = {}): MemberInChannel => ({
  userId: '5',
  roleIds: ['2', '3'],
  guild: {
    id: '1',
    ownerId: '9',
    roles: [
      { id: '1', permissions: bits(viewChannel) },
      { id: '2', permissions: bits(sendMessages) },
      { id: '4', permissions: bits(administrator) },
    ],
  },
  overwrites: [],
  ...known,
});

describe('permissionsIn', () => {
  it('joins the roles that the member has, and no others', () => {
    expect(permissionsIn(member())).toBe(viewChannel.bit | sendMessages.bit);
  });

  it('applies overwrites of everyone, then of roles together, then of the member', () => {
    const overwrites = [
      { id: '5', type: 1, allow: bits(embedLinks), deny: '0' },
      { id: '2', type: 0, allow: bits(viewChannel), deny: bits(embedLinks) },
      { id: '3', type: 0, allow: '0', deny: bits(viewChannel, sendMessages) },
      { id: '1', type: 0, allow: '0', deny: bits(viewChannel) },
      { id: '2', type: 1, allow: bits(sendMessages), deny: '0' },
    ];
    expect(permissionsIn(member({ overwrites }))).toBe(viewChannel.bit | embedLinks.bit);
  });

  it('lets owners and administrators do everything, whatever overwrites say', () => {
    const overwrites = [{ id: '1', type: 0, allow: '0', deny: bits(viewChannel) }];
    for (const one of [member({ userId: '9', overwrites }), member({ roleIds: ['4'], overwrites })]) {
      expect(missingPermissions(permissionsIn(one), posting(0))).toEqual([]);
    }
  });
});

describe('missingPermissions', () => {
  it('names missing permissions in order, with the separate one of threads', () => {
    expect(missingPermissions(0n, posting(0))).toEqual(['View Channel', 'Send Messages', 'Embed Links']);
    expect(missingPermissions(viewChannel.bit, posting(11))).toEqual(['Send Messages in Threads', 'Embed Links']);
    expect(missingPermissions(viewChannel.bit, posting(15))).toEqual([
      'Send Messages',
      'Send Messages in Threads',
      'Embed Links',
    ]);
  });
});

describe('parsePermissions', () => {
  it('reads malformed texts as no permission', () => {
    expect(hasPermission(parsePermissions('8'), 'manageChannels')).toBe(true);
    for (const text of [undefined, '', '-1', '0x8', 'all']) expect(parsePermissions(text)).toBe(0n);
  });
});
