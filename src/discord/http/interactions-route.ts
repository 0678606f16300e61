import type { APIInteraction } from 'discord.js';
import type { HttpNames } from '../../http-port.ts';
import type { Clock, Logger } from '../../ports.ts';
import type { Route, WebAnswer } from '../../web/route.ts';
import { createReplayCheck, createSignatureCheck } from './signature.ts';

export interface InteractionsRouteOptions {
  /** The public key of the application: 64 hexadecimal digits. */
  readonly publicKey: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly onInteraction: (interaction: APIInteraction) => void;
}

/** How messages name the server that has this route. */
export const interactionsNames: HttpNames = {
  pages: 'Interactions',
  hostSetting: 'INTERACTIONS_HOST',
  portSetting: 'INTERACTIONS_PORT',
};

/** Discord's question whether the endpoint is there, and the answer. Both have the number 1. */
const ping = 1;
const pong: WebAnswer = { status: 200, headers: { 'Content-Type': 'application/json' }, body: '{"type":1}' };

/** An interaction holds at most the fields of a form, or a message with its embeds. */
const mostBytes = 262_144;

/**
 * Takes interactions that Discord posts. It answers 202 at once: the answer to the interaction itself goes to Discord's
 * API, as that to one of the gateway does.
 */
export function createInteractionsRoute({ publicKey, clock, log, onInteraction }: InteractionsRouteOptions): Route {
  const isFromDiscord = createSignatureCheck(publicKey, clock);
  const isNew = createReplayCheck(clock);
  return {
    method: 'POST',
    path: '/interactions',
    mostBytes,
    answer({ headers, body }) {
      const signature = String(headers['x-signature-ed25519'] ?? '');
      const timestamp = String(headers['x-signature-timestamp'] ?? '');
      if (!isFromDiscord({ signature, timestamp, body }))
        return { status: 401, body: 'The signature of this request is wrong or old.' };
      const interaction = parse(body);
      if (interaction === null) {
        log.error(
          { event: 'interaction.unreadable', bytes: body.length },
          'Discord posted something else than an interaction',
        );
        return { status: 400, body: 'The body is not the JSON of an interaction.' };
      }
      if (interaction.type === ping) return pong;
      if (!isNew(interaction.id)) return { status: 401, body: 'This interaction came before.' };
      onInteraction(interaction);
      return { status: 202 };
    },
  };
}

function parse(body: Buffer): APIInteraction | null {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null && 'type' in value ? (value as APIInteraction) : null;
  } catch {
    return null;
  }
}
