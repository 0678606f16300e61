import { createHash } from 'node:crypto';
import type { Row, Value } from './table-rows.ts';

/** A checksum over rows, which is the same for the same values in the same order, whatever database has them. */
export interface Checksum {
  add(rows: readonly Row[]): void;
  /** SHA-256 in hexadecimal digits. */
  end(): string;
}

export function rowChecksum(): Checksum {
  const hash = createHash('sha256');
  return {
    add: (rows) => void hash.update(rows.map(lineOf).join('')),
    end: () => hash.digest('hex'),
  };
}

/** A row as JSON, which keeps values and rows apart. */
const lineOf = (row: Row): string => `${JSON.stringify(row.map(plain))}\n`;

const plain = (value: Value) =>
  value instanceof Uint8Array
    ? { base64: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64') }
    : value;
