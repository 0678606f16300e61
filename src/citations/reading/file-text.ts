const utf8 = new TextDecoder('utf-8', { fatal: true });
const windows1252 = new TextDecoder('windows-1252');

/** Byte order marks, with the encoding that each stands for. */
const marks = [
  { bytes: [0xef, 0xbb, 0xbf], decoder: new TextDecoder('utf-8') },
  { bytes: [0xff, 0xfe], decoder: new TextDecoder('utf-16le') },
  { bytes: [0xfe, 0xff], decoder: new TextDecoder('utf-16be') },
] as const;

/** How many of the first bytes show whether a text without a mark is UTF-16. */
const sampledBytes = 1_000;
/** A text in Latin letters has a zero in nearly every second byte of UTF-16. */
const zerosOfUtf16 = 0.4;

/**
 * The text of a file, or null if it is none. The first of these rules decides: a byte order mark; zeros in every second
 * byte, which are UTF-16; any other zero, which no text has; valid UTF-8; and Windows-1252, which has Latin-1 in it.
 */
export function fileText(bytes: Uint8Array): string | null {
  const mark = marks.find((known) => known.bytes.every((byte, at) => bytes[at] === byte));
  const text = mark === undefined ? unmarkedText(bytes) : mark.decoder.decode(bytes);
  return text === null || isBinary(text) ? null : text;
}

function unmarkedText(bytes: Uint8Array): string | null {
  const zeros = [0, 0];
  for (const [at, byte] of bytes.subarray(0, sampledBytes).entries()) {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  }
  const half = Math.min(bytes.length, sampledBytes) / 2;
  const [even = 0, odd = 0] = zeros.map((count) => count / Math.max(1, half));
  if (odd > zerosOfUtf16 && even < zerosOfUtf16) return new TextDecoder('utf-16le').decode(bytes);
  if (even > zerosOfUtf16 && odd < zerosOfUtf16) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    return utf8.decode(bytes);
  } catch {
    return windows1252.decode(bytes);
  }
}

/** Control characters that no text has. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find
const control = /[\0-\x08\x0e-\x1a\x1c-\x1f]/g;
/** A damaged text may have a few of them. A picture has many. */
const controlsOfText = 0.01;

function isBinary(text: string): boolean {
  const first = text.slice(0, 4 * sampledBytes);
  return (first.match(control)?.length ?? 0) > Math.max(1, first.length * controlsOfText);
}
