import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';

/** A file that the page may load. */
export interface PageFile {
  readonly type: string;
  readonly body: string | Buffer;
}

const client = new URL('client/', import.meta.url);
const packages: Readonly<Record<string, string>> = {
  preact: '/packages/preact.js',
  'preact/hooks': '/packages/preact-hooks.js',
};
const css = 'text/css; charset=utf-8';
const fontPackage = '@fontsource-variable/noto-sans';
const fontSubsets = ['latin', 'latin-ext', 'greek', 'cyrillic'];

/**
 * Every file that the page may load, by its address. There are no others, so no address leads out of the list. Types are
 * removed from the page's code as Node removes them from the bot's, so there is no build. The font may be missing: only
 * development installs have it.
 */
export function readPageFiles(): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  for (const name of readdirSync(client)) {
    const text = () => readFileSync(new URL(name, client), 'utf8');
    if (name.endsWith('.html')) files.set('/', { type: 'text/html; charset=utf-8', body: text() });
    if (name.endsWith('.svg')) files.set(`/${name}`, { type: 'image/svg+xml', body: text() });
    if (name.endsWith('.css')) files.set(`/${name}`, { type: css, body: text() });
    if (name.endsWith('.ts')) files.set(`/${name}`, script(stripTypeScriptTypes(text())));
  }
  for (const [name, address] of Object.entries(packages)) {
    files.set(address, script(readFileSync(fileURLToPath(import.meta.resolve(name)), 'utf8')));
  }
  const fonts = fontSubsets.map((subset) => readFont(`noto-sans-${subset}-wght-normal.woff2`));
  for (const [place, body] of fonts.entries()) {
    if (body !== null) files.set(`/font/${fontSubsets[place]}.woff2`, { type: 'font/woff2', body });
  }
  if (fonts.includes(null)) files.set('/font.css', { type: css, body: '' });
  return files;
}

/** The browser finds packages by address. */
function script(code: string): PageFile {
  const body = code.replace(/(\bfrom\s*)(["'])([^"'./][^"']*)\2/g, (whole, from, quote, name) =>
    name in packages ? `${from}${quote}${packages[name]}${quote}` : whole,
  );
  return { type: 'text/javascript; charset=utf-8', body };
}

function readFont(name: string): Buffer | null {
  try {
    return readFileSync(fileURLToPath(import.meta.resolve(`${fontPackage}/files/${name}`)));
  } catch {
    return null;
  }
}
