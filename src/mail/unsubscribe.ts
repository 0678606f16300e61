import { createHmac, timingSafeEqual } from 'node:crypto';
import { languageFor, languageNames } from '../language/names.ts';
import { type Say, sayIn } from '../language/say.ts';
import type { Route, WebAnswer, WebRequest } from '../web/route.ts';
import { escapeHtml } from './html.ts';

/** The addresses at which readers end their emails, signed so that nobody can make one for another reader. */
export interface UnsubscribeLinks {
  /** The web address for a destination. */
  urlOf(destinationId: number): string;
}

const purpose = 'unsubscribe';

/** @param base the public address of the bot, without a slash at its end */
export const createUnsubscribeLinks = (base: string, secret: string): UnsubscribeLinks => ({
  urlOf: (destinationId) => `${base}/${purpose}/${destinationId}/${signatureOf(destinationId, secret)}`,
});

const signatureOf = (destinationId: number, secret: string): string =>
  createHmac('sha256', secret).update(`${purpose} ${destinationId}`).digest('base64url');

export interface UnsubscribeTools {
  readonly secret: string;
  /** Ends a destination. It may have ended before. */
  readonly remove: (destinationId: number) => Promise<unknown>;
}

/**
 * The pages behind the links. A GET shows a button and changes nothing, because mail programs open links by themselves. A
 * POST ends the emails, of the button or of the mail program (RFC 8058), and can be repeated.
 */
export function unsubscribeRoutes({ secret, remove }: UnsubscribeTools): readonly Route[] {
  const path = `/${purpose}/:id/:signature`;
  const answer =
    (valid: (id: number, say: Say) => WebAnswer | Promise<WebAnswer>): Route['answer'] =>
    async (request) => {
      const say = sayIn(languageOf(request));
      const id = destinationOf(request, secret);
      return id === null ? page(say('mail.pageInvalid'), '', say, 404) : await valid(id, say);
    };
  return [
    { method: 'GET', path, answer: answer((_, say) => page(say('mail.pageAsk'), buttonOf(say), say)) },
    {
      method: 'POST',
      path,
      answer: answer(async (id, say) => {
        await remove(id);
        return page(say('mail.pageDone'), '', say);
      }),
    },
  ];
}

/** The id of a link with the right signature. */
function destinationOf({ parameters: { id = '', signature = '' } }: Pick<WebRequest, 'parameters'>, secret: string) {
  if (!/^[1-9]\d{0,14}$/.test(id)) return null;
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(Number(id), secret))];
  return given.length === right.length && timingSafeEqual(given, right) ? Number(id) : null;
}

/** The language that the browser asks for first. */
function languageOf({ headers }: Pick<WebRequest, 'headers'>) {
  const asked = /^[\w-]{2,20}/.exec(headers['accept-language'] ?? '')?.[0] ?? '';
  return languageNames.find((name) => name.split('-')[0] === asked.split('-')[0]) ?? languageFor(asked);
}

const buttonOf = (say: Say): string =>
  `<form method="post"><button style="font:inherit;padding:10px 20px">${escapeHtml(say('mail.unsubscribe'))}</button></form>`;

function page(text: string, more: string, say: Say, status = 200): WebAnswer {
  const title = escapeHtml(say('mail.pageTitle'));
  const body = [
    `<!doctype html><html lang="${say.language}"><head><meta charset="utf-8"><title>${title}</title>`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">',
    '</head><body style="font:16px/1.5 sans-serif;max-width:36em;margin:10vh auto;padding:0 16px">',
    `<h1 style="font-size:1.3em">${title}</h1><p>${escapeHtml(text)}</p>${more}</body></html>`,
  ].join('\n');
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body };
}
