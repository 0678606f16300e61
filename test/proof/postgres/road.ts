import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type NetConnectOpts, type Socket } from 'node:net';

/** Called at each place to die, while a message is held there. The message goes on when it is fulfilled. */
export type Reach = (place: string) => Promise<void>;

/** A worker's way to a server, on loopback, which holds some messages and can stop to forward. */
export interface Road extends AsyncDisposable {
  readonly port: number;
  /** From now on, nothing comes through in either direction, and neither side notices. Bytes that are sent meanwhile wait. */
  close(): void;
  /** The bytes that waited go on, and so does everything after them. */
  reopen(): void;
  /** The worker is dead: nothing that it has said and that is still here goes on. */
  end(): void;
}

/** A part of what one side says, and the place to die that it is; null if it is none. */
export interface Piece {
  readonly bytes: Buffer;
  readonly place: string | null;
}

/** Finds the places to die of one connection, in what the two sides say. */
export interface Watch {
  asked(chunk: Buffer): Iterable<Piece>;
  answered(chunk: Buffer): Iterable<Piece>;
}

export async function openRoad(target: NetConnectOpts, watch: () => Watch, reach: Reach): Promise<Road> {
  const sockets = new Set<Socket>();
  let barrier: PromiseWithResolvers<void> | null = null;
  let isOver = false;
  const passage = async (): Promise<boolean> => {
    await barrier?.promise;
    return !isOver;
  };
  const listener = createServer((client) => {
    const server = connect(target);
    for (const one of [client, server]) {
      one.setNoDelay(true);
      sockets.add(one);
      one.on('error', () => {}).on('close', () => sockets.delete(one));
    }
    const { asked, answered } = watch();
    void forward({ from: client, to: server, passage, piecesOf: asked, reach });
    void forward({ from: server, to: client, passage, piecesOf: answered, reach });
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const reopen = (): void => {
    barrier?.resolve();
    barrier = null;
  };
  const end = (): void => {
    isOver = true;
    reopen();
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (listener.address() as AddressInfo).port,
    close() {
      barrier ??= Promise.withResolvers();
    },
    reopen,
    end,
    async [Symbol.asyncDispose]() {
      end();
      listener.close();
    },
  };
}

interface Way {
  readonly from: Socket;
  readonly to: Socket;
  /** Fulfilled when something can go on; false if nothing ever does. */
  readonly passage: () => Promise<boolean>;
  readonly piecesOf: (chunk: Buffer) => Iterable<Piece>;
  readonly reach: Reach;
}

/** Passes on what one side says, until it is gone. Then the connection to the other side ends as well. */
async function forward({ from, to, passage, piecesOf, reach }: Way): Promise<void> {
  try {
    for await (const chunk of from) {
      for (const { bytes, place } of piecesOf(chunk as Buffer)) {
        if (place !== null) await reach(place);
        if (!(await passage())) return;
        to.write(bytes);
      }
    }
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error;
    if (!isGone) throw error;
  }
  if (await passage()) to.end();
}
