import { z } from 'zod';
import { ownAddress, portOrEmpty, type Settings } from '../settings.ts';

/** The slashes at the end are removed. A path is allowed, where a reverse proxy has one for the bot. */
const publicUrl = z
  .string()
  .max(200, 'must have at most 200 characters')
  .transform((text) => text.replace(/\/+$/, '') || null)
  .refine(
    (text) => text === null || isPublicUrl(text),
    'must be a web address that begins with https:// or http://, without a name, a query or a fragment',
  );

export const webSettings = {
  /** Null if the bot serves nothing to the web. */
  httpPort: {
    name: 'HTTP_PORT',
    fallback: '',
    description: [
      'A port for what the bot serves to the web, such as feeds. Empty means none.',
      'A reverse proxy passes requests on to it: see docs/hosting.md.',
    ],
    schema: portOrEmpty,
  },
  httpHost: {
    name: 'HTTP_HOST',
    fallback: '127.0.0.1',
    description: [
      'The address of this machine at which that port is. The default is for programs on this machine alone.',
      'In a container: 0.0.0.0',
    ],
    schema: ownAddress,
  },
  /** Null if links begin with the address of the port. */
  publicUrl: {
    name: 'PUBLIC_URL',
    fallback: '',
    description: [
      'The web address by which others reach that port, such as https://papers.example.org',
      'Links begin with it. Empty means that they work on this machine alone.',
    ],
    schema: publicUrl,
  },
} as const satisfies Settings;

function isPublicUrl(text: string): boolean {
  const url = /[?#\s]/.test(text) || !URL.canParse(text) ? null : new URL(text);
  if (url === null || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || url.protocol === 'http:';
}
