import { join } from 'node:path';
import { startLocalDiscord } from '../src/playground/discord/local-discord.ts';
import { type Bench, type BenchSetting, createSeries } from './bench.ts';
import { startBot } from './bot-process.ts';
import { timeNode } from './child-process.ts';
import { startLoopbackSources } from './loopback-sources.ts';

const aimMs = 1_000;
const day = '2026-06-12';

export const startBench: Bench = {
  name: 'start',
  title: 'from the start of the process to "ready", against the local Discord',
  method: [
    'The bot as npm start runs it, until its log says app.ready: configuration, database, login, commands registered.',
    'The database is new (made and migrated) or the one of the run before. The floors are whole processes, to their end.',
    'One extra run before the others warms up the disk and is not counted.',
  ],
  runs: 9,
  measure,
};

async function measure({ runs, folder, progress }: BenchSetting) {
  const series = createSeries();
  await using sources = await startLoopbackSources([], day);
  const timeStart = async (databasePath: string): Promise<number> => {
    // Each start gets a new Discord, because one lets a bot identify only once in five seconds.
    await using discord = await startLocalDiscord();
    discord.world.createGuild({ name: 'Reading group', channels: ['papers'] });
    const { token, url: discordUrl } = discord;
    await using bot = await startBot({
      token,
      discordUrl,
      sourcesUrl: sources.url,
      databaseUrl: `file:${databasePath}`,
      folder,
    });
    return bot.readyAfterMs;
  };
  await timeStart(join(folder, 'warm-up.db'));
  for (let run = 1; run <= runs; run += 1) {
    progress(`run ${run} of ${runs}`);
    const databasePath = join(folder, `run-${run}.db`);
    series.add('new database', 'ms', await timeStart(databasePath), aimMs);
    series.add('existing database', 'ms', await timeStart(databasePath), aimMs);
    series.add('floor: node, doing nothing', 'ms', await timeNode(['-e', '0']));
    series.add(
      'floor: node, loading discord.js',
      'ms',
      await timeNode(['--input-type=module', '-e', 'import "discord.js"']),
    );
  }
  return series.measurements();
}
