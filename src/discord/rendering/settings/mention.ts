import type { PingProblem } from '../../role-pings.ts';
import type { Setting } from './setting.ts';

/** The role that each digest pings. */
export const mentionSetting: Setting = {
  key: 'mention',
  label: 'Pings',
  names: ['mentionRoleId'],
  show: ({ mentionRoleId }, { pingProblem }) => {
    if (mentionRoleId === null) return 'nobody';
    if (pingProblem === 'gone') return 'nobody, since the role was deleted';
    const role = `<@&${mentionRoleId}>`;
    return pingProblem === null ? role : `nobody, since Discord does not let me ping ${role}`;
  },
  input: { kind: 'role' },
};

/** Why a role cannot be chosen, and what to do. */
export function refusedRole(roleId: string, problem: PingProblem): string {
  const role = `<@&${roleId}>`;
  switch (problem) {
    case 'everyone':
      return 'A digest never pings everyone. Choose a role that people can take or leave.';
    case 'gone':
      return 'This role was deleted. Choose another one.';
    case 'bot':
      return `${role} belongs to a bot, so that nobody would be pinged. Choose a role that people have.`;
    case 'refused':
      return `I may not ping ${role}. In Server Settings, under Roles, allow anyone to mention it, or give me the permission Mention @everyone, @here, and All Roles in this channel. Then choose it again.`;
    case 'yours':
      return `You may not ping ${role}, so you cannot have it pinged. In Server Settings, under Roles, somebody can allow anyone to mention it. Then choose it again.`;
  }
}
