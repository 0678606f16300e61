import { type MakeClient, NotConnected, type PostgresClient } from '../../../src/store/postgres/postgres-client.ts';

/** A connection that several clients use one after another. */
interface KeptConnection {
  readonly client: PostgresClient;
  /** The names of its planned statements, by their texts. */
  readonly names: Map<string, string>;
}

/** Ends what a client may have left behind: a transaction, settings, and locks. */
const leaveNothing = 'rollback; reset all; select pg_advisory_unlock_all()';

/**
 * Makes clients whose connections stay open for the clients of later tests. A new connection of a server has to read the
 * schema, and to plan each statement. The clients never tell that a connection was lost.
 */
export function keptClients(make: MakeClient): MakeClient {
  const free = new Map<string, KeptConnection[]>();
  return ({ url, isPatient = false }) => {
    const kind = `${url} ${isPatient}`;
    const alike = free.get(kind) ?? [];
    free.set(kind, alike);
    let own: KeptConnection | null = null;
    return {
      async connect(withinMs) {
        own ??= alike.pop() ?? { client: make({ url, isPatient }), names: new Map() };
        await own.client.connect(withinMs);
      },
      async run({ name, ...statement }) {
        if (own === null) throw new NotConnected();
        return await own.client.run(
          name === undefined ? statement : { ...statement, name: nameOf(own, statement.text) },
        );
      },
      async close() {
        const left = own;
        own = null;
        if (left === null) return;
        await left.client.run({ text: leaveNothing });
        alike.push(left);
      },
    };
  };
}

function nameOf({ names }: KeptConnection, text: string): string {
  const name = names.get(text) ?? `kept_${names.size + 1}`;
  names.set(text, name);
  return name;
}
