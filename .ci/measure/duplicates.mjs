/** Runs of equal lines that stand in more than one place. */
import ts from 'typescript-6';
import { lineOf, tokensOf } from '../source-files.mjs';

/** How many lines must be equal before a run counts. */
const shortestRun = 6;

/**
 * Every pair of places with the same run of at least `shortestRun` lines, as long as it can be made. Comments, imports,
 * blank lines and lines of punctuation alone are left out, and so is white space.
 */
export function findDuplicates(files) {
  const lines = files.flatMap((file, number) => [
    ...codeLines(file),
    { text: `end of file ${number}`, file: '', line: 0 },
  ]);
  const seen = new Map();
  const found = [];
  for (let at = 0; at + shortestRun <= lines.length; at++) {
    const window = lines.slice(at, at + shortestRun).map(({ text }) => text);
    const key = window.join('\n');
    const earlier = seen.get(key) ?? [];
    for (const first of earlier) {
      const isContinued = first > 0 && lines[first - 1].text === lines[at - 1].text;
      if (!isContinued) addRun(found, lines, first, at);
    }
    seen.set(key, [...earlier, at]);
  }
  return found;
}

function addRun(found, lines, first, second) {
  let length = shortestRun;
  while (first + length < second && lines[first + length].text === lines[second + length]?.text) length++;
  if (first + shortestRun > second) return;
  const place = ({ file, line }) => `${file}:${line}`;
  const covered = [first, second].flatMap((start) => lines.slice(start, start + length).map(place));
  found.push({ lines: length, places: [place(lines[first]), place(lines[second])], covered });
}

/** The lines of a file as its tokens, joined by spaces. */
function codeLines(file) {
  const byLine = new Map();
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement)) continue;
    for (const token of tokensOf(statement, file)) {
      const line = lineOf(file, token.getStart(file));
      byLine.set(line, `${byLine.get(line) ?? ''} ${token.getText(file)}`);
    }
  }
  return [...byLine]
    .filter(([, text]) => /[\p{L}\p{N}]/u.test(text))
    .map(([line, text]) => ({ text, file: file.fileName, line: line + 1 }));
}
