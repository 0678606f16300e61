import type { Say } from '../../../language/say.ts';
import type { PingProblem } from '../../role-pings.ts';
import type { Setting } from './setting.ts';

/** The role that each digest pings. */
export const mentionSetting: Setting = {
  key: 'mention',
  label: 'settings.mention',
  names: ['mentionRoleId'],
  show: ({ mentionRoleId }, { say, pingProblem }) => {
    if (mentionRoleId === null) return say('settings.mentionNobody');
    if (pingProblem === 'gone') return say('settings.mentionGone');
    const role = `<@&${mentionRoleId}>`;
    return pingProblem === null ? role : say('settings.mentionRefused', { role });
  },
  // Direct messages have no roles.
  exists: ({ isPersonal }) => !isPersonal,
  input: { kind: 'role' },
};

const mentions = { everyone: '@everyone', here: '@here' };

/** Why a role cannot be chosen, and what to do. */
export function refusedRole(roleId: string, problem: PingProblem, say: Say): string {
  const role = `<@&${roleId}>`;
  switch (problem) {
    case 'everyone':
      return say('settings.refusedEveryone');
    case 'gone':
      return say('settings.refusedGone');
    case 'bot':
      return say('settings.refusedBot', { role });
    case 'refused':
      return say('settings.refusedToBot', { role, permission: say('settings.mentionEverybody', mentions) });
    case 'yours':
      return say('settings.refusedToPerson', { role });
  }
}
