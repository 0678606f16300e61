import type { IncomingMessage } from 'node:http';

/**
 * The headers of every answer. The page runs only code that this server serves, and asks nobody else for anything.
 * Nothing of it can be framed, and no other site can read it.
 */
export const safeHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/**
 * Why a request is refused; null if it is not. A site whose name was made to point to this machine (DNS rebinding) has
 * another Host, and a request that another site makes has another Origin.
 */
export function refusalOf({ headers, method }: IncomingMessage, port: number): string | null {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const host = headers.host ?? '';
  if (!hosts.includes(host)) return 'This server answers only at its own address.';
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${host}`) return 'Requests of other sites are refused.';
  if (method === 'GET') return null;
  if (method !== 'POST') return 'Only GET and POST are answered.';
  if (origin === undefined) return 'A request that changes something must come from the page.';
  return headers['content-type'] === 'application/json' ? null : 'The request must be JSON.';
}
