/** The code files of a checkout, parsed with TypeScript 6, and the comments in them. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import ts from 'typescript-6';

const codeEndings = new Set(['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs']);
const skippedFolders = new Set(['node_modules', '.git', 'data', 'coverage', '.vitest']);

/** Every file below a path (or the path itself, if it is a file), relative to `root`, sorted by name. */
export function listFiles(root, path) {
  const full = join(root, path);
  const found = statSync(full, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (found.isFile()) return [path];
  return readdirSync(full, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() || !skippedFolders.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => listFiles(root, join(path, entry.name)));
}

/** Whether TypeScript can parse the file. */
export function isCode(path) {
  return codeEndings.has(extname(path));
}

/** A file of code, parsed. `path` is relative to `root`. */
export function parseFile(root, path) {
  const text = readFileSync(join(root, path), 'utf8');
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

/** The tokens of a syntax tree in the order of the text, without those inside docstrings. */
export function* tokensOf(node, file) {
  if (ts.isJSDoc(node)) return;
  const children = node.getChildren(file);
  if (children.length === 0 || ts.isToken(node)) yield node;
  else for (const child of children) yield* tokensOf(child, file);
}

/** The comments of a file as ranges `{pos, end, kind}`. Comments stand only in the gaps before tokens. */
export function commentsOf(file) {
  const comments = [];
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false);
  for (const token of tokensOf(file, file)) {
    const start = token.getStart(file);
    if (start === token.pos) continue;
    scanner.setText(file.text, token.pos, start - token.pos);
    for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
      if (kind === ts.SyntaxKind.SingleLineCommentTrivia || kind === ts.SyntaxKind.MultiLineCommentTrivia) {
        comments.push({ pos: scanner.getTokenStart(), end: scanner.getTokenEnd(), kind });
      }
    }
  }
  return comments;
}

/** The line of a position in a file, from 0. */
export function lineOf(file, position) {
  return file.getLineAndCharacterOfPosition(position).line;
}
