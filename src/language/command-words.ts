/**
 * A text with the commands in it as the readers of a language type them. Catalogues write them in English, in code:
 * `/digest pause until:`.
 */
export const inWordsOf = (words: Readonly<Record<string, string>>, text: string): string =>
  text.replace(/`\/[^`]*`/g, (command) =>
    command.replace(/(?<=[/ ])[a-z-]+(?=[ :`])/g, (word) =>
      Object.hasOwn(words, word) ? (words[word] ?? word) : word,
    ),
  );
