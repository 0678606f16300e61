import { gzipSync } from 'node:zlib';
import type { Say } from '../../language/say.ts';
import type { Instant } from '../../ports.ts';
import type { DataOwner, StoredData } from '../../store/stored-data.ts';
import { UserError } from '../errors.ts';
import type { CommandContext } from '../interactions/context.ts';
import type { Message } from '../rendering/message.ts';
import { messageLimits } from '../rendering/message-limits.ts';

/** The shape of the file, which docs/PRIVACY.md describes. Another shape is another version. */
const shape = { format: 'paperboy-data', version: 1 } as const;

/** A message with everything that is stored of a guild or a person, in a file. */
export async function exportData(
  owner: DataOwner,
  { store, clock, say }: Pick<CommandContext, 'store' | 'clock' | 'say'>,
): Promise<Message> {
  return dataFile(await store.storedData(owner), { owner, at: clock(), say });
}

interface FileOptions {
  readonly owner: DataOwner;
  readonly at: Instant;
  readonly say: Say;
  readonly fileBytes?: number;
}

/**
 * Writes the file, packed if it is too large for Discord otherwise.
 * @throws UserError if it is too large even then
 * @internal
 */
export function dataFile(
  data: StoredData,
  { owner, at, say, fileBytes = messageLimits.fileBytes }: FileOptions,
): Message {
  const rows = Object.values(data).reduce((sum, table) => sum + table.length, 0);
  if (rows === 0) return { content: say('data.nothing') };
  const document = { ...shape, of: owner, at: new Date(at).toISOString(), tables: data };
  const content = say('data.exported', { rows });
  const json = Buffer.from(`${JSON.stringify(document, null, 1)}\n`, 'utf8');
  const name = 'paperboy-data.json';
  if (json.byteLength <= fileBytes) return { content, files: [{ name, contentType: 'application/json', data: json }] };
  const packed = gzipSync(json);
  if (packed.byteLength <= fileBytes)
    return { content, files: [{ name: `${name}.gz`, contentType: 'application/gzip', data: packed }] };
  throw new UserError('data-too-large', (words) => words('data.tooLarge'));
}
