/** A process's change of one of its files, seen by strace. After `sync`, all earlier changes are on the disk. */
export type DiskEvent =
  | { readonly kind: 'write'; readonly path: string; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly path: string; readonly length: number }
  | { readonly kind: 'unlink'; readonly path: string }
  | { readonly kind: 'sync'; readonly path: string };

export interface Trace {
  readonly events: readonly DiskEvent[];
  /** For each line that begins with `acknowledged`, how many events came before it. */
  readonly acknowledgedAfter: readonly number[];
}

/**
 * Reads the output of `strace -f -xx`: one line per call, with the thread's number first. A call that another thread
 * interrupts has two lines and is read at its end.
 * @param isOurs which files matter
 */
export function readTrace(text: string, isOurs: (path: string) => boolean): Trace {
  const events: DiskEvent[] = [];
  const acknowledgedAfter: number[] = [];
  const open = new Map<number, string>();
  for (const { name, given, result } of callsOf(text)) {
    if (result < 0) continue;
    if (name === 'write' && isAcknowledgement(given)) acknowledgedAfter.push(events.length);
    else if (name === 'openat') noteOpened(given, result, open, isOurs);
    else if (name === 'close') open.delete(Number(given));
    else if (name === 'unlink' && isOurs(stringIn(given))) events.push({ kind: 'unlink', path: stringIn(given) });
    else events.push(...fileEvent(name, given, open));
  }
  return { events, acknowledgedAfter };
}

interface Call {
  readonly name: string;
  /** The text between the brackets. */
  readonly given: string;
  readonly result: number;
}

function* callsOf(text: string): Generator<Call> {
  const begun = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, thread = '', said = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    const unfinished = /^(.*) <unfinished \.\.\.>$/.exec(said);
    if (unfinished?.[1] !== undefined) {
      begun.set(thread, unfinished[1]);
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(said);
    const whole = resumed === null ? said : `${begun.get(thread) ?? ''}${resumed[1] ?? ''}`;
    const [, name, given, result] = /^(\w+)\((.*)\)\s+= (-?\d+)/.exec(whole) ?? [];
    if (name !== undefined && given !== undefined) yield { name, given, result: Number(result) };
  }
}

function noteOpened(
  given: string,
  descriptor: number,
  open: Map<number, string>,
  isOurs: (path: string) => boolean,
): void {
  const path = stringIn(given);
  if (isOurs(path)) open.set(descriptor, path);
  else open.delete(descriptor);
}

function fileEvent(name: string, given: string, open: ReadonlyMap<number, string>): DiskEvent[] {
  const path = open.get(Number.parseInt(given, 10));
  if (path === undefined) return [];
  if (name === 'fsync' || name === 'fdatasync') return [{ kind: 'sync', path }];
  const last = Number(given.slice(given.lastIndexOf(',') + 1));
  if (name === 'ftruncate') return [{ kind: 'truncate', path, length: last }];
  if (name !== 'pwrite64') throw new Error(`SQLite wrote to ${path} by ${name}, which the proof cannot read`);
  return [{ kind: 'write', path, offset: last, bytes: bytesIn(given) }];
}

const isAcknowledgement = (given: string): boolean =>
  Number.parseInt(given, 10) === 1 && bytesIn(given).toString().startsWith('acknowledged');

const stringIn = (given: string): string => bytesIn(given).toString();

/** The first string among the arguments: `"\x61\x62"`. */
function bytesIn(given: string): Buffer {
  const [, hex = ''] = /"((?:\\x[0-9a-f]{2})*)"/.exec(given) ?? [];
  return Buffer.from(hex.replaceAll('\\x', ''), 'hex');
}
