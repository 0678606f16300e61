/** The texts in a file of code that a person can see, found by where they stand. */
import ts from 'typescript-6';

/** Properties whose value is shown, even if it is a single word. */
const shownProperties = new Set(['description', 'label', 'placeholder', 'title']);
/** Calls whose texts go to the log or to the database. */
const unseenCall = /(^|\.)(log|logger)\.\w+$|\.(prepare|exec|pragma|raw)$|^(sql|emit|index|primaryKey)$/;
const errorForProgrammers = /^(Error|TypeError|RangeError)$/;

/** Each text with the function that shows it and the conditions around it, the outermost first. */
export function textsOf(file) {
  const found = [];
  const visit = (node) => {
    if (isUnseen(node)) return;
    if (isText(node)) {
      const text = textOf(node, file);
      if (isShown(node, text))
        found.push({ text, where: functionOf(node, file), conditions: conditionsOf(node, file) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Each text of a message catalogue, with its key. */
export function catalogueTexts(file) {
  const found = [];
  const visit = (node) => {
    if (ts.isPropertyAssignment(node) && isText(node.initializer))
      found.push({ text: textOf(node.initializer, file), where: node.name.text, conditions: [] });
    else ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const isText = (node) =>
  ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node);

/** The text as it is shown, with `‹…›` for what is put in. */
function textOf(node, file) {
  if (!ts.isTemplateExpression(node)) return node.text;
  const parts = node.templateSpans.map(
    ({ expression, literal }) => `‹${short(expression.getText(file)).replaceAll('`', 'ˋ')}›${literal.text}`,
  );
  return node.head.text + parts.join('');
}

const query = /^\s*(select|insert|update|delete|with|create|pragma)\b.*\b(from|into|set|table|as)\b/is;
/** Longer texts without a full stop are tables of words or signs. */
const longestPhrase = 200;

/** A text of several words, or a word that a component shows. */
function isShown(node, text) {
  const plain = text.replace(/‹[^›]*›/g, '');
  if (query.test(text) || (text.length > longestPhrase && !/\p{L}[.!?](\s|$)/u.test(text))) return false;
  if (
    /\p{L}\s+\p{L}|\p{L}{2,}[.:?!](?=\s|$)|‹[^›]*›\s+\p{L}{2,}|\p{L}{2,}\s+‹/u.test(
      ts.isTemplateExpression(node) ? text : plain,
    ) &&
    /\p{L}{2}/u.test(plain)
  )
    return true;
  const { parent } = node;
  return ts.isPropertyAssignment(parent) && shownProperties.has(parent.name.getText()) && /\p{L}/u.test(plain);
}

/** Whether nothing in the node is shown: types, imports, tables of words, and what goes to the log or the database. */
function isUnseen(node) {
  if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return true;
  if (ts.isTaggedTemplateExpression(node)) return true;
  if (ts.isNewExpression(node))
    return errorForProgrammers.test(node.expression.getText()) || node.expression.getText() === 'RegExp';
  if (!ts.isCallExpression(node)) return false;
  const called = node.expression.getText();
  return unseenCall.test(called) || isSplitWords(node);
}

/** `'one two three'.split(' ')` is a table of words. */
function isSplitWords({ expression }) {
  return ts.isPropertyAccessExpression(expression) && expression.name.text === 'split';
}

/** The nearest function, constant or class with a name. */
function functionOf(node, file) {
  for (let at = node.parent; at !== undefined; at = at.parent) {
    const isNamed =
      ts.isFunctionDeclaration(at) ||
      ts.isMethodDeclaration(at) ||
      ts.isClassDeclaration(at) ||
      ts.isVariableDeclaration(at) ||
      ts.isPropertyAssignment(at);
    if (isNamed && at.name !== undefined && !shownProperties.has(at.name.getText(file))) return at.name.getText(file);
  }
  return '';
}

/** The conditions around a node. What follows an `if` that returned is not among them. */
function conditionsOf(node, file) {
  const conditions = [];
  for (let at = node; at.parent !== undefined; at = at.parent) {
    const condition = conditionOf(at, at.parent, file);
    if (condition !== null) conditions.unshift(condition);
  }
  return conditions;
}

/** The condition under which a child of a node is reached, or null. */
function conditionOf(child, parent, file) {
  const source = (node) => short(node.getText(file));
  if (ts.isIfStatement(parent) && child !== parent.expression)
    return child === parent.thenStatement ? source(parent.expression) : `not: ${source(parent.expression)}`;
  if (ts.isConditionalExpression(parent) && child !== parent.condition)
    return child === parent.whenTrue ? source(parent.condition) : `not: ${source(parent.condition)}`;
  if (ts.isCaseClause(parent) && child !== parent.expression) return source(parent.expression);
  if (ts.isCatchClause(parent)) return 'it failed';
  if (ts.isBinaryExpression(parent) && child === parent.right) return ofOperator(parent, source);
  return null;
}

function ofOperator({ left, operatorToken }, source) {
  if (operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) return source(left);
  if (operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) return `no ${source(left)}`;
  return operatorToken.kind === ts.SyntaxKind.BarBarToken ? `not: ${source(left)}` : null;
}

const mostCharacters = 70;

/** Code on one line, cut where it is long. */
function short(text) {
  const line = text.replace(/\s+/g, ' ');
  return line.length > mostCharacters ? `${line.slice(0, mostCharacters - 1)}…` : line;
}
