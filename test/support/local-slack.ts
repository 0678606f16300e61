import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

/** A message in a channel of Slack, as its readers see it. */
export interface SlackPost {
  /** What is sent of it, parsed. */
  readonly payload: unknown;
  /** Its text without markup: of its blocks, or of its text where it has none. */
  readonly shown: string;
  readonly links: readonly string[];
  /** Users, groups, channels and everybody whom it mentions. */
  readonly mentions: readonly string[];
}

/** How the next message is treated, if not as usual. The first two take it. */
export type SlackFault =
  | { readonly kind: 'hang' | 'reset' }
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: string;
      readonly headers?: Record<string, string>;
    };

/** The webhooks of Slack on loopback, with the checks and the words of the real ones. */
export interface LocalSlack extends AsyncDisposable {
  readonly url: string;
  /** The address of the webhook of its channel. */
  readonly webhook: string;
  readonly posts: readonly SlackPost[];
  /** How many requests came. */
  readonly requests: number;
  failNext(...faults: readonly SlackFault[]): void;
  /** Says no to everything, with this word, until it is null again. */
  refusal: { readonly status: number; readonly body: string } | null;
}

const path = '/services/T012ABCDE/B012ABCDE/s3cr3tOfTheWebhook12';

/** The rules of Block Kit for what the bot uses, from Slack's documentation. Nothing else may stand in a block. */
const style = z.strictObject({
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  code: z.boolean().optional(),
});
const text = z.string().min(1).max(3_000);
const element = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text, style: style.optional() }),
  z.strictObject({ type: z.literal('link'), text, url: z.url().max(3_000), style: style.optional() }),
]);
const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(element).min(1) });
const plainText = z.strictObject({
  type: z.literal('plain_text'),
  text: z.string().min(1).max(150),
  emoji: z.boolean(),
});
const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), text: plainText }),
  z.strictObject({ type: z.literal('rich_text'), elements: z.array(section).min(1) }),
  z.strictObject({ type: z.literal('divider') }),
]);
const message = z.strictObject({
  text: z.string().max(40_000).optional(),
  blocks: z.array(block).min(1).max(50).optional(),
  mrkdwn: z.literal(false),
  parse: z.literal('none'),
  unfurl_links: z.literal(false),
  unfurl_media: z.literal(false),
});

/** Slack refuses blocks with about this many characters together. */
const mostCharacters = 12_000;

export async function startLocalSlack(): Promise<LocalSlack> {
  const posts: SlackPost[] = [];
  const faults: SlackFault[] = [];
  let requests = 0;
  const server = createServer(async (request, response) => {
    requests += 1;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const answer = (status: number, body: string, headers: Record<string, string> = {}) =>
      void response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body);
    if (request.method !== 'POST' || !request.url?.startsWith('/services/')) return answer(302, '', { location: '/' });
    const fault = faults.shift();
    if (fault?.kind === 'answer') return answer(fault.status, fault.body, fault.headers);
    if (slack.refusal !== null) return answer(slack.refusal.status, slack.refusal.body);
    if (request.url !== path) return answer(404, 'no_service');
    const problem = take(Buffer.concat(chunks).toString('utf8'), request.headers['content-type'], posts);
    if (problem !== null) return answer(400, problem);
    return fault === undefined ? answer(200, 'ok') : breakOff(fault.kind, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const slack: LocalSlack = {
    url,
    webhook: `${url}${path}`,
    posts,
    get requests() {
      return requests;
    },
    failNext: (...next) => void faults.push(...next),
    refusal: null,
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
  return slack;
}

const breakOff = (kind: 'hang' | 'reset', response: ServerResponse): void => {
  if (kind === 'reset') response.socket?.destroy();
};

/** Checks a message, and posts it. Null, or Slack's word for what is wrong with it. */
function take(body: string, contentType: string | undefined, posts: SlackPost[]): string | null {
  const payload = contentType?.startsWith('application/json') === true ? parseJson(body) : null;
  if (payload === null) return 'invalid_payload';
  const read = message.safeParse(payload);
  if (!read.success)
    return read.error.issues.some(({ path: [first] }) => first === 'blocks') ? 'invalid_blocks' : 'invalid_payload';
  const { text: alone = '', blocks } = read.data;
  if (alone === '' && blocks === undefined) return 'no_text';
  if (blocks !== undefined && JSON.stringify(blocks).length > mostCharacters) return 'msg_blocks_too_long';
  const inBlocks = (blocks ?? []).flatMap(elementsOf);
  const markup = readMarkup(alone);
  posts.push({
    payload,
    shown: blocks === undefined ? markup.shown : inBlocks.map((one) => one.text).join(''),
    // A notification shows the text as well, so what it mentions counts.
    links: [...markup.links, ...inBlocks.flatMap((one) => ('url' in one ? one.url : []))],
    mentions: markup.mentions,
  });
  return null;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** Texts and links of a block. Rich text and plain text are literal: nothing in them is markup. */
function elementsOf(one: z.output<typeof block>): readonly ({ readonly text: string } | z.output<typeof element>)[] {
  if (one.type === 'divider') return [{ text: '\n---\n' }];
  return one.type === 'header' ? [one.text] : one.elements.flatMap(({ elements }) => elements);
}

const characters: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
const decoded = (escaped: string): string => escaped.replace(/&(?:amp|lt|gt);/g, (entity) => characters[entity] ?? '');

/** Reads a text as Slack documents it: links and mentions stand between `<` and `>`. */
export function readMarkup(markup: string): Omit<SlackPost, 'payload'> {
  const links: string[] = [];
  const mentions: string[] = [];
  const shown = markup.replace(/<([^>]*)>/g, (_, inside: string) => {
    const [target = '', label] = inside.split(/\|(.*)/s);
    if (/^[@#!]/.test(target)) mentions.push(target);
    else links.push(decoded(target));
    return label ?? target;
  });
  return { shown: decoded(shown), links, mentions };
}
