/**
 * Prints every text that a person can see, each with its condition, as Markdown.
 *
 * node .ci/texts/texts.mjs [--write] [--file FILE]    With --write, docs/texts.md gets the list instead. With --file, the
 * list is of that file alone.
 */
import { writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { listFiles, parseFile } from '../source-files.mjs';
import { catalogueTexts, textsOf } from './visible-texts.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Folders and files. */
const places = [
  'src/cli',
  'src/digests',
  'src/discord',
  'src/jobs',
  'src/language/english',
  'src/sources',
  'src/store',
  'src/topics',
  'src/use-cases',
  'src/config.ts',
  'src/log-settings.ts',
  'src/node-version.mjs',
  'src/settings.ts',
  'src/time.ts',
];
/** Files of words that people type, or of a database's language. They show no texts. */
const withoutTexts = new Set(
  [
    'digests/day-words.ts',
    'digests/zone-names.ts',
    'discord/authorization/table.ts',
    'sources/markup-tokens.ts',
    'store/postgres/full-text/postgres-full-text.ts',
    'store/sql/search/candidates.ts',
    'store/sqlite/full-text/full-text-query.ts',
    'store/sqlite/full-text/sqlite-full-text.ts',
    'topics/names/family-names.ts',
    'topics/words/greek.ts',
  ].map((path) => `src/${path}`),
);
/** The texts of the chat, which the other languages translate. All of them are shown. */
const catalogue = 'src/language/english/';
const shownCode = /\.(ts|mjs)$/;
const target = 'docs/texts.md';

const introduction = `# Texts

Every text that a person can see, by the file that has it. \`npm run texts -- --write\` writes this list from the code, and a
test holds it equal. Read a text here when you change it: is it plain and short, and does it name one next step?

The texts of the chat stand in \`language/english/\`, with their keys; \`{…}\` are their arguments. Their translations are not
here, nor are the names of categories and subject areas in \`papers/\`, and the demo's invented papers.

\`‹…›\` stands for what the code puts there. Under a text stand the conditions under which it is shown, the outermost first.
`;

/** The section of a file, or an empty text if it shows none. */
function sectionOf(path) {
  const file = parseFile(resolve(root, dirname(path)), basename(path));
  const texts = path.startsWith(catalogue) ? catalogueTexts(file) : textsOf(file);
  if (texts.length === 0) return '';
  const lines = texts.map(({ text, where, conditions }) =>
    [
      `- ${quote(text)}`,
      `  — ${[where, ...conditions]
        .filter((part) => part !== '')
        .map(code)
        .join(' › ')}`,
    ].join('\n'),
  );
  return `\n## ${path.replace(/^src\//, '')}\n\n${lines.join('\n')}\n`;
}

/** The text on one line, in which Markdown stands for itself, except code in backquotes. */
const quote = (text) =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(`[^`]*`)/)
    .map(escapeOutsideCode)
    .join('');
const escapeOutsideCode = (part, index) =>
  index % 2 === 1 ? part : part.replace(/([\\*_`<>[\]|]|(?<=\])\()/g, '\\$1');
const code = (part) => `\`${part.replaceAll('`', 'ˋ')}\``;

function printed() {
  const paths = places
    .flatMap((place) => listFiles(root, place))
    .filter((path) => shownCode.test(path) && !withoutTexts.has(path));
  const byFolder = paths.toSorted((one, other) => (dirname(one) + one < dirname(other) + other ? -1 : 1));
  return introduction + byFolder.map(sectionOf).join('');
}

const { values } = parseArgs({ options: { write: { type: 'boolean' }, file: { type: 'string' } } });
if (values.file !== undefined) process.stdout.write(sectionOf(values.file));
else if (values.write === true) writeFileSync(join(root, target), printed());
else process.stdout.write(printed());
