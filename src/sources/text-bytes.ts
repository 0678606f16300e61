import { isUtf8 } from 'node:buffer';

/** A sequence of several bytes that UTF-8 allows, or a single byte that it does not. Bytes are characters up to U+00FF. */
const beyondAscii = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|[\x80-\xff]/g;
const windows1252 = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));

/** The text of an answer. Bytes that are not UTF-8 are read as Windows-1252, as browsers do: they mostly are Latin-1. */
export function decodeText(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  return bytes
    .toString('latin1')
    .replace(beyondAscii, (found) =>
      found.length === 1
        ? (windows1252[found.charCodeAt(0)] ?? '')
        : Buffer.from(found, 'latin1').toString('utf8').replaceAll('\ufffd', ''),
    );
}
