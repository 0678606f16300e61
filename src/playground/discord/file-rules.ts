import { refusal } from './api-error.ts';
import type { Form } from './form.ts';

/** The limit of files in a message. */
const MAX_FILES = 10;
/** The limit of one file that a bot sends: 10 MiB. */
const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** The limit of a file's description, which is its alternative text. */
const MAX_DESCRIPTION = 1024;

/** A file as the rules of a message see it. */
export interface FileFacts {
  /** `0` of `files[0]`, or the id of a file that the message already has. */
  readonly key: string;
  readonly data: Uint8Array;
}

/** Refuses too many files, files that are too large, and descriptions of files that did not come. */
export function checkFiles(form: Form, files: readonly FileFacts[], kept: readonly { readonly id: string }[]): void {
  if (files.some(({ data }) => data.byteLength > MAX_FILE_BYTES)) throw refusal(40005);
  const described = form.forms('attachments', { max: MAX_FILES }) ?? [];
  if (files.length > MAX_FILES) {
    form.refuse('attachments', 'BASE_TYPE_BAD_LENGTH', `Must be between 0 and ${MAX_FILES} in length.`);
  }
  const known = new Set([...files.map(({ key }) => key), ...kept.map(({ id }) => id)]);
  for (const file of described) {
    file.text('description', { max: MAX_DESCRIPTION });
    file.text('filename', { max: 1024 });
    if (known.has(String(file.fields['id']))) continue;
    file.refuse('id', 'ATTACHMENT_NOT_FOUND', `Attachment ${String(file.fields['id'])} was not uploaded`);
  }
}
