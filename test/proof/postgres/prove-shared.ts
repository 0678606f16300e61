import { seededRandom } from '../../../tools/random.ts';
import { anotherServer, type TestServer } from '../../store/postgres/server.ts';
import { runReplay } from '../replay/replay-run.ts';
import { type ReplayRow, replayRow } from '../replay/replay-table.ts';
import { capturedReplay, inventedReplay } from '../replay/replays.ts';
import { judge } from '../replay/verdict.ts';
import { type Failure, failures } from './failures.ts';
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
}

export interface SharedProof {
  /** Null if only the replay ran. */
  readonly rows: readonly SharedRow[] | null;
  readonly replays: readonly ReplayRow[];
}

/** How many theatres there are, each with a server. Stories wait for leases most of the time. */
const lanes = 2;
/** How many stories with several failures there are beside all others. */
const drawnBeside = 60;
const toldApart = 10;

const tell = (text: string): void => void process.stderr.write(`${text}\n`);

/** The proof with three workers on PostgreSQL. @returns why there is none, if there is no server */
export async function proveShared(options: SharedProofOptions): Promise<SharedProof | { readonly why: string }> {
  const servers: TestServer[] = [];
  for (let lane = 0; lane < lanes; lane += 1) {
    const server = await anotherServer();
    if ('why' in server) return server;
    servers.push(server);
  }
  const rows = options.replay ? null : sharedRows(await runStories(servers, options));
  return { rows, replays: await runReplays(servers[0] as TestServer, options) };
}

async function runStories(
  servers: readonly TestServer[],
  { runs, seed }: SharedProofOptions,
): Promise<readonly SharedRun[]> {
  const possible = failuresOn(servers);
  const random = seededRandom(seed);
  const drawn = Array.from({ length: runs ?? drawnBeside }, (): SharedStory => {
    const plan = drawSharedStory(random, possible);
    return async (theatre) => [await theatre.run(plan)];
  });
  const stories = runs === null ? [...everyStory(possible), ...drawn] : drawn;
  const open = servers.map((server) => () => openSharedTheatre(server));
  tell('three workers on PostgreSQL …');
  let over = 0;
  return await runSideBySide(stories, open, (group) => {
    over += 1;
    if (over % toldApart === 0) tell(`  ${over} of ${stories.length} groups of stories`);
    group.forEach(tellOfErrors);
  });
}

/** A server of somebody else is not killed. */
function failuresOn(servers: readonly TestServer[]): readonly Failure[] {
  const areOurs = servers.every(({ process: own }) => own !== null);
  if (!areOurs) tell('the server of TEST_POSTGRES_URL is not ours, so it is not killed');
  return failures.filter((failure) => areOurs || failure !== 'server');
}

function tellOfErrors({ plan, points, duplicates, lost, isInOrder, logs }: SharedRun): void {
  if (logs === null) return;
  tell(`  an error: ${JSON.stringify({ plan, points, duplicates, lost, isInOrder })}\n  ${logs}`);
}

const faultsShown = 10;

async function runReplays(server: TestServer, { days, seed }: SharedProofOptions): Promise<readonly ReplayRow[]> {
  const rows: ReplayRow[] = [];
  for (const { name, plan } of [inventedReplay, capturedReplay].filter(({ isThere }) => isThere)) {
    tell(`${name}, three workers on PostgreSQL …`);
    const replayed = plan({ days, seed });
    const record = await runReplay(replayed, { death: 'shared', server, random: seededRandom(seed) });
    const verdict = judge(replayed, record);
    for (const { kind, text } of verdict.faults.slice(0, faultsShown)) tell(`  ${kind}: ${text}`);
    rows.push(replayRow(name, verdict));
  }
  return rows;
}
