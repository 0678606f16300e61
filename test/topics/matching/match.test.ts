import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noExtras } from '../../../src/papers/paper.ts';
import { publicationStatus } from '../../../src/papers/publication-status.ts';
import { parseTopic } from '../../../src/topics/language/parse.ts';
import { type Match, matches, matchTopic } from '../../../src/topics/matching/match.ts';
import { type PaperText, readPaper } from '../../../src/topics/matching/paper-text.ts';
import type { Topic, TopicNode } from '../../../src/topics/topic.ts';
import { explainMatch, explainMiss } from '../../support/explanations.ts';
import { meaning } from '../../support/shipped-meaning.ts';
import { paper, topic } from '../arbitraries.ts';
import { inventPaper } from '../invented-paper.ts';

function parsed(text: string): Topic {
  const result = parseTopic(text, meaning);
  if (!result.ok) throw new Error(result.error.message);
  return result.topic;
}

const invented = inventPaper({
  title: 'Diffusion Models for Poincaré Graphs in C++',
  abstract: 'We train graph neural networks. Graphs are fine-tuned, and GPT-4o helps. O’Brien’s diffusion is not used.',
  authors: ['Yann LeCun', 'Łukasz Kaiser', 'Conan O’Brien', 'Maria Garcia', 'Jose Lopez'],
  categories: ['cs.IT', 'stat.ML', 'hep-th'],
  comment: '12 pages, accepted at ACL',
  sources: ['arxiv', 'huggingface'],
  announcedAs: 'cross',
  extras: { ...noExtras, upvotes: 7, codeUrl: 'https://code.example/x', organization: 'Google DeepMind' },
});

const matchOf = (text: string): Match | null => matchTopic(parsed(text), readPaper(invented));
const why = (text: string): readonly string[] | null => {
  const match = matchOf(text);
  return match === null ? null : explainMatch(match);
};

const compoundsIn = (node: TopicNode): readonly string[] => {
  if (node.kind === 'all' || node.kind === 'any') return node.nodes.flatMap(compoundsIn);
  if (node.kind === 'not') return compoundsIn(node.node);
  return node.kind === 'text' ? node.compounds : [];
};

/** The compounds of two topics side by side that neither has alone: `(k) (means)` is `k means`, and finds “kmeans”. */
const newCompounds = (both: Topic, alone: readonly Topic[]): readonly string[] =>
  compoundsIn(both.root).filter((compound) => alone.every(({ root }) => !compoundsIn(root).includes(compound)));

/** Both topics together match as expected, or match more by a compound of both. */
function expectMatch(
  both: Topic,
  text: PaperText,
  { expected, alone }: { readonly expected: boolean; readonly alone: readonly Topic[] },
): void {
  const isMatch = matches(both, text);
  if (isMatch && !expected) expect(newCompounds(both, alone)).not.toEqual([]);
  else expect(isMatch).toBe(expected);
}

describe('a paper matches', () => {
  test.each<[string, readonly string[]]>([
    ['diffusion', ['“Diffusion” in the title']],
    ['=Diffusion', ['“Diffusion” in the title']],
    ['="Diffusion models"', ['“Diffusion Models” in the title']],
    ['DIFFUSIONS', ['“Diffusion” in the title']],
    ['training', ['“train” in the abstract']],
    ['model graph', ['“Models” in the title', '“Graphs” in the title']],
    ['"graph neural network"', ['“graph neural networks” in the abstract']],
    ['poincare', ['“Poincaré” in the title']],
    ['C++', ['“C++” in the title']],
    ['fine-tuning', ['“fine-tuned” in the abstract']],
    ["o'brien", ['“O’Brien’s” in the abstract']],
    ['title:diffusion', ['“Diffusion” in the title']],
    ['absent OR gpt-4o', ['“GPT-4o” in the abstract']],
    ['diffusion -absent', ['“Diffusion” in the title']],
    ['diffusion -title:"graph neural"', ['“Diffusion” in the title']],
    ['graph (absent OR -missing)', ['“Graphs” in the title']],
    ['author:lecun', ['by Yann LeCun']],
    ['author:"LeCun, Yann"', ['by Yann LeCun']],
    ['author:lukasz', ['by Łukasz Kaiser']],
    ["author:o'brien", ['by Conan O’Brien']],
    ['author:(garcia lopez)', ['by Maria Garcia', 'by Jose Lopez']],
    ['cat:cs.IT', ['in cs.IT']],
    ['cat:math.IT', ['in cs.IT']],
    ['cat:cs.*', ['in cs.IT']],
    ['cat:math', ['in cs.IT']],
    ['cat:stat', ['in stat.ML']],
    ['cat:hep-th', ['in hep-th']],
    ['diffusion diffusion', ['“Diffusion” in the title']],
    // spellings
    ['finetuning', ['“fine-tuned” in the abstract']],
    ['"fine tuned"', ['“fine-tuned” in the abstract']],
    ['gpt4o', ['“GPT-4o” in the abstract']],
    ['obrien', ['“O’Brien’s” in the abstract']],
    // exact forms, prefixes, words near each other
    ['=graphs', ['“Graphs” in the title']],
    ['="graph neural networks"', ['“graph neural networks” in the abstract']],
    ['diff*', ['“Diffusion” in the title']],
    ['fine-tun*', ['“fine-tuned” in the abstract']],
    ['abstract:"network graph"~1', ['“graph … networks … Graphs” in the abstract']],
    ['"networks train"~2', ['“train … networks” in the abstract']],
    // fields
    ['abstract:diffusion', ['“diffusion” in the abstract']],
    ['comment:"accepted at ACL"', ['“accepted at ACL” in the comment']],
    ['author:"Y. LeCun"', ['by Yann LeCun']],
    ['author:"LeCun Y"', ['by Yann LeCun']],
    ['primary:math.IT', ['primary category cs.IT']],
    ['source:hf', ['listed by Hugging Face']],
    ['org:deepmind', ['from Google DeepMind']],
    ['org:"deepmind google"', ['from Google DeepMind']],
    ['id:2601.00001v9', ['the paper 2601.00001']],
    ['has:code graph', ['with code', '“Graphs” in the title']],
    ['has:pdf graph', ['with a PDF', '“Graphs” in the title']],
    ['is:cross graph', ['announced as a cross-list', '“Graphs” in the title']],
    ['upvotes:>=7', ['7 upvotes']],
    ['upvotes:5..7', ['7 upvotes']],
  ])('%s', (text, reasons) => {
    expect(why(text)).toEqual(reasons);
  });
});

describe('a paper does not match', () => {
  test.each([
    ['absent'],
    ['diffusion absent'],
    ['"models diffusion"'],
    ['"graphs in c++ we train"'],
    ['title:train'],
    ['title:"graph neural network"'],
    ['C'],
    ['C#'],
    ['diff'],
    ['diffusion -graph'],
    ['diffusion -(graph train)'],
    ['diffusion -author:lecun'],
    ['author:lecunha'],
    ['author:le'],
    ['author:"Maria Lopez"'],
    ['author:diffusion'],
    ['lecun'],
    ['cat:cs.LG'],
    ['cat:math.CO'],
    ['cat:physics'],
    ['=graphics'],
    ['=diffuse'],
    ['="graphs neural networks"'],
    ['diffusionist*'],
    ['"train networks"~1'],
    ['"models train"~50'],
    ['author:"A. LeCun"'],
    ['author:"Y. Kaiser"'],
    ['primary:stat.ML'],
    ['org:deep'],
    ['id:2601.00002'],
    ['has:doi'],
    ['graph is:new'],
    ['upvotes:>7'],
    ['graph upvotes:<7'],
    ['comment:diffusion'],
    ['accepted'],
  ])('%s', (text) => {
    expect(why(text)).toBeNull();
  });

  test('if the phrase begins in the title and ends in the abstract', () => {
    expect(why('"c++ we"')).toBeNull();
  });
});

describe('words are the same', () => {
  const inTitle = (title: string, text: string): boolean =>
    matchTopic(parsed(text), readPaper(inventPaper({ title, abstract: '' }))) !== null;

  test.each([
    ['fine-tuning', 'fine tuning', 'finetuning', '"fine tuning"'],
    ['k-means', 'kmeans', 'k–means', '"k means"'],
    ['GPT-4o', 'gpt4o', '"gpt 4o"'],
    ['data set', 'data-set', 'dataset', 'datasets', '"data sets"'],
    ['non-linear', 'nonlinear', '"non linear"'],
    ['L2', 'L₂', 'L-2', 'L_2'],
    ['H₂O', 'H2O', 'H_2O'],
    ['x-ray', 'xray', '"x ray"'],
    ['TNF-α', 'TNFα', 'TNF-alpha', 'TNFalpha'],
    ['α', 'alpha', 'Alpha', '𝛼'],
    ["O'Brien", 'OBrien', 'O’Brien', "o'brien's"],
    ['Schrödinger', 'schrodinger'],
    ['3D', '3-D'],
  ])('however they are written: %s, %s, …', (...spellings) => {
    const typed = spellings.map((text) => ({ title: text.replaceAll('"', ''), text }));
    for (const { text } of typed)
      for (const { title } of typed) expect([text, title, inTitle(title, text)]).toEqual([text, title, true]);
  });

  test.each([
    ['anode', 'a node'],
    ['notable', 'not able'],
    ['"a node"', 'anode'],
    ['into', 'in to'],
    ['35', '3-5'],
    ['1000', '1 000'],
    ['dataset', 'data, set'],
    ['inputoutput', 'input/output'],
    ['C', 'C++'],
    ['=fine-tuning', 'finetuning'],
    ['=finetuning', 'fine-tuning'],
    ['μετα', 'mu epsilon tau alpha'],
  ])('but not %s and %s', (text, title) => {
    expect(inTitle(title, text)).toBe(false);
  });

  test('within longer phrases as well', () => {
    expect(inTitle('A large-scale data set of finetuned models', '"largescale dataset of fine-tuned models"')).toBe(
      true,
    );
    expect(inTitle('A largescale dataset', '"large scale data set"')).toBe(true);
    expect(inTitle('Fine tuning for dataset search', '"finetuning search dataset"~1')).toBe(true);
  });

  test('for two plain words only if they stand side by side', () => {
    expect(inTitle('Finetuning', 'tuning fine')).toBe(false);
    expect(inTitle('Finetuning', 'fine graph tuning')).toBe(false);
    expect(inTitle('Finetuning graphs', 'graphs fine tuning')).toBe(true);
  });
});

describe('an author', () => {
  const isBy = (author: string, text: string): boolean =>
    matchTopic(parsed(`author:"${text}"`), readPaper(inventPaper({ authors: [author] }))) !== null;

  test.each([
    ['Yann LeCun', 'Y. LeCun'],
    ['Yann LeCun', 'LeCun Y'],
    ['Yann LeCun', 'LeCun, Yann'],
    ['Yann LeCun', 'lecun yann'],
    ['Y. LeCun', 'Yann LeCun'],
    ['Yann A. LeCun', 'Yann LeCun'],
    ['Yann LeCun', 'Yann A. LeCun'],
    ['Yann A. LeCun', 'Y. A. LeCun'],
    ['Łukasz Kaiser', 'lukasz kaiser'],
    ['José García-López', 'Jose Garcia Lopez'],
    ['Xiao-Ming Wang', 'Xiaoming Wang'],
    ['Xiaoming Wang', 'Xiao-Ming Wang'],
    ['X.-M. Wang', 'Xiaoming Wang'],
    ["Conan O'Brien", 'OBrien'],
    ['Weinan E', 'Weinan E'],
    ['王伟', '王伟'],
  ])('%s is %s', (author, text) => {
    expect(isBy(author, text)).toBe(true);
  });

  test.each([
    ['Ana LeCunha', 'LeCun'],
    ['Yann LeCun', 'Z. LeCun'],
    ['Y. Bengio', 'Yann'],
    ['W. Wei', 'Wei Wang'],
    ['Wei Wang', 'Wei Wei Wang'],
    ['Yann L.', 'Yann LeCun'],
  ])('%s is not %s', (author, text) => {
    expect(isBy(author, text)).toBe(false);
  });
});

describe('why a paper does not match is explained', () => {
  test.each([
    ['absent', 'no “absent” in title or abstract'],
    ['title:train', 'no “train” in the title'],
    ['diffusion absent missing', 'no “absent” in title or abstract'],
    ['comment:neurips', 'no “neurips” in the comment'],
    ['diffusion -graph', 'excluded by -graph: “Graphs” in the title'],
    ['diffusion -(cat:cs.IT author:lecun)', 'excluded by -(cat:cs.IT author:lecun): in cs.IT, by Yann LeCun'],
    ['diffusion cat:cs.LG', 'not in cs.LG'],
    ['primary:stat.ML', 'primary category cs.IT, not stat.ML'],
    ['upvotes:>=20', '7 upvotes, fewer than 20'],
    ['diffusion upvotes:<5', '7 upvotes, more than 4'],
    ['author:hinton', 'no author “hinton”'],
    ['org:meta', 'from Google DeepMind, not “meta”'],
    ['id:2601.00002', 'not the paper 2601.00002'],
    ['has:doi', 'without a DOI'],
    ['graph is:new', 'not announced as new'],
    ['=diffuse', 'no “diffuse” in title or abstract'],
    ['absent*', 'no “absent*” in title or abstract'],
    ['"diffusion train"~5', 'no “diffusion train~5” in title or abstract'],
    ['absent OR cat:cs.LG', 'no “absent” in title or abstract; not in cs.LG'],
    ['=q | =r | =s', 'no “q” in title or abstract; no “r” in title or abstract; no “s” in title or abstract'],
    [
      '=q | =r | =s | =t | cat:cs.LG',
      'no “q” in title or abstract; no “r” in title or abstract; no “s” in title or abstract; 2 more alternatives fail',
    ],
  ])('%s: %s', (text, why) => {
    expect(explainMiss(parsed(text), readPaper(invented))).toBe(why);
  });

  test('also if the paper lacks the information', () => {
    const bare = readPaper(inventPaper({ categories: [] }));
    expect(explainMiss(parsed('upvotes:>=20'), bare)).toBe('upvotes not counted');
    expect(explainMiss(parsed('comment:acl'), bare)).toBe('no “acl”, because there is no comment');
    expect(explainMiss(parsed('org:meta'), bare)).toBe('its organization is unknown, so not “meta”');
    expect(explainMiss(parsed('primary:cs.LG'), bare)).toBe('not in cs.LG');
    expect(explainMiss(parsed('paper is:new'), bare)).toBe('not announced yet');
    expect(explainMiss(parsed('source:hf'), bare)).toBe('not listed by Hugging Face');
  });
});

describe('a match', () => {
  test('gives every place in the original text', () => {
    const reasons = matchOf('graph')?.reasons ?? [];
    const quoted = reasons.flatMap((reason) =>
      'places' in reason
        ? reason.places.map(({ start, end }) => `${reason.field}: ${invented[reason.field]?.slice(start, end)}`)
        : [],
    );
    expect(quoted).toEqual(['title: Graphs', 'abstract: graph', 'abstract: Graphs']);
  });

  test.each([
    ['finetuning', ['fine-tuned']],
    ['fine tuning', ['fine', 'tuned']],
    ['gpt4o', ['GPT-4o']],
    ['train*', ['train']],
    ['="graph neural"', ['graph neural']],
    ['"networks graph"~1', ['graph', 'networks', 'Graphs']],
    ['obrien', ['O’Brien’s']],
  ])('tells the places of %s', (text, expected) => {
    const quoted = (matchOf(text)?.reasons ?? []).flatMap((reason) =>
      reason.field === 'abstract' ? reason.places.map(({ start, end }) => invented.abstract.slice(start, end)) : [],
    );
    expect(quoted).toEqual(expected);
  });

  test('gives the whole phrase, with what stands between its words', () => {
    const [reason] = matchOf("o'brien's")?.reasons ?? [];
    if (reason?.field !== 'abstract') throw new Error('It is in the abstract.');
    expect(reason.places.map(({ start, end }) => invented.abstract.slice(start, end))).toEqual(['O’Brien’s']);
  });

  test('exists exactly if `matches` says so, and always has a reason', () => {
    fc.assert(
      fc.property(topic, paper, (anyTopic, anyPaper) => {
        const text = readPaper(anyPaper);
        const match = matchTopic(anyTopic, text);
        expect(matches(anyTopic, text)).toBe(match !== null);
        if (match !== null) expect(explainMatch(match).length).toBeGreaterThan(0);
        const miss = explainMiss(anyTopic, text);
        expect(miss === null).toBe(match !== null);
        expect(miss).not.toBe('');
      }),
      { numRuns: 2_000 },
    );
  });

  test('has reasons from both sides of AND, from either side of OR, and none from an exclusion', () => {
    // One of two topics may ask for withdrawn papers, and then both together do.
    const research = paper.filter((each) => publicationStatus(each) === null);
    fc.assert(
      fc.property(topic, topic, research, (one, other, anyPaper) => {
        const text = readPaper(anyPaper);
        const [a, b] = [matches(one, text), matches(other, text)];
        const combined: [string, boolean][] = [
          [`(${one.canonical}) (${other.canonical})`, a && b],
          [`(${one.canonical}) OR (${other.canonical})`, a || b],
          [`(${one.canonical}) -(${other.canonical})`, a && !b],
        ];
        for (const [topicText, expected] of combined) {
          const result = parseTopic(topicText, meaning);
          // Two topics together may exceed the limits.
          if (result.ok) expectMatch(result.topic, text, { expected, alone: [one, other] });
        }
      }),
      { numRuns: 500 },
    );
  });
});
