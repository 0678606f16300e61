/** The functions of a file and their lengths, exports and their docstrings, comments and their lengths. */
import ts from 'typescript-6';
import { commentsOf, lineOf } from '../source-files.mjs';

/** The named functions of a file and how many lines each has, the signature included. Inline callbacks don't count. */
export function functionsOf(file) {
  const found = [];
  const visit = (node) => {
    if (ts.isFunctionLike(node) && node.body !== undefined && isNamed(node)) {
      const first = lineOf(file, node.getStart(file));
      found.push({ place: `${file.fileName}:${first + 1}`, lines: lineOf(file, node.end) - first + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isNamed(node) {
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return true;
  const { parent } = node;
  return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent);
}

/** Each exported declaration at the top of a file, and whether a docstring stands before it. */
export function exportsOf(file) {
  return file.statements
    .filter((statement) => ts.canHaveModifiers(statement) && isExported(statement))
    .map((statement) => ({
      place: `${file.fileName}:${lineOf(file, statement.getStart(file)) + 1}`,
      isDocumented: ts.getJSDocCommentsAndTags(statement).length > 0,
    }));
}

function isExported(statement) {
  return ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
}

/** The comments of a file, with how many lines and words each has. Line comments that follow each other are one. */
export function measureComments(file) {
  const found = [];
  for (const { pos, end, kind } of commentsOf(file)) {
    const first = lineOf(file, pos);
    const last = lineOf(file, end);
    const words = file.text.slice(pos, end).match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
    const before = found.at(-1);
    const isLine = kind === ts.SyntaxKind.SingleLineCommentTrivia;
    if (isLine && before?.isLine === true && before.last === first - 1) {
      before.last = last;
      before.words += words;
    } else found.push({ isLine, first, last, words });
  }
  return found.map(({ first, last, words }) => ({ lines: last - first + 1, words }));
}
