import type { LocalDiscord } from '../../../src/playground/discord/local-discord.ts';

/** An answer of the local Discord, as a plain HTTP client sees it. */
export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of every shape
  readonly body: any;
  readonly headers: Headers;
}

/** Calls the REST API over the socket, with the bot's token unless another Authorization (or null) is given. */
export async function call(
  discord: LocalDiscord,
  method: string,
  path: string,
  body?: unknown,
  authorization: string | null = `Bot ${discord.token}`,
): Promise<Answer> {
  const response = await fetch(`${discord.url}/v10${path}`, {
    method,
    headers: {
      ...(authorization === null ? {} : { authorization }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type') === 'application/json';
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

/** The paths and codes in a 50035: `embeds.0.title BASE_TYPE_MAX_LENGTH`. */
export function complaints(errors: unknown, path = ''): readonly string[] {
  if (typeof errors !== 'object' || errors === null) return [];
  return Object.entries(errors).flatMap(([key, value]) => {
    if (key !== '_errors') return complaints(value, path === '' ? key : `${path}.${key}`);
    return (value as { code: string }[]).map(({ code }) => `${path} ${code}`.trim());
  });
}

/** Limits that no test reaches by accident. */
export const NO_LIMITS = { globalPerSecond: 1e6, messagesPerWindow: 1e6, identifyWindowMs: 0 } as const;
