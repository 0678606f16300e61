/**
 * How many cases a test draws. A run of all tests draws a part of them, which is the same each time. `SAMPLES=all npm test`
 * draws all.
 */
export const sampled = ({ part, all }: { readonly part: number; readonly all: number }): number =>
  process.env['SAMPLES'] === 'all' ? all : part;
