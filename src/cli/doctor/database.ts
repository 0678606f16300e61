import { count } from '../../discord/rendering/numbers.ts';
import { examine, hasBot } from '../../store/databases.ts';
import { StoreError } from '../../store/store-error.ts';
import { type Check, type Found, fail, ok } from './check.ts';

/** Whether the database can be used: it is whole, and of this version or an older one. */
export const databaseCheck: Check = {
  name: 'database',
  needsNetwork: false,
  async run({ config }) {
    return [await examined(config.databaseUrl)];
  },
};

async function examined(url: string): Promise<Found> {
  try {
    const { path, place, contents, isCurrent } = await examine(url);
    if (contents === null && place === null) return ok(`${path} has no tables yet: the first start makes them`);
    if (contents === null) return ok(`${path} does not exist yet: the first start makes it`);
    const { papers, subscriptions } = contents;
    const schema = isCurrent ? '' : '; the next start brings it to this version';
    const bot = (await hasBot(url)) ? '; a bot is running on it' : '';
    return ok(`${path}: ${count(papers, 'paper')}, ${count(subscriptions, 'subscription')}, no damage${schema}${bot}`);
  } catch (error) {
    if (error instanceof StoreError) return refused(error);
    throw error;
  }
}

/** The message of a store error: what happened, and in its other sentences what to do. */
function refused({ message }: StoreError): Found {
  const [what = message, ...steps] = message.split(/(?<=\.) (?=[A-Z])/);
  return fail(what, steps.join(' ') || 'Check DATABASE_URL.');
}
