import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createFindBase } from '../../tools/word-forms/base-forms.ts';
import { countForms } from '../../tools/word-forms/corpus-counts.ts';
import { readCorrections } from '../../tools/word-forms/corrections.ts';
import { readLexicon } from '../../tools/word-forms/lexicon.ts';
import { makeTable } from '../../tools/word-forms/word-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'paperboy-words-'));
afterAll(() => rmSync(folder, { recursive: true }));

function corpusOf(abstracts: readonly string[]): string {
  const file = join(folder, `corpus-${abstracts.length}-${abstracts.join('').length}.jsonl`);
  writeFileSync(file, abstracts.map((abstract) => `${JSON.stringify({ title: '', abstract })}\n`).join(''));
  return file;
}

const times = (count: number, text: string): string[] => Array.from({ length: count }, () => text);

describe('the base of a form', () => {
  const file = corpusOf([
    ...times(30, 'we use GPS and several wugs near Blicks and the LLMs of an LLM with one wug'),
    ...times(30, 'the tide is faster than a wave and the fastest is fast, the basis of a base has bases'),
    ...times(20, 'a basis and the basis of the basis in which the bound bounds all, we bind it'),
  ]);
  const counted = countForms([file]);
  const lexicon = readLexicon();

  test.each([
    ['llms', 'llm', 'capitals before the s'],
    ['gps', 'gps', 'capitals'],
    ['blicks', 'blicks', 'a capital at the start'],
    ['wugs', 'wug', 'a base in the corpus'],
    ['faster', 'fast', 'both degrees in the corpus'],
    ['bases', 'basis', 'the more frequent base'],
    ['bound', 'bound', 'inflections of its own'],
    ['children', 'child', 'a list'],
    ['colour', 'color', 'a list of spellings'],
    ['physics', 'physics', 'a word of the lists, whose base is rare'],
    ['grues', 'gru', 'a correction'],
    ['wuged', 'wuged', 'a noun that is never a verb'],
  ])('of %s is %s: %s', async (form, base) => {
    const sources = { counts: await counted, lexicon };
    const find = createFindBase(sources, new Map([['grues', 'gru']]), new Set(['wuged']));
    expect(find(form).base).toBe(base);
  });
});

describe('the table', () => {
  test('has only the forms that the rule gets wrong, in order', () => {
    const bases: Readonly<Record<string, string>> = { mice: 'mouse', cats: 'cat', news: 'news', cat: 'cat' };
    const table = makeTable(Object.keys(bases), (form) => ({ base: bases[form] ?? form, origin: 'lexicon' }));
    expect(table).toEqual([
      { form: 'mice', stem: 'mouse', origin: 'lexicon' },
      { form: 'news', stem: 'news', origin: 'lexicon' },
    ]);
  });

  test('refuses bases that go round', () => {
    const find = (form: string) => ({ base: form === 'a' ? 'b' : 'a', origin: 'corpus' }) as const;
    expect(() => makeTable(['a'], find)).toThrow('The bases of a go round: a, b. Correct one.');
  });
});

describe('errors', () => {
  test.each([
    ['form\tbase\treason\nmice\tmouse', 'A correction cannot be read: "mice\\tmouse". Write form, base and reason'],
    ['mice\tmouse\tx', 'The corrections do not start with the line'],
    ['form\tbase\treason\na\tb\tx\na\tc\tx', 'a is corrected twice. Remove one of the lines.'],
  ])('of corrections: %j', (text, message) => {
    expect(() => readCorrections(text)).toThrow(message);
  });

  test.each(['not JSON', '{"title":"x"}'])('of a corpus: %s', async (line) => {
    const file = join(folder, 'broken.jsonl');
    writeFileSync(file, `${line}\n`);
    await expect(countForms([file])).rejects.toThrow('has a line that is not a paper');
  });
});
