import { StoreError, type StoreErrorCode } from '../store-error.ts';

/** An error of a move, which names the right one of its two databases. */
class MoveError extends StoreError {}

/** What names one of the two databases of a move: the setting or the option. */
type NamedBy = 'DATABASE_URL' | '--to';

const goesOn = 'run the same command again: it goes on where it was.';

/** Errors after which the same command can go on, once the host has done what they say. */
const passing: ReadonlySet<StoreErrorCode> = new Set(['full', 'busy', 'unwritable', 'access-denied', 'no-database']);

/** Runs a step of a move at one of its databases. */
export type StepsAt = <Result>(step: () => Promise<Result>) => Promise<Result>;

/** Makes steps that turn errors about a database into those of a move. Others stay as they are. */
export const stepsAt =
  (place: string, namedBy: NamedBy, asStoreError: (error: unknown) => unknown = (error) => error): StepsAt =>
  async (step) => {
    try {
      return await step();
    } catch (error) {
      const known = asStoreError(error);
      throw known instanceof StoreError ? asMoveError(known, place, namedBy) : known;
    }
  };

function asMoveError(error: StoreError, place: string, namedBy: NamedBy): MoveError {
  if (error instanceof MoveError) return error;
  if (error.code === 'unreachable')
    return moveError(
      error,
      `${place} cannot be reached (${reasonOf(error)}). Check that the server runs, then ${goesOn}`,
      namedBy,
    );
  if (error.code === 'newer-database' && namedBy === '--to')
    return moveError(error, `${place} was last used by a newer Paperboy. Name another database with --to.`, namedBy);
  const message = error.message.replaceAll('DATABASE_URL', namedBy);
  return moveError(error, passing.has(error.code) ? `${message} Then ${goesOn}` : message, namedBy);
}

/** A host that does not exist is a wrong configuration only if the configuration names it. */
function moveError(error: StoreError, message: string, namedBy: NamedBy): MoveError {
  const code = error.code === 'bad-url' && namedBy === '--to' ? 'unreachable' : error.code;
  return new MoveError(code, message, { cause: error });
}

const reasonOf = ({ message, cause }: StoreError): string =>
  cause instanceof Error && cause.message !== '' ? cause.message : message;

export const sameDatabase = (place: string): StoreError =>
  new MoveError('conflict', `DATABASE_URL and --to both name ${place}. Name another database with --to.`);

export const notEmpty = (place: string, table: string): StoreError =>
  new MoveError(
    'conflict',
    `${place} has data already, in the table ${table}. Nothing was changed there. Name an empty database with --to.`,
  );

/** Says which rows the database of this place refused. Store errors say more, and stay as they are. */
export function asCopyError(error: unknown, table: string, place: string): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  const message = `${place} does not take the rows of ${table} (${error.message}). The original has not changed. Report it with this line.`;
  return new MoveError('unmovable', message, { cause: error });
}

interface Difference {
  /** The tables whose contents differ. */
  readonly different: readonly string[];
  readonly papers: number;
  /** How many papers are in the full-text index. */
  readonly indexed: number;
}

export function notTheSame(place: string, { different, papers, indexed }: Difference): StoreError {
  const what = different.length > 0 ? `in ${different.join(', ')}` : `${indexed} of ${papers} papers are indexed`;
  return new MoveError(
    'conflict',
    `The copy in ${place} is not the same as the original: ${what}. The original has not changed. Run the same command ` +
      'again, which copies everything again. If it fails again, report it with this line.',
  );
}

export class MoveStopped extends Error {
  constructor() {
    super(`It was stopped. To go on, ${goesOn}`);
    this.name = 'MoveStopped';
  }
}
