import { freshMs } from '../../health/readiness.ts';
import { sourceNames } from '../../papers/source-names.ts';
import type { Instant } from '../../ports.ts';
import { whyUnused } from '../../sources/settings.ts';
import type { DatabaseExamination } from '../../store/database.ts';
import { examine } from '../../store/databases.ts';
import { StoreError } from '../../store/store-error.ts';
import { showWait } from '../../time.ts';
import { type Check, type Found, ok, warn } from './check.ts';

/** When each source was last pulled. */
export const freshnessCheck: Check = {
  name: 'freshness',
  needsNetwork: false,
  async run({ config, now }) {
    const pulls = await pullsOf(config.databaseUrl);
    if (pulls === null) return [];
    if (pulls.length === 0)
      return [warn('No papers were pulled yet.', 'Start the bot, or run npm run paperboy -- pull')];
    return sourceNames
      .filter(({ id }) => whyUnused(id, config) === null)
      .map(({ id, shown, title = shown }) =>
        freshness(
          title,
          pulls.find(({ source }) => source === id),
          now,
        ),
      );
  },
};

/** Null if there is no database that can be read: its own check says so. */
async function pullsOf(url: string): Promise<DatabaseExamination['pulls'] | null> {
  try {
    const { contents, pulls } = await examine(url);
    return contents === null ? null : pulls;
  } catch (error) {
    if (error instanceof StoreError) return null;
    throw error;
  }
}

function freshness(title: string, pull: DatabaseExamination['pulls'][number] | undefined, now: Instant): Found {
  const step = 'Start the bot. If it runs, its log says why pulls fail.';
  if (pull === undefined) return warn(`${title} was never pulled.`, step);
  const text = `${title}: the newest listing is of ${pull.date}, pulled ${showWait(Math.max(0, now - pull.at))} ago`;
  return now - pull.at <= freshMs ? ok(text) : warn(`${text}.`, step);
}
