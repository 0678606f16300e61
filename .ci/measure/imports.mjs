/** Circles among the imports of a folder's files. */
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript-6';

/** The circles of imports among the files: those of values alone, and those that type-only imports close as well. */
export function measureCircles(files) {
  const known = new Set(files.map((file) => file.fileName));
  const imports = files.map((file) => [file.fileName, importsOf(file).filter(({ path }) => known.has(path))]);
  const valuesOnly = imports.map(([from, to]) => [from, to.filter(({ isTypeOnly }) => !isTypeOnly)]);
  return { values: circlesOf(valuesOnly), withTypes: circlesOf(imports) };
}

function importsOf(file) {
  const found = [];
  const add = (specifier, isTypeOnly) => {
    if (specifier === undefined || !ts.isStringLiteral(specifier) || !specifier.text.startsWith('.')) return;
    found.push({ path: normalize(join(dirname(file.fileName), specifier.text)), isTypeOnly });
  };
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnlyImport(node));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node)) add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isTypeOnlyImport({ importClause }) {
  if (importClause === undefined) return false;
  if (importClause.isTypeOnly) return true;
  const names = importClause.namedBindings;
  if (importClause.name !== undefined || names === undefined || !ts.isNamedImports(names)) return false;
  return names.elements.length > 0 && names.elements.every((element) => element.isTypeOnly);
}

/** Strongly connected components with more than one file, by Tarjan's algorithm. */
function circlesOf(imports) {
  const graph = new Map(imports.map(([from, to]) => [from, to.map(({ path }) => path)]));
  const index = new Map();
  const low = new Map();
  const stack = [];
  const circles = [];
  const close = (file) => {
    const circle = stack.splice(stack.indexOf(file));
    for (const member of circle) low.set(member, Number.POSITIVE_INFINITY);
    if (circle.length > 1) circles.push(circle.sort());
  };
  const visit = (file) => {
    index.set(file, index.size);
    low.set(file, index.get(file));
    stack.push(file);
    for (const next of graph.get(file)) {
      if (!index.has(next)) visit(next);
      low.set(file, Math.min(low.get(file), low.get(next)));
    }
    if (low.get(file) === index.get(file)) close(file);
  };
  for (const file of graph.keys()) if (!index.has(file)) visit(file);
  return circles.sort((a, b) => b.length - a.length);
}
