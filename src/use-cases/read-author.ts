import type { AuthorId } from '../papers/author-id.ts';
import type { Logger } from '../ports.ts';
import type { AuthorPapers, AuthorService } from '../sources/author-service.ts';
import { SourceError } from '../sources/source.ts';

/**
 * The papers of an author, or why there are none. `service` is the name for people.
 * - `unknown`: the service does not know the id
 * - `busy`: it refused the request because it has too many
 * - `closed`: it refuses the bot, which has no key for it, or a wrong one
 * - `unreachable`: it failed
 */
export type AuthorOutcome =
  | (AuthorPapers & { readonly kind: 'found'; readonly service: string })
  | { readonly kind: 'unknown' | 'busy' | 'closed' | 'unreachable'; readonly service: string };

export interface AuthorTools {
  readonly authors: readonly AuthorService[];
  readonly log: Logger;
  /** Aborted when the app closes. */
  readonly signal: AbortSignal;
}

/** Somebody waits for the answer. */
const timeoutMs = 30_000;

/** Asks the service that knows such ids. */
export async function readAuthor(id: AuthorId, { authors, log, signal }: AuthorTools): Promise<AuthorOutcome> {
  const service = authors.find(({ registries }) => registries.includes(id.registry));
  if (service === undefined) throw new Error(`no service knows ids of ${id.registry}`);
  const { name } = service;
  try {
    const found = await service.papersOf(id, AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]));
    return found === null ? { kind: 'unknown', service: name } : { kind: 'found', service: name, ...found };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    log.info({ event: 'author.unread', service: name, err: error }, error.message);
    return { kind: whyNot(error), service: name };
  }
}

function whyNot({ status }: SourceError) {
  if (status === 429) return 'busy';
  return status === 401 || status === 403 ? 'closed' : 'unreachable';
}
