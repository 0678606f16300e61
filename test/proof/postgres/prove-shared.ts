import { seededRandom } from '../../../tools/random.ts';
import { anotherServer, type TestServer } from '../../store/postgres/server.ts';
import { runReplay } from '../replay/replay-run.ts';
import { type ReplayRow, replayRow } from '../replay/replay-table.ts';
import { capturedReplay, inventedReplay, type Replay } from '../replay/replays.ts';
import { judge } from '../replay/verdict.ts';
import { failures, failuresOn } from './failures.ts';
import { drawSharedStory, everyStory, runSideBySide, type SharedStory } from './shared-stories.ts';
import { type SharedRow, sharedRows } from './shared-table.ts';
import { openSharedTheatre, type SharedRun } from './theatre.ts';

export interface SharedProofOptions {
  /** Null: each failure at each place, and some stories with several. */
  readonly runs: number | null;
  readonly seed: number;
  readonly days: number;
  /** Whether only the replay runs. */
  readonly replay: boolean;
  /** How many theatres there are, each with a server. Stories wait for leases most of the time. */
  readonly atOnce: number;
}

export interface SharedProof {
  /** Null if only the replay ran. */
  readonly rows: readonly SharedRow[] | null;
  readonly replays: readonly ReplayRow[];
}

/** How many stories with several failures there are beside all others. */
const drawnBeside = 60;
/** How many stories there are between two lines about the progress. */
const toldApart = 50;

const tell = (text: string): void => void process.stderr.write(`${text}\n`);

/** The proof with three workers on PostgreSQL. @returns why there is none, if there is no server */
export async function proveShared(options: SharedProofOptions): Promise<SharedProof | { readonly why: string }> {
  const replayed = [inventedReplay, capturedReplay].filter(({ isThere }) => isThere);
  const servers: TestServer[] = [];
  for (let count = options.replay ? 0 : -options.atOnce; count < replayed.length; count += 1) {
    const server = await anotherServer();
    if ('why' in server) return server;
    servers.push(server);
  }
  const ofReplays = servers.splice(-replayed.length);
  const [rows, replays] = await Promise.all([
    options.replay ? null : runStories(servers, options).then(sharedRows),
    Promise.all(replayed.map((replay, index) => runOneReplay(replay, ofReplays[index] as TestServer, options))),
  ]);
  return { rows, replays };
}

async function runStories(
  servers: readonly TestServer[],
  { runs, seed }: SharedProofOptions,
): Promise<readonly SharedRun[]> {
  const possible = failuresOn(servers);
  if (possible.length < failures.length) tell('the server of TEST_POSTGRES_URL is not ours, so it is not killed');
  const random = seededRandom(seed);
  const drawn = Array.from({ length: runs ?? drawnBeside }, (): SharedStory => {
    const plan = drawSharedStory(random, possible);
    return async (theatre) => [await theatre.run(plan)];
  });
  const stories = runs === null ? [...everyStory(possible), ...drawn] : drawn;
  const open = servers.map((server) => () => openSharedTheatre(server));
  tell('three workers on PostgreSQL …');
  let [groups, runsOver, toldAt] = [0, 0, 0];
  return await runSideBySide(stories, open, (group) => {
    groups += 1;
    runsOver += group.length;
    group.forEach(tellOfErrors);
    if (runsOver - toldAt < toldApart) return;
    toldAt = runsOver;
    tell(`  ${runsOver} stories, ${groups} of ${stories.length} groups of them`);
  });
}

function tellOfErrors({ plan, points, duplicates, lost, unfinished, isInOrder, logs }: SharedRun): void {
  if (logs === null) return;
  tell(`  an error: ${JSON.stringify({ plan, points, duplicates, lost, unfinished, isInOrder })}\n  ${logs}`);
}

const faultsShown = 10;

async function runOneReplay(
  { name, plan }: Replay,
  server: TestServer,
  { days, seed }: SharedProofOptions,
): Promise<ReplayRow> {
  tell(`${name}, three workers on PostgreSQL …`);
  const replayed = plan({ days, seed });
  const record = await runReplay(replayed, { death: 'shared', server, random: seededRandom(seed) });
  const verdict = judge(replayed, record);
  for (const { kind, text } of verdict.faults.slice(0, faultsShown)) tell(`  ${kind}: ${text}`);
  tell(`  ${name}: over`);
  return replayRow(name, verdict);
}
