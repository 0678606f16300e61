import { describe, expect, it } from 'vitest';
import { readDictionary } from '../../bench/words/dictionary.ts';
import { createJudge, type Judgement, ours } from '../../bench/words/judge.ts';
import { plainWords } from '../../bench/words/plain-words.ts';
import { topicWords } from '../../bench/words/topic-words.ts';
import { readTrueForms } from '../../bench/words/true-forms.ts';
import type { Paper } from '../../src/papers/paper.ts';
import { inventedPaper } from '../store/invented-listings.ts';

describe('a Hunspell dictionary', () => {
  const suffixes = { S: 's', D: 'ed', G: 'ing', R: 'er', T: 'est' };
  const affixes = Object.entries(suffixes).map(([flag, suffix]) => `SFX ${flag} 0 ${suffix} [^e]`);
  const read = (...entries: string[]) =>
    readDictionary(['SFX N   e     ion        e', ...affixes].join('\n'), ['9', ...entries].join('\n'));

  it('gives inflections, and derivations only as words', () => {
    const { words, inflections } = read('create/N', 'paint/SDGR');
    expect(inflections.get('create')).toEqual(['create']);
    expect(words).toContain('creation');
    expect(inflections.get('paint')).toEqual(['paint', 'painted', 'painting', 'paints']);
    expect(words).toContain('painter');
  });

  it('takes forms only as English spells them, and asks the flags if two words could have one', () => {
    const { inflections } = read('unit/S', 'unite', 'united', 'uniting', 'stag/DG', 'stage', 'tree/S');
    expect(inflections.get('stag')).toEqual(['stag']);
    expect(inflections.get('stage')).toEqual(['stage', 'staged', 'staging']);
    expect(inflections.get('unite')).toEqual(['unite', 'united', 'uniting']);
    expect(read('principle', 'principled').doubtful.get('principle')).toEqual(['principled']);
  });

  it('has comparatives of adjectives', () => {
    expect(read('fast/RT').inflections.get('fast')).toEqual(['fast', 'faster', 'fastest']);
  });

  it('keeps a noun in -s apart from the adjective, and in doubt from another noun', () => {
    const { inflections, doubtful } = read('new/SRT', 'news/M', 'work/S', 'works/M');
    expect(inflections.get('new')).toEqual(['new', 'newer', 'newest']);
    expect(inflections.get('work')).toEqual(['work']);
    expect([...doubtful]).toEqual([['work', ['works']]]);
  });
});

describe('true forms', () => {
  const formsOf = readTrueForms();

  it.each([
    ['bias', 'biases biased biasing', 'bia'],
    ['graph', 'graphs graphed graphing', 'graphic'],
    ['hero', 'heroes', 'heroic'],
    ['matrix', 'matrices', 'matrimony'],
    ['analysis', 'analyses', 'analyst'],
    ['embedding', 'embed embeds embedded embeddings', 'bedding'],
    ['behavior', 'behaviour behaviours behaviors', 'behave'],
    ['optimization', 'optimisation optimizations', 'optimal optimize'],
    ['binarisation', 'binarization', 'binary'],
    ['driving', 'drive drives drove driven', 'driver'],
    ['deeper', 'deep deepest', 'deeply'],
    ['finer', 'fine finest', 'refine'],
    ['underlying', 'underlie underlies', 'lie'],
    ['topologies', 'topology', 'topological'],
    ['equilibria', 'equilibrium', 'equal'],
    ['united', 'unite uniting', 'unit'],
    ['stage', 'staged staging', 'stag'],
    ['seeing', 'see seen', 'seed'],
    ['thing', 'things', 'the'],
    ['analysis', 'analyses', 'analyzes'],
    ['synthesis', 'syntheses', 'synthesizes'],
    ['gray', 'grey', 'grade'],
    ['better', 'good best', 'bet'],
    ['news', 'news', 'new'],
    ['universe', 'universes', 'universal university'],
    ['LLMs', 'llm llms', 'lm'],
    ['pretraining', 'pretrain pretrained', 'training train'],
    ['tokenizing', 'tokenize tokenized tokenising', 'token'],
  ])('of %s', (word, forms, others) => {
    const found = formsOf(word).forms;
    for (const form of forms.split(' ')) expect(found).toContain(form);
    for (const other of others.split(' ')) expect(found).not.toContain(other);
  });

  it('are in doubt where a plural is also a separate word', () => {
    expect(formsOf('semantics').doubtful).toContain('semantic');
    expect(formsOf('semantics').forms).not.toContain('semantic');
  });

  it('are in doubt where no list has the verb', () => {
    expect([...formsOf('lensing').forms]).toEqual(['lensing', 'lensings']);
    expect(formsOf('lensing').doubtful).toContain('lens');
    expect(formsOf('lens').doubtful).toContain('lensing');
  });
});

it('reads words, those joined at a hyphen, and apart those with a blank between them', () => {
  const { words, joined } = plainWords('Schrödinger’s pre-training, a data set');
  expect([...words]).toEqual(['schrodinger', 'pre', 'training', 'pretraining', 'a', 'data', 'set']);
  expect([...joined]).toEqual(['schrodingerpre', 'adata', 'dataset']);
});

describe('the judge', () => {
  const judge = async (topic: string, ...abstracts: string[]): Promise<ReadonlyMap<string, Judgement | undefined>> => {
    const exact = { name: 'exact', stem: (word: string) => word };
    const judging = createJudge([topic], readTrueForms(), [exact]);
    expect(await judging.judge(asStream(abstracts))).toBe(abstracts.length);
    return new Map([...judging.judgements()].map(([name, [only]]) => [name, only]));
  };
  async function* asStream(abstracts: readonly string[]): AsyncGenerator<Paper> {
    for (const [at, abstract] of abstracts.entries()) yield inventedPaper(`a/${at}`, { title: 'On', abstract });
  }

  it('counts found, true, wrong and missed papers', async () => {
    const counted = await judge('graph', 'Graphs here.', 'A graph.', 'Nothing.');
    expect(counted.get(ours)).toMatchObject({ true: 2, found: 2, wrong: 0, missed: 0 });
    const exact = counted.get('exact');
    expect(exact).toMatchObject({ true: 2, found: 1, wrong: 0, missed: 1 });
  });

  it('counts an open compound neither as wrong nor as missed', async () => {
    const counted = await judge('dataset', 'A data set.');
    expect(counted.get(ours)).toMatchObject({ true: 0, wrong: 0, missed: 0 });
  });
});

it('has 200 topics, each once', () => {
  expect(new Set(topicWords).size).toBe(200);
  expect(topicWords).toHaveLength(200);
});
