/** The commands of a line of shell, each as its words without quotes, and the comment at its end. */
export interface ShellLine {
  readonly commands: readonly (readonly string[])[];
  readonly comment: string;
}

const token = /(?<comment>#.*$)|(?<operator>&&|\|\||[;|>])|(?<word>(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\&|;>])+)/g;

/** Reads a line of shell as far as the documents use it. The file after `>` is left out. */
export function readShell(line: string): ShellLine {
  const commands: string[][] = [[]];
  let comment = '';
  let operator = '';
  for (const { groups = {} } of line.matchAll(token)) {
    if (groups['comment'] !== undefined) comment = groups['comment'];
    else if (groups['operator'] !== undefined) {
      operator = groups['operator'];
      if (operator !== '>') commands.push([]);
    } else if (operator === '>') operator = '';
    else commands.at(-1)?.push(unquoted(groups['word'] ?? ''));
  }
  return { commands: commands.filter(({ length }) => length > 0), comment };
}

const unquoted = (word: string): string =>
  word.replace(
    /"((?:\\.|[^"\\])*)"|'([^']*)'|\\(.)/g,
    (_whole, doubled, single, escaped) => doubled ?? single ?? escaped,
  );
