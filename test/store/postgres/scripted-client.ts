import { NotConnected, type PostgresClient } from '../../../src/store/postgres/postgres-client.ts';

/** A client without a server. It notes what is asked of it, and fails where the test wants it. */
export interface ScriptedClient extends PostgresClient {
  /** The texts of the statements, with `connect` and `close`, in order. */
  readonly said: string[];
  /** Fails the next statement with this text, or the next `connect`. A lost connection has to be made again. */
  failNext(text: string, error: Error): void;
  /** The connection is lost while nothing runs. */
  drop(): void;
}

export const lost = (): Error => Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
export const conflict = (): Error => Object.assign(new Error('could not serialize access'), { code: '40001' });

export function scriptedClient(): ScriptedClient {
  const said: string[] = [];
  const failures: { readonly text: string; readonly error: Error }[] = [];
  let isConnected = false;
  const failIfWanted = (text: string): void => {
    const index = failures.findIndex((failure) => failure.text === text);
    const [failure] = index < 0 ? [] : failures.splice(index, 1);
    if (failure !== undefined) throw failure.error;
  };
  return {
    said,
    failNext: (text, error) => void failures.push({ text, error }),
    drop: () => {
      isConnected = false;
    },
    async connect() {
      if (isConnected) return;
      said.push('connect');
      failIfWanted('connect');
      isConnected = true;
    },
    async run({ text }) {
      if (!isConnected) throw new NotConnected();
      said.push(text);
      failIfWanted(text);
      return { rows: [], count: 0 };
    },
    async close() {
      if (isConnected) said.push('close');
      isConnected = false;
    },
  };
}
