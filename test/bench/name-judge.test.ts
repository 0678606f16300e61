import { expect, it } from 'vitest';
import { createNameJudge } from '../../bench/name-judge.ts';

/** Yang is a family name that many have. Jing-Yu is a given name. */
const corpus = [...Array.from({ length: 40 }, (_, at) => `Name${at} Yang`), 'Jing-Yu Chen'];
const judge = createNameJudge(corpus);

it.each([
  ['Yu Liu', 'Yu Liu'],
  ['Yu Liu', 'Y. Liu'],
  ['Yu Liu', 'Liu Yu'],
  ['Yu Liu', 'Liu Y'],
  ['Jing-Yu Liu', 'Jingyu Liu'],
  ['Jingyu Liu', 'J.-Y. Liu'],
  ['Norman Müller', 'Norman Mueller'],
  ['Norman Müller', 'Norman Muller'],
  ['Maria Garcia', 'Maria Garcia Lopez'],
])('%s is also printed as %s', (typed, printed) => {
  expect(judge.isSame(printed, typed)).toBe(true);
});

it.each([
  ['Yu Liu', 'Ming-Yu Liu'],
  ['Yu Liu', 'Jing Yu Liu'],
  ['Yu Liu', 'M. Liu'],
  ['Yu Liu', 'Yu Chen'],
  ['Yang Liu', 'Liu Yang'],
  ['Jingyu Liu', 'J.-M. Liu'],
  ['Norman Müller', 'Norma Müller'],
])('%s is not %s', (typed, printed) => {
  expect(judge.isSame(printed, typed)).toBe(false);
});
