import { percentEncode } from './paper-url.ts';

const codeHosts: ReadonlySet<string> = new Set([
  'github.com',
  'gitlab.com',
  'huggingface.co',
  'codeberg.org',
  'bitbucket.org',
]);
const imageHosts = /(?:^|\.)(?:huggingface\.co|hf\.co)$/;

/** The address of a paper's code, if a known host has it. */
export const trustedCode = (url: string | null): string | null => trustedUrl(url, (host) => codeHosts.has(host));
/** The address of a paper's picture, if a known host has it. */
export const trustedImage = (url: string | null): string | null => trustedUrl(url, (host) => imageHosts.test(host));

/** The address if it is https and of a known host, encoded so that it cannot end the markdown link around it. */
function trustedUrl(url: string | null, isKnown: (host: string) => boolean): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  const isPlain =
    parsed.protocol === 'https:' && parsed.username === '' && parsed.password === '' && parsed.port === '';
  if (!isPlain || !isKnown(parsed.hostname) || parsed.href.length > 300) return null;
  return parsed.href.replace(/[()<>[\]\\*_~`|@]/g, percentEncode);
}
