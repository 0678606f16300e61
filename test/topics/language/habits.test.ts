import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { sayIn } from '../../../src/language/say.ts';
import { parseTopic } from '../../../src/topics/language/parse.ts';

function canonicalOf(text: string): string {
  const parsed = parseTopic(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.message}`);
  return parsed.topic.canonical;
}

/** The marked part of the text and the message. */
function refusal(text: string): readonly [string, string] {
  const parsed = parseTopic(text);
  if (parsed.ok) throw new Error(`${text} was read as ${parsed.topic.canonical}`);
  const { position, length, message } = parsed.error;
  return [text.slice(position, position + length), message];
}

describe('a list', () => {
  test.each([
    ['cat:(cs.AI, cs.CV)', 'cat:(cs.AI OR cs.CV)'],
    ['cat:(cs.AI cs.CV)', 'cat:(cs.AI OR cs.CV)'],
    ['cat:(cs.AI; cs.CV; biorxiv/genomics) robots', 'cat:(cs.AI OR cs.CV OR biorxiv/genomics) robots'],
    ['primary:(cs.AI cs.CV)', 'primary:(cs.AI OR cs.CV)'],
    ['robots source:(arxiv, hf)', 'robots source:(arxiv OR huggingface)'],
    ['id:(2406.01234 2406.01235)', 'id:(2406.01234 OR 2406.01235)'],
    ['graphs is:(new, cross)', 'graphs is:(new OR cross)'],
    ['cat:(cs.AI AND cs.CV)', 'cat:(cs.AI AND cs.CV)'],
    ['cat:cs.AI cat:cs.CV', 'cat:(cs.AI AND cs.CV)'],
    ['cat:(cs.AI AND cs.CV, cs.LG)', 'cat:(cs.AI AND cs.CV OR cs.LG)'],
    ['cat:(cs.* -cs.CV)', 'cat:(cs.* AND -cs.CV)'],
    ['cat:(cs.AI, cs.LG -cs.CV)', 'cat:((cs.AI OR cs.LG) AND -cs.CV)'],
    ['graphs -cat:(cs.AI cs.CV)', 'graphs -cat:(cs.AI OR cs.CV)'],
    ['author:(hinton, lecun)', 'author:(hinton lecun)'],
    ['title:(graph, network)', 'title:(graph network)'],
    ['a has:(code, doi)', 'a has:code has:doi'],
    ['upvotes:(>5 <10)', 'upvotes:(>=6 <=9)'],
  ])('%s is %s', (text, canonical) => {
    expect(canonicalOf(text)).toBe(canonical);
    expect(canonicalOf(canonical)).toBe(canonical);
  });
});

describe('what has the same meaning elsewhere is read', () => {
  test.each([
    ['cs.AI+cs.CV+cs.LG', 'cat:(cs.AI OR cs.CV OR cs.LG)'],
    ['cs+math robots', 'cat:(cs.* OR math.*) robots'],
    ['cat:cs.AI+cs.CV', 'cat:(cs.AI OR cs.CV)'],
    ['primary:cs.AI+hep-th', 'primary:(cs.AI OR hep-th)'],
    ['-cs.AI+cs.CV graphs', '-cat:(cs.AI OR cs.CV) graphs'],
    ['"cs.AI+cs.CV" x', '"cs.ai+cs.cv" x'],
    ['all:electron', 'electron'],
    ['all:(electron "thermal gas")', 'electron "thermal gas"'],
    ['cat:cs.AI+OR+cat:cs.LG', 'cat:(cs.AI OR cs.LG)'],
    ['au:del_maestro+AND+ti:checkerboard', 'author:"del maestro" title:checkerboard'],
    [
      'au:del_maestro+ANDNOT+%28ti:checkerboard+OR+ti:Pyrochlore%29',
      'author:"del maestro" -title:(checkerboard OR pyrochlore)',
    ],
    ['ti:%22quantum+criticality%22', 'title:"quantum criticality"'],
    ['graph%20networks', 'graph networks'],
    ['"a+OR+b" x', 'a+or+b x'],
    ['="a+OR+b" x', '="a+OR+b" x'],
    ['graph AND NOT survey', 'graph -survey'],
    ['+graph +network', 'graph network'],
    ['TS graph NEAR', 'ts graph near'],
    ['C++ C# k-means p-value 1/2 near/far N2 reduction', 'c++ c# k-means p-value 1/2 near/far n2 reduction'],
    ['"near/5" x', '"near/5" x'],
    ['[CLS] tokens [Re] study', 'cls tokens re study'],
    ['$k$-means $\\beta$ x^2 L^2', 'k-means beta x-2 l-2'],
    ['p(y|x)', 'p (y OR x)'],
  ])('%s is %s', (text, canonical) => {
    expect(canonicalOf(text)).toBe(canonical);
    expect(canonicalOf(canonical)).toBe(canonical);
  });
});

describe('a query in the language of another service is refused, with our way to write it', () => {
  test.each([
    // PubMed
    ['lung cancer[tiab]', '[tiab]', 'Write "lung cancer" instead.'],
    ['x AND "lung cancer"[MeSH Terms]', '[MeSH Terms]', 'Write "lung cancer" instead.'],
    ['Smith J[au] AND y', '[au]', 'Write author:"Smith J" instead.'],
    ['cancer [Title/Abstract]', '[Title/Abstract]', 'Write cancer instead.'],
    ['cancer[ti]', '[ti]', 'Write title:cancer instead.'],
    ['Harvard[ad]', '[ad]', 'Write org:Harvard instead.'],
    ['cancer 2020[dp]', '[dp]', 'has no dates'],
    ['cancer AND english[la]', '[la]', 'Leave this part out.'],
    // Scopus
    ['TITLE-ABS-KEY(graph neural)', 'TITLE-ABS-KEY(', 'Write (graph neural) instead.'],
    ['TITLE-ABS-KEY("graph (neural) x" OR y) z', 'TITLE-ABS-KEY(', 'Write ("graph (neural) x" OR y) instead.'],
    ['AUTH(smith) x', 'AUTH(', 'Write author:smith instead.'],
    ['x AND TITLE(graph net)', 'TITLE(', 'Write title:(graph net) instead.'],
    ['graph W/5 network', 'W/5', 'write "graph network"~5'],
    ['graph PRE/3 network', 'PRE/3', 'write "graph network"~3'],
    ['graph AND PUBYEAR > 2020', 'PUBYEAR > 2020', 'has no dates'],
    ['SRCTITLE(nature) x', 'SRCTITLE(', 'nothing like it'],
    // Web of Science
    ['TS=(graph neural)', 'TS=(', 'Write (graph neural) instead.'],
    ['TI="graph net"', 'TI="graph net"', 'Write title:"graph net" instead.'],
    ['AU=Smith', 'AU=Smith', 'Write author:Smith instead.'],
    ['graph NEAR/5 network', 'NEAR/5', 'write "graph network"~5'],
    ['graph near/5 network', 'near/5', 'write "graph network"~5'],
    ['graph SAME network', 'SAME', 'write "graph network"~15'],
    ['PY=2020 graph', 'PY=2020', 'has no dates'],
    // Google
    ['site:arxiv.org x', 'site:', 'source:arxiv'],
    ['intitle:graph', 'intitle:', 'title:word'],
    ['allintitle: graph net', 'allintitle:', 'title:(two words)'],
    ['graph 2019..2024', '2019..2024', 'upvotes:10..50'],
    ['graph AROUND(3) net', 'AROUND(3)', 'write "graph net"~3'],
    // Lucene
    ['graph^2 net', 'graph^2', 'write graph alone'],
    ['"graph net"^2.5', '"graph net"^2.5', 'write "graph net" alone'],
    ['graph~0.8', '~0.8', 'write “graph” alone'],
    ['graph~', '~', 'write “graph” alone'],
    ['x submittedDate:[202301010600 TO 202401010600]', 'submittedDate:[202301010600 TO 202401010600]', 'has no dates'],
    ['submittedDate:2023 x', 'submittedDate:', 'has no dates'],
    ['jr:nature x', 'jr:', 'source:crossref'],
    ['rn:123 x', 'rn:', 'Leave this part out'],
    ['cs.AI + cs.CV', '+', 'Write cat:(cs.AI OR cs.CV).'],
    ['graph + net', '+', 'graph OR net'],
    // EBSCO, ProQuest, Ovid
    ['"graph net" N5 model', 'N5', 'write "graph net model"~5'],
    ['graph adj3 net', null, null],
    ['graph ADJ3 net', 'ADJ3', 'write "graph net"~3'],
    // regular expressions
    ['/diffusion.*/', '/diffusion.*/', 'Write diffusion* for all words that begin so.'],
    ['\\bLLM\\b', '\\bLLM\\b', 'Write =LLM for this very word.'],
    ['\\btransformer\\b x', '\\btransformer\\b', 'Write =transformer for this very word.'],
    ['transform\\w+', 'transform\\w+', 'Write transform*'],
    ['(cat|dog)+', '(cat|dog)+', 'Write (cat OR dog).'],
    ['transform(er|ation)', 'transform(er|ation)', 'Write (transformer OR transformation).'],
    ['[Tt]ransformer', '[Tt]ransformer', 'Write transformer, which finds it in any case.'],
    ['gr[ae]y', 'gr[ae]y', 'Write (gray OR grey).'],
    ['diffusion.*', 'diffusion.*', 'Write diffusion*'],
    ['cs.*', 'cs.*', 'Write cat:cs.*'],
    ['^graph', '^graph', 'Write graph instead.'],
    // wildcards, also in fields and exclusions
    ['title:wom?n', 'wom?n', 'Write wom*'],
    ['graph -colo#r', 'colo#r', 'Write colo*'],
    ['.*graph', '.*graph', 'OR'],
    ['wom?n', 'wom?n', 'Write wom*'],
    ['colo*r', 'colo*r', 'Write colo* instead of “colo*r”.'],
    ['neuron$', 'neuron$', 'Write neuron*'],
    ['behavio$r', 'behavio$r', 'Write behavio*'],
    ['neuron%', 'neuron%', 'Write neuron*'],
  ])('%s', (text, mark, message) => {
    if (mark === null) return expect(parseTopic(text).ok).toBe(true);
    const [marked, said] = refusal(text);
    expect(marked).toBe(mark);
    expect(said).toContain(message);
    expect(said).not.toContain('[object');
  });

  test.each([
    ['lung cancer[tiab]', '„[tiab]“ ist ein Kürzel von PubMed. Schreibe stattdessen "lung cancer".'],
    ['TS=(graph neural)', '„TS=“ ist ein Feld von Web of Science. Schreibe stattdessen (graph neural).'],
    [
      'SRCTITLE(nature) x',
      '„SRCTITLE“ ist ein Feld von Scopus. Themen haben nichts dergleichen. Lass diesen Teil weg.',
    ],
    ['gr[ae]y', '„gr[ae]y“ ist ein regulärer Ausdruck, und die gibt es in Themen nicht. Schreibe (gray OR grey).'],
    ['graph NEAR/5 net', '„NEAR/5“ geht hier nicht. Für Wörter, die nah beieinander stehen, schreibe "graph net"~5.'],
    ['lang:en x', 'Themen berücksichtigen die Sprache eines Papers nicht. Lass diesen Teil weg.'],
    ['has:', 'Nach has: fehlt der Wert: code, pdf oder doi. Schreibe ihn dazu, oder entferne has:.'],
  ])('%s, in the language of the reader', (text, expected) => {
    const parsed = parseTopic(text);
    expect(parsed.ok ? '' : sayIn('de').saying(parsed.error.said)).toBe(expected);
  });

  test('but never in quotes', () => {
    expect(canonicalOf('"lung cancer[tiab]" "graph NEAR/5 net" "TS=(a b)"')).toBe(
      '"lung cancer-tiab" "graph near/5 net" "ts-a b"',
    );
  });
});

const capture = new URL('../../../../shared/data/arxiv_train/arxiv_all_2016_2026-02.jsonl.gz', import.meta.url);
if (!existsSync(capture)) process.stderr.write('Skipped: the captured papers of ../shared are not here.\n');

describe.skipIf(!existsSync(capture))('the titles of real papers', () => {
  test('are hardly ever taken for a habit from elsewhere', async () => {
    const lines = createInterface({ input: createReadStream(capture).pipe(createGunzip()) });
    const taken: string[] = [];
    let count = 0;
    for await (const line of lines) {
      const { title } = JSON.parse(line) as { title: string };
      // A colon makes a field, and quotation marks hide what is in them.
      const parsed = parseTopic(title.replace(/[:"]/g, ' '));
      if (
        !parsed.ok &&
        /elsewhere|PubMed|Scopus|Web of Science|regular expression|wildcard|does not|no dates/.test(
          parsed.error.message,
        )
      )
        taken.push(`${title}: ${parsed.error.message}`);
      count += 1;
      if (count === 20_000) break;
    }
    lines.close();
    expect(taken.length, taken.join('\n')).toBeLessThan(count / 1_000);
  });
});
