import { describe, expect, test } from 'vitest';
import { cleanTexText } from '../../src/papers/text.ts';
import { parseTopic } from '../../src/topics/language/parse.ts';
import { matchTopic } from '../../src/topics/matching/match.ts';
import { readPaper } from '../../src/topics/matching/paper-text.ts';
import { inventPaper } from './invented-paper.ts';

function isFound(topic: string, tex: string): boolean {
  const parsed = parseTopic(topic);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return matchTopic(parsed.topic, readPaper(inventPaper({ title: cleanTexText(tex), abstract: '' }))) !== null;
}

describe('a topic finds words that were TeX', () => {
  test.each([
    ['title:alpha', String.raw`On $\alpha$-stable processes`],
    ['title:α', String.raw`On $\alpha$-stable processes`],
    ['title:"alpha stable"', String.raw`On \alpha-stable processes`],
    ['α-stable', String.raw`On {\alpha}-stable processes`],
    ['beta', String.raw`The \b{eta} decay`],
    ['epsilon', String.raw`$\varepsilon$-greedy`],
    ['phi', String.raw`The $\varphi$ meson`],
    ['"lambda cdm" OR lambdacdm', String.raw`$\Lambda$CDM cosmology`],
    ['H2O', 'Maps of H$_2$O'],
    ['h2o', 'Maps of H_{2}O'],
    ['"t eff"', String.raw`The scale of $T_{\rm eff}$`],
    ['T_eff', String.raw`The scale of $T_\mathrm{eff}$`],
    ['author:none OR neutrino', String.raw`A neutrino, $\bar{\nu}_e$`],
    ['nu', String.raw`A beam of $\bar{\nu}$`],
    ['schrodinger', String.raw`The Schr\"odinger equation`],
    ['"log n"', String.raw`In $\mathcal{O}(n\log n)$ steps`],
  ])('%s finds %s', (topic, tex) => {
    expect(isFound(topic, tex)).toBe(true);
  });

  test.each([
    ['title:alpha', String.raw`On $\beta$-stable processes`],
    ['mathcal', String.raw`In $\mathcal{O}(n\log n)$ steps`],
    ['textit', String.raw`\textit{Emphasis}`],
  ])('%s does not find %s', (topic, tex) => {
    expect(isFound(topic, tex)).toBe(false);
  });
});
