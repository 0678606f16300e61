/** A message of PostgreSQL's protocol. */
export interface WireMessage {
  /** One letter. Empty for what a client says first. */
  readonly type: string;
  /** All of it, as it is passed on. */
  readonly bytes: Buffer;
  /** Without type and length. */
  readonly body: Buffer;
}

/** Cuts a stream into messages. @param isClient whether its first message has no type, as that of a client */
export function createCutter(isClient: boolean): (chunk: Buffer) => readonly WireMessage[] {
  let rest: Buffer = Buffer.alloc(0);
  let isFirst = isClient;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    const messages: WireMessage[] = [];
    for (;;) {
      const head = isFirst ? 0 : 1;
      if (rest.length < head + 4) return messages;
      const end = head + rest.readInt32BE(head);
      if (rest.length < end) return messages;
      const type = isFirst ? '' : String.fromCharCode(rest[0] ?? 0);
      messages.push({ type, bytes: rest.subarray(0, end), body: rest.subarray(head + 4, end) });
      rest = rest.subarray(end);
      isFirst = false;
    }
  };
}

/** Follows the transactions of one connection. It needs every message of both sides, in order. */
export interface Follower {
  /** The tables that a commit keeps changes of, when a client asks for it. Null if the message asks for no commit. */
  asks(message: WireMessage): readonly string[] | null;
  /** The same when the server says that it has committed. */
  answers(message: WireMessage): readonly string[] | null;
}

export function createFollower(): Follower {
  const prepared = new Map<string, string>();
  const changed = new Set<string>();
  /** The driver may ask for a statement before it has the answer to another. */
  const asked: string[] = [];
  let bound = '';
  let committing: readonly string[] | null = null;
  return {
    asks({ type, body }) {
      if (type === 'P') prepared.set(...firstTwo(body));
      else if (type === 'B') bound = prepared.get(firstTwo(body)[1]) ?? '';
      else if (type === 'S') asked.push(bound);
      if (type !== 'Q') return null;
      const [statement] = firstTwo(body);
      asked.push(statement);
      if (!/^commit/i.test(statement)) return null;
      committing = [...changed];
      return committing;
    },
    answers({ type, body }) {
      if (type === 'Z') asked.shift();
      if (type !== 'C') return null;
      const [tag] = firstTwo(body);
      if (/^(INSERT|UPDATE|DELETE) .*[1-9]\d*$/.test(tag)) changed.add(tableOf(asked[0] ?? ''));
      if (!/^(BEGIN|COMMIT|ROLLBACK)/.test(tag)) return null;
      changed.clear();
      const committed = tag === 'COMMIT' ? committing : null;
      committing = null;
      return committed;
    },
  };
}

/** The table that a statement changes. */
function tableOf(statement: string): string {
  const [, table] = /(?<!for |do )\b(?:insert into|update|delete from)\s+"?(\w+)/i.exec(statement) ?? [];
  return table ?? 'something';
}

/** The first two texts, each with a zero at its end. */
function firstTwo(body: Buffer): [string, string] {
  const [one = '', other = ''] = body.toString('latin1').split('\0', 2);
  return [one, other];
}
