import { refusal } from './api-error.ts';
import { checkComponents } from './component-rules.ts';
import { readEmbeds } from './embed-rules.ts';
import { checkFiles, type FileFacts } from './file-rules.ts';
import { Form, type JsonObject } from './form.ts';
import { PING_EVERYBODY, type PingRule, readAllowedMentions } from './mentions.ts';
import { MESSAGE_FLAGS, type MessageBody } from './world-shapes.ts';

/** The limit of characters in a message. */
const MAX_CONTENT = 2000;
/** The flags that a bot may set on its messages. */
const SETTABLE_FLAGS =
  MESSAGE_FLAGS.suppressEmbeds |
  MESSAGE_FLAGS.ephemeral |
  MESSAGE_FLAGS.suppressNotifications |
  MESSAGE_FLAGS.componentsV2;

/** A message payload that passed the rules. An absent field is undefined; an edit leaves it as it is. */
export interface MessageDraft {
  readonly content: string | undefined;
  readonly embeds: readonly JsonObject[] | undefined;
  readonly components: readonly JsonObject[] | undefined;
  /** The `attachments` field: which to keep, and descriptions of the new ones. */
  readonly attachments: readonly JsonObject[] | undefined;
  readonly flags: number;
  readonly nonce: string | number | undefined;
  readonly enforceNonce: boolean;
  readonly replyTo: string | undefined;
  readonly failIfReplyMissing: boolean;
  readonly pings: PingRule;
}

/** The facts that the rules need besides the payload. */
export interface MessageSituation {
  readonly files: readonly FileFacts[];
  /** Set for an edit: the message before it. Components V2 cannot be undone. */
  readonly edits?: Pick<MessageBody, 'content' | 'embeds' | 'flags' | 'attachments'>;
}

interface LegacyFields {
  readonly content: string | undefined;
  readonly embeds: readonly JsonObject[];
}

/** Checks and reads a message payload. Throws 50035 or 50006. */
export function readMessage(body: unknown, situation: MessageSituation): MessageDraft {
  const form = new Form(body);
  const flags = (form.integer('flags', { min: 0 }) ?? 0) & SETTABLE_FLAGS;
  const asksV2 = (flags & MESSAGE_FLAGS.componentsV2) !== 0;
  const wasV2 = ((situation.edits?.flags ?? 0) & MESSAGE_FLAGS.componentsV2) !== 0;
  if (form.has('flags') && wasV2 && !asksV2) {
    const message = 'The IS_COMPONENTS_V2 flag cannot be removed from a message.';
    form.refuse('flags', 'MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG', message);
  }
  const componentsV2 = asksV2 || wasV2;
  const content = form.text('content', { max: MAX_CONTENT });
  const embeds = readEmbeds(form);
  if (componentsV2) refuseLegacyFields(form, remaining(form, { content, embeds }, situation));
  checkComponents(form, componentsV2);
  checkFiles(form, situation.files, situation.edits?.attachments ?? []);
  const pings = form.has('allowed_mentions') ? readAllowedMentions(form) : PING_EVERYBODY;
  const draft: MessageDraft = {
    content: given(form, 'content') ? (content ?? '').trim() : undefined,
    embeds: given(form, 'embeds') ? embeds : undefined,
    components: listField(form, 'components'),
    attachments: listField(form, 'attachments'),
    flags,
    nonce: readNonce(form),
    enforceNonce: form.flag('enforce_nonce') ?? false,
    ...readReference(form),
    pings,
  };
  form.check();
  if (situation.edits === undefined && isEmpty(draft, situation.files.length)) throw refusal(50006);
  return draft;
}

/** Whether a message would show nothing at all. */
export function isEmpty(body: Pick<MessageDraft, 'content' | 'embeds' | 'components'>, files: number): boolean {
  return !body.content && !body.embeds?.length && !body.components?.length && files === 0;
}

/** The fields of a message after the edit. Fields that the form does not name stay. */
function remaining(form: Form, draft: LegacyFields, { edits }: MessageSituation): LegacyFields {
  return {
    content: given(form, 'content') ? draft.content : edits?.content,
    embeds: given(form, 'embeds') ? draft.embeds : (edits?.embeds ?? []),
  };
}

function refuseLegacyFields(form: Form, { content, embeds }: LegacyFields): void {
  const used = { content: Boolean(content), embeds: embeds.length > 0, poll: form.has('poll') };
  for (const [field, isUsed] of Object.entries(used)) {
    if (!isUsed) continue;
    const message = `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
    form.refuse(field, 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message);
  }
}

function given(form: Form, key: string): boolean {
  return form.fields[key] !== undefined;
}

function listField(form: Form, key: string): readonly JsonObject[] | undefined {
  if (!given(form, key)) return undefined;
  return (Array.isArray(form.fields[key]) ? form.fields[key] : []) as readonly JsonObject[];
}

function readNonce(form: Form): string | number | undefined {
  if (typeof form.fields['nonce'] === 'number') return form.integer('nonce');
  return form.text('nonce', { max: 25 });
}

function readReference(form: Form): Pick<MessageDraft, 'replyTo' | 'failIfReplyMissing'> {
  const reference = form.form('message_reference');
  return {
    replyTo: reference?.text('message_id', { min: 1, max: 20, required: true }),
    failIfReplyMissing: reference?.flag('fail_if_not_exists') ?? true,
  };
}
