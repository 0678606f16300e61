/**
 * Finds sentences that have to be read twice, in comments, strings and Markdown.
 *
 * node .ci/plain-english/lint.mjs [--root DIR] [PATH…]    DIR is the checkout; this one by default.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import ts from 'typescript-6';
import { commentsOf, isCode, lineOf, listFiles, parseFile, tokensOf } from '../source-files.mjs';
import { patterns } from './patterns.mjs';

const folders = ['src', 'bench', 'test', 'docs', '.ci', '.github'];
const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', '.env.example'];
const configurations = ['vitest.config.ts', '.dependency-cruiser.cjs'];
const everything = [...folders, ...documents, ...configurations];
/** The lint itself, and the invented papers of the sample. */
const notOurWords = /plain-english|playground\/sample\/papers-/;
const textKinds = new Set([
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.NoSubstitutionTemplateLiteral,
  ts.SyntaxKind.TemplateHead,
  ts.SyntaxKind.TemplateMiddle,
  ts.SyntaxKind.TemplateTail,
]);

/** The texts of a code file that people read, each with the line on which it begins, from 1. */
function textsOfCode(file) {
  const comments = [];
  for (const { pos, end } of commentsOf(file)) {
    const [line, last] = [lineOf(file, pos) + 1, lineOf(file, end) + 1];
    const text = file.text.slice(pos, end);
    const before = comments.at(-1);
    if (text.startsWith('//') && before?.text.startsWith('//') && before.last === line - 1) {
      before.text += `\n${text}`;
      before.last = last;
    } else comments.push({ text, line, last });
  }
  const strings = [...tokensOf(file, file)]
    .filter(({ kind }) => textKinds.has(kind))
    .map((token) => ({ text: token.getText(file).slice(1, -1), line: lineOf(file, token.getStart(file)) + 1 }))
    .filter(({ text }) => /\s/.test(text)); // A single word is a name or a value.
  return [...comments, ...strings];
}

/** Markers of comments and Markdown become blanks, and code becomes underscores, so that positions stay right. */
function withoutMarkers(text) {
  return text
    .replace(/^[ \t]*(\/\*\*?|\/\/|\*\/|\*|#+|-|>)/gm, (marker) => ' '.repeat(marker.length))
    .replace(/\*\/$/, '  ')
    .replace(/```.*?```|`[^`\n]*`/gs, (code) => code.replace(/\w/g, '_'));
}

/** A blank in a pattern stands for a line break, too. */
function findingsOf({ text, line }) {
  const plain = withoutMarkers(text);
  const lineAt = (position) => line + plain.slice(0, position).split('\n').length - 1;
  return patterns.flatMap(({ opens, anywhere, instead }) =>
    opens === undefined
      ? [...plain.matchAll(new RegExp(anywhere.source.replaceAll(' ', '\\s+'), 'gi'))].map((found) => ({
          line: lineAt(found.index),
          found: found[0],
          instead,
        }))
      : sentencesOf(plain).flatMap(({ start, sentence }) => {
          const found = opens.exec(sentence);
          return found === null ? [] : [{ line: lineAt(start), found: found[0], instead }];
        }),
  );
}

/** The sentences of a text, each with its mark. A colon, a semicolon and an empty line end one, too. */
function sentencesOf(plain) {
  return plain
    .matchAll(/\S.*?(?=\n\s*\n|(?<=[.!?:;])\s|$)/gs)
    .map(({ index, 0: sentence }) => ({ start: index, sentence: sentence.replace(/\s+/g, ' ') }))
    .toArray();
}

function lint(root, paths) {
  return paths
    .flatMap((path) => listFiles(root, path))
    .filter((path) => !notOurWords.test(path))
    .flatMap((path) => {
      const readable = /\.md$|\.env\.example$/.test(path);
      if (!isCode(path) && !readable) return [];
      const texts = readable
        ? [{ text: readFileSync(join(root, path), 'utf8'), line: 1 }]
        : textsOfCode(parseFile(root, path));
      return texts.flatMap(findingsOf).map((finding) => ({ path, ...finding }));
    });
}

const here = fileURLToPath(new URL('../..', import.meta.url));
const { values, positionals } = parseArgs({ allowPositionals: true, options: { root: { type: 'string' } } });
const findings = lint(values.root ?? here, positionals.length > 0 ? positionals : everything);
for (const { path, line, found, instead } of findings) {
  process.stdout.write(`${path}:${line}: "${found.replace(/\s+/g, ' ')}": write ${instead}.\n`);
}
process.stdout.write(`${findings.length} sentences to rewrite\n`);
if (findings.length > 0) process.exitCode = 1;
