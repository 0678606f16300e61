import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A network between a store and its server, on loopback, which the test can damage. */
export interface TestNetwork extends AsyncDisposable {
  readonly port: number;
  /** Cuts every connection. */
  cut(): void;
  /** From now on, nothing comes through, and nobody notices. */
  stall(): void;
  /** Cuts a connection when it says this, and then does not pass it on, or passes it on before. */
  cutAt(text: string, isPassedOn: boolean): void;
}

/** @param socket the path of the server's socket */
export async function startNetwork(socket: string, port = 0): Promise<TestNetwork> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let isStalled = false;
  let cutAt: { readonly text: string; readonly isPassedOn: boolean } | null = null;
  const server = createServer((client) => {
    const upstream = connect(socket);
    const pair = [client, upstream] as const;
    pairs.add(pair);
    const end = (): void => {
      pairs.delete(pair);
      for (const one of pair) one.destroy();
    };
    client.on('data', (data) => {
      const found = cutAt !== null && data.includes(cutAt.text) ? cutAt : null;
      if (found !== null) cutAt = null;
      if (!isStalled && (found === null || found.isPassedOn)) upstream.write(data);
      if (found !== null) client.destroy();
    });
    upstream.on('data', (data) => void (!isStalled && client.write(data)));
    for (const one of pair) one.on('error', end).on('close', end);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const cut = (): void => {
    for (const [client, upstream] of pairs) {
      client.destroy();
      upstream.destroy();
    }
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    stall: () => {
      isStalled = true;
    },
    cutAt: (text, isPassedOn) => {
      cutAt = { text, isPassedOn };
    },
    async [Symbol.asyncDispose]() {
      server.close();
      cut();
    },
  };
}
