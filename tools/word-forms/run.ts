import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createFindBase } from './base-forms.ts';
import { countForms } from './corpus-counts.ts';
import { readCorrections } from './corrections.ts';
import { readLexicon } from './lexicon.ts';
import { verblessForms, wantedForms } from './wanted-forms.ts';
import { countRarity } from './word-rarity.ts';
import { type Entry, makeTable } from './word-table.ts';

/**
 * `npm run words -- CORPUS…`: makes the table of word forms, `src/topics/words/word-forms.tsv`, from files of papers and
 * from lexical lists, and then the table of rare words, `word-rarity.tsv` beside it. The same files make the same tables.
 */

const tablePath = fileURLToPath(new URL('../../src/topics/words/word-forms.tsv', import.meta.url));
const rarityPath = fileURLToPath(new URL('../../src/topics/words/word-rarity.tsv', import.meta.url));
const correctionsPath = fileURLToPath(new URL('corrections.tsv', import.meta.url));

const header = [
  '# Word forms that the rule in inflection.ts alone would get wrong: form, stem, source. Made by `npm run words`.',
  '# Sources: correction (tools/word-forms/corrections.tsv); irregular and lexicon (WordNet 3.1, wink-lexicon);',
  '# spelling (american-british-english-translator, and patterns that the corpus confirms); corpus (papers of arXiv).',
  '# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. Licences: docs/licences/word-lists.txt.',
];

async function main(files: readonly string[]): Promise<void> {
  if (files.length === 0) {
    throw new Error(
      'No corpus is given. Run `npm run words -- FILE…` with files of papers, a JSON object in each line.',
    );
  }
  const absent = files.find((file) => !existsSync(file));
  if (absent !== undefined) throw new Error(`There is no file ${absent}. Check its path.`);
  const sources = { counts: await countForms(files), lexicon: readLexicon() };
  const corrections = readCorrections(readFileSync(correctionsPath, 'utf8'));
  const verbless = new Set(verblessForms(sources));
  const forms = new Set([...wantedForms(sources), ...verbless, ...corrections.keys()]);
  const table = makeTable(forms, createFindBase(sources, corrections, verbless));
  const lines = table.map(({ form, stem, origin }) => [form, stem, origin].join('\t'));
  writeFileSync(tablePath, `${[...header, ...lines].join('\n')}\n`);
  process.stdout.write(summaryOf(table, forms.size));
  // Words are counted by their stems, so the table of forms comes first.
  const rarity = await countRarity(files);
  writeFileSync(rarityPath, rarity.text);
  process.stdout.write(`${rarity.stems} stems of ${rarity.papers} papers have a rarity.\n`);
}

function summaryOf(table: readonly Entry[], wanted: number): string {
  const bySource = Map.groupBy(table, ({ origin }) => origin);
  const sources = Array.from(bySource, ([origin, entries]) => `${entries.length} ${origin}`).join(', ');
  return `${table.length} entries for ${wanted} forms (${sources}); the rule is right about the others.\n`;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
