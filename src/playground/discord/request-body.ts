import type { IncomingMessage } from 'node:http';
import { ApiError, refusal } from './api-error.ts';
import type { UploadedFile } from './messages.ts';

/** The largest request: some files and what surrounds them. `file-rules.ts` knows how large one may be. */
const MAX_BYTES = 25 * 1024 * 1024;

/** The contents of a request. */
export interface RequestBody {
  readonly json: unknown;
  readonly files: readonly UploadedFile[];
}

/** Reads the body: JSON, or a form with `payload_json` and `files[n]`. Throws 40005, 50109 or 50035. */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).byteLength;
    if (size <= MAX_BYTES) chunks.push(chunk as Buffer);
  }
  if (size > MAX_BYTES) throw refusal(40005);
  const bytes = Buffer.concat(chunks);
  if (bytes.byteLength === 0) return { json: undefined, files: [] };
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readForm(bytes, type);
  if (!type.startsWith('application/json')) {
    const message = `Expected "Content-Type" header to be one of {'application/json', 'multipart/form-data'}.`;
    const error = { code: 'CONTENT_TYPE_INVALID', message };
    throw new ApiError(400, 50035, 'Invalid Form Body', { _errors: [error] });
  }
  return { json: parse(bytes.toString('utf8')), files: [] };
}

async function readForm(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<RequestBody> {
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const payload = form.get('payload_json');
  const files: UploadedFile[] = [];
  for (const [name, value] of form) {
    const key = /^files\[(\d+)\]$/.exec(name)?.[1];
    if (key === undefined || typeof value === 'string') continue;
    const data = new Uint8Array(await value.arrayBuffer());
    files.push({ key, filename: value.name, contentType: value.type || 'application/octet-stream', data });
  }
  return { json: typeof payload === 'string' ? parse(payload) : {}, files };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal(50109);
  }
}
