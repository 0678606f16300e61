import { UserError } from '../errors.ts';
import type { ComponentRow, Rule } from '../interactions/authorization.ts';
import { hasPermission } from '../permissions.ts';
import { managerHere } from './rules.ts';

/** What is about the whole server is for those who manage it: a permission that no settings of a channel can give. */
export const serverManager: Rule<unknown, null> = {
  who: 'managers of the channel where they ask, with the permission Manage Server',
  grant: async (request, context) => {
    await managerHere.grant(request, context);
    // Outside of servers, it is about the person's own digest.
    if (context.guildId !== null && !hasPermission(context.here.invoker, 'manageServer'))
      throw new UserError('not-a-server-manager', (say) => say('data.notServerManager'));
    return null;
  },
};

/** The data is that of the person who uses the button: nothing in a request names another person. */
export const dataOwner: ComponentRow<null> = {
  who: 'everyone, for their own data',
  grant: async () => null,
};
