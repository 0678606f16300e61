declare module 'snowball-stemmers' {
  /** Makes the Snowball stemmer of a language, such as `english`. */
  export function newStemmer(language: string): { stem(word: string): string };
}
