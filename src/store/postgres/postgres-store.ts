import { withoutMeaning } from '../../meaning/meaning.ts';
import type { OpenOptions } from '../database.ts';
import { halfMoved } from '../half-moved.ts';
import { postgresPlace } from '../postgres-place.ts';
import type { Verb, VerbOfMany } from '../sql/connection.ts';
import type { Searching } from '../sql/search/search-calls.ts';
import { searchHere } from '../sql/search/search-here.ts';
import { beginIndexing } from '../sql/search/search-index.ts';
import { SearchThread } from '../sql/search/search-thread.ts';
import { searchVerbs } from '../sql/search/search-verbs.ts';
import { type StoreVerbs, verbsOf } from '../sql/verbs.ts';
import type { Store } from '../store.ts';
import { StoreError } from '../store-error.ts';
import { gathering, isJoint, type JointVerb } from './joint-verbs.ts';
import { applyMigrations, ownMigrations, refuseUnknownForm } from './migrations.ts';
import { reach } from './opening.ts';
import { type Outage, watchOutages } from './outage.ts';
import { pgClient } from './pg-client.ts';
import type { MakeClient, PostgresClient } from './postgres-client.ts';
import { asOpeningError } from './postgres-errors.ts';
import { noticeRestoration } from './restoration.ts';
import { openForSearching } from './search-connection.ts';
import { openSessions, type Sessions } from './sessions.ts';
import { keepUse, shareUse } from './sole-use.ts';

export interface PostgresStoreOptions extends OpenOptions {
  /** The folder of migrations from drizzle-kit. The default is the one of this project. */
  readonly migrationsFolder?: string;
  /** Makes the connections; by the driver pg by default. */
  readonly makeClient?: MakeClient;
  /** How many connections do verbs, at most. */
  readonly sessionsAtMost?: number;
  /** How long a verb tries to reach the server, in milliseconds. */
  readonly patienceMs?: number;
}

/** How long a bot waits for a server that starts at the same time, in milliseconds. Other commands do not wait. */
const startPatienceMs = 30_000;

/**
 * Opens the store in a database of PostgreSQL, and migrates the database first.
 * @throws StoreError if the database cannot be used; its message is for the bot's host
 */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<Store> {
  const { url, isBot = false, makeClient = pgClient, at = Date.now(), onConnection, signal } = options;
  const place = postgresPlace(url);
  const outage = watchOutages(onConnection);
  let onLost = (): void => {};
  const first = makeClient({ url, isPatient: true, onLost: () => onLost() });
  const reaching = { place, outage, patienceMs: isBot ? startPatienceMs : 0, signal };
  const take = async (): Promise<void> => {
    await reach(first, { ...reaching, patienceMs: 0 });
    await shareUse(first, place);
  };
  await using opened = new AsyncDisposableStack();
  opened.defer(() => first.close());
  try {
    await reach(first, reaching);
    if (isBot) await shareUse(first, place);
    await prepareTables(first, place, options);
    await noticeRestoration(first, at);
    if (isBot) {
      const { lost } = opened.use(keepUse(first, take));
      onLost = lost;
    } else await first.close();
    const searching = opened.use(openSearching(options));
    const sessions = opened.use(openVerbs(options, { place, outage, searching }));
    await sessions.run(({ begin }) => begin());
    const verbs = await dispatched(sessions);
    const closing = opened.move();
    const { meaning = withoutMeaning } = options;
    return {
      ...verbs,
      // They have a connection of their own, so that they keep no other verb waiting.
      ...searchVerbs(searching, meaning),
      meaning,
      [Symbol.asyncDispose]: () => closing.disposeAsync(),
    };
  } catch (error) {
    throw asOpeningError(error, place);
  }
}

async function prepareTables(
  client: PostgresClient,
  place: string,
  { mustExist = false, migrationsFolder = ownMigrations }: PostgresStoreOptions,
): Promise<void> {
  const form = await refuseUnknownForm(client, place, migrationsFolder);
  if (form === 'half-moved') throw halfMoved(place);
  if (mustExist && form === 'empty')
    throw new StoreError(
      'missing',
      `The database ${place} is empty. Check DATABASE_URL. If papers were never fetched, do that first: ` +
        'npm run paperboy -- pull',
    );
  await applyMigrations(client, place, migrationsFolder);
}

/** Searches run in a thread, unless the caller wants them in its own. */
function openSearching({
  url,
  meaning = withoutMeaning,
  makeClient,
  searchesHere = false,
}: PostgresStoreOptions): Searching {
  if (searchesHere) return searchHere(() => openForSearching(url, makeClient), meaning);
  const program = new URL('./search-worker.ts', import.meta.url);
  return new SearchThread({ program, place: url, meaning, environment: driverVariables() });
}

/** The variables of PostgreSQL, such as PGPASSWORD, which the driver reads. */
const driverVariables = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      name.startsWith('PG') && value !== undefined ? [[name, value]] : [],
    ),
  );

/** What a session does: the verbs of the store, and what is done once when it is opened. */
interface SessionVerbs {
  readonly verbs: StoreVerbs;
  begin(): Promise<void>;
}

interface StoreParts {
  readonly place: string;
  readonly outage: Outage;
  readonly searching: Searching;
}

function openVerbs(
  { url, meaning = withoutMeaning, makeClient = pgClient, sessionsAtMost, patienceMs }: PostgresStoreOptions,
  { place, outage, searching }: StoreParts,
): Sessions<SessionVerbs> {
  return openSessions<SessionVerbs>({
    makeClient: () => makeClient({ url }),
    verbsOf: (connection) => ({
      verbs: verbsOf(connection, meaning, searching),
      begin: () => beginIndexing(connection),
    }),
    place,
    outage,
    atMost: sessionsAtMost,
    patienceMs,
  });
}

type AnyVerb = Verb<unknown[], unknown>;

const verbsIn = (verbs: StoreVerbs): readonly (readonly [string, AnyVerb])[] =>
  Object.entries(verbs).flatMap(([name, verb]) => (typeof verb === 'function' ? [[name, verb as AnyVerb]] : []));

const verbIn = (verbs: StoreVerbs, name: string): AnyVerb => verbs[name as keyof StoreVerbs] as unknown as AnyVerb;

/** The verbs of the store: each takes a session for as long as it runs. */
async function dispatched(sessions: Sessions<SessionVerbs>): Promise<StoreVerbs> {
  const verbs = await sessions.run(async (session) => verbsIn(session.verbs));
  const dispatch = (name: string, verb: AnyVerb): AnyVerb => {
    const alone: AnyVerb = (...given) => sessions.run(({ verbs }) => verbIn(verbs, name)(...given));
    if (!isJoint(verb)) return alone;
    const together: VerbOfMany<unknown[], unknown> = (calls) =>
      sessions.run(({ verbs }) => (verbIn(verbs, name) as JointVerb<unknown[], unknown>).together(calls));
    return gathering({ alone, together });
  };
  return Object.fromEntries(verbs.map(([name, verb]) => [name, dispatch(name, verb)])) as unknown as StoreVerbs;
}
