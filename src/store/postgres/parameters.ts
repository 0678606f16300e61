/** A statement with numbered parameters, as PostgreSQL wants them. */
export interface NumberedStatement {
  readonly text: string;
  /** The values of the parameters, in the order of their numbers. */
  valuesOf(given: readonly unknown[]): readonly unknown[];
}

/** Texts and names in quotation marks, comments, casts, and parameters. Only the last are numbered. */
const pieces = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|::|\?|:([a-zA-Z]\w*)/g;

/**
 * Numbers the parameters of a statement: each `?` separately, and `:name` by its name.
 * @example numbered('a = ? and b = ?').text === 'a = $1 and b = $2'
 */
export function numbered(statement: string): NumberedStatement {
  const names: string[] = [];
  let count = 0;
  const text = statement.replace(pieces, (piece, name?: string) => {
    if (piece === '?') {
      count += 1;
      return `$${count}`;
    }
    if (name === undefined) return piece;
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  if (names.length === 0) return { text, valuesOf: (given) => given.flat() };
  return { text, valuesOf: ([values]) => names.map((name) => (values as Record<string, unknown>)[name]) };
}
