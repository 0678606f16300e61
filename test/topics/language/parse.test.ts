import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keptTable, openMeaning, withoutMeaning } from '../../../src/meaning/meaning.ts';
import { MeaningTableError } from '../../../src/meaning/meaning-table.ts';
import { parseCanonical, parseTopic } from '../../../src/topics/language/parse.ts';
import { type Topic, type TopicError, topicLimits } from '../../../src/topics/topic.ts';
import { meaning } from '../../support/shipped-meaning.ts';
import { topic, topicText } from '../arbitraries.ts';

function parsed(text: string): Topic {
  const result = parseTopic(text, meaning);
  if (!result.ok) throw new Error(`${text}: ${result.error.message}`);
  return result.topic;
}

function refused(text: string): TopicError {
  const result = parseTopic(text, meaning);
  if (result.ok) throw new Error(`${text} was read as ${result.topic.canonical}`);
  return result.error;
}

const usual = meaning.table?.defaultStrictness;

describe('a topic is read', () => {
  test.each([
    // words and phrases
    ['diffusion models', 'diffusion models'],
    ['  Diffusion\t MODELS ', 'diffusion models'],
    ['"graph  Neural network"', '"graph neural network"'],
    ['“graph neural” «network» „x y”', '"graph neural" network "x y"'],
    ['"diffusion"', 'diffusion'],
    ['GPT-4o k–means o’brien C++ C#', "gpt-4o k-means o'brien c++ c#"],
    ['C++11 R&D x_t 3.5 input/output', 'c++11 r&d x_t 3.5 input/output'],
    ['vision, language; robots', 'vision language robots'],
    ['Łukasz Poincaré H₂O', 'lukasz poincare h2o'],
    ['½', '1-2'],
    // spellings
    ["O’Brien's", "o'brien's"],
    ['β-VAE αβγδ', 'beta-vae αβγδ'],
    ['fine–tuning fine_tuning "fine tuning"', 'fine-tuning fine_tuning "fine tuning"'],
    // exact forms, prefixes, words near each other
    ['=Networks ="Graph networks" ="graph"', '=Networks ="Graph networks" =graph'],
    ['="or" =or', '="or" ="or"'],
    ['=cs.LG', '="cs.LG"'],
    ['=IT =LLMs =Café =ΛCDM =ＳＡＭ ="O’Brien’s"', "=IT =LLMs =Cafe =LambdaCDM =SAM =O'Brien's"],
    ['="OR" ="NOT" title:=SAM', '="OR" =NOT title:=SAM'],
    ['A.I. u.s.a. U.S.-based e.g. i.i.d x.y 3.5', 'ai usa us-based eg iid x.y 3.5'],
    ['=A.I. author:"J.A. Smith"', '=AI author:"j a smith"'],
    ['TRANSFORM*', 'transform*'],
    ['self-superv**', 'self-superv*'],
    ['needed! "!survey" "upvotes>=20" p<0.05 N=4 x!=y', 'needed survey upvotes-20 p-0.05 n-4 x-y'],
    ['/10.1234/abc* 10.1234/abc*', '10.1234/abc* 10.1234/abc*'],
    ['=transform*', 'transform*'],
    ['café*', 'cafe*'],
    ['"Graph  neural"~5', '"graph neural"~5'],
    ['“fine-tuning models”~007', '"fine-tuning models"~7'],
    ['"graph"~5', 'graph'],
    ['title:(=a net* "c d"~3)', 'title:(=a net* "c d"~3)'],
    ['"A* search"', '"a search"'],
    // sentences
    ['about:"Editing the weights, of a trained Model"~8', 'about:"editing the weights of a trained model"~8'],
    ['~"editing weights"~6.5', 'about:"editing weights"~6.5'],
    ['About:“graph networks”～7．２５', 'about:"graph networks"~7.25'],
    ['~transformers cat:cs.LG -survey', `about:"transformers"~${usual} cat:cs.LG -survey`],
    ['graphs -~"editing weights"~9.0 | ~Graphs', `graphs -about:"editing weights"~9 OR about:"graphs"~${usual}`],
    ['about:x-rays|about:"proteins"~9.10', `about:"x-rays"~${usual} OR about:"proteins"~9.1`],
    ['"a b" ~5', '"a b" 5'],
    ['\u200bdiffusion\u200b models', 'diffusion models'],
    ['a OR\u200b b NOT\u200b c', 'a OR b -c'],
    ['cat:cs.\u00adLG\u200b upvotes:>=20\ufeff id:"2406.01234\u200e"', 'cat:cs.LG upvotes:>=20 id:2406.01234'],
    ['（title：diffusion｜「flow  matching」） －ｓｕｒｖｅｙ', 'title:(diffusion OR "flow matching") -survey'],
    ['ｔｒａｎｓ＊，＝graphs、“a b”～５；x', 'trans* =graphs "a b"~5 x'],
    ['why not', 'why not'],
    // OR
    ['a OR b', 'a OR b'],
    ['a|b || c', 'a OR b OR c'],
    ['a or b', 'a OR b'],
    ['a b OR c d', 'a b OR c d'],
    ['a (b OR c) d', 'a (b OR c) d'],
    ['a OR (b OR (c))', 'a OR b OR c'],
    ['"or" "and" x', '"or" "and" x'],
    // AND
    ['a AND b', 'a b'],
    ['a and b & c', 'a b c'],
    ['a (b (c d))', 'a b c d'],
    // exclusion
    ['graphs -survey', 'graphs -survey'],
    ['graphs NOT survey', 'graphs -survey'],
    ['au:del_maestro ANDNOT ti:checkerboard', 'author:"del maestro" -title:checkerboard'],
    ['graphs –survey −review', 'graphs -survey -review'],
    ['graphs -"a survey" -(x y) -(x OR y)', 'graphs -"a survey" -(x y) -(x OR y)'],
    ['graphs -title:survey -cat:cs.LG', 'graphs -title:survey -cat:cs.LG'],
    ['graphs --survey', 'graphs survey'],
    ['(-survey graphs)NOT review', '-survey graphs -review'],
    ['graphs -(-survey)', 'graphs survey'],
    ['a (b OR -c)', 'a (b OR -c)'],
    // fields
    ['title:diffusion', 'title:diffusion'],
    ['TITLE: "diffusion models"', 'title:"diffusion models"'],
    ['title:(a OR b) c', 'title:(a OR b) c'],
    ['title:a OR title:b', 'title:(a OR b)'],
    ['title:(a -b) c', 'title:a -title:b c'],
    ['title:(a (b OR c))', 'title:(a (b OR c))'],
    ['-title:(a b) c', '-title:(a b) c'],
    ['author:LeCun', 'author:lecun'],
    ['author:"Yann LeCun"', 'author:"yann lecun"'],
    ['authors:(Hinton | "Yann LeCun")', 'author:(hinton OR "yann lecun")'],
    ['au:lecun ti:networks', 'author:lecun title:networks'],
    ['title:"or" x', 'title:"or" x'],
    ['abs:a comments:"accepted at ACL"', 'abstract:a comment:"accepted at acl"'],
    ['author:"LeCun, Yann"', 'author:"yann lecun"'],
    ['author:Müller author:MÜLLER', 'author:(müller müller)'],
    ['author:"José García-López"', 'author:"jose garcia-lopez"'],
    ['author:"Smith JA" author:"J.A. Smith"', 'author:("smith JA" "j a smith")'],
    ['author:"Smith, John, Jr."', 'author:"john smith"'],
    ['author:"OR"', 'author:"or"'],
    ['author:"Y. LeCun" author:"LeCun Y"', 'author:("y lecun" "lecun y")'],
    ['organisation:"Google DeepMind" org:ETH', 'org:("google deepmind" eth)'],
    ['source:HF a', 'source:huggingface a'],
    ['source:hf', 'source:huggingface'],
    ['source:ChemRxiv', 'cat:chemrxiv/*'],
    ['source:(ssrn, arxiv) a', '(cat:ssrn/* OR source:arxiv) a'],
    ['cat:ChemRxiv/Organic_Chemistry', 'cat:chemrxiv/organic-chemistry'],
    ['cat:ssrn', 'cat:ssrn/*'],
    ['has:Code a has:(pdf|doi)', 'has:code a has:(pdf OR doi)'],
    ['a is:Replacement -is:cross', 'a is:replaced -is:cross'],
    ['is:Retracted', 'is:withdrawn'],
    ['is:(withdrawn, notice) a', 'is:(withdrawn OR notice) a'],
    ['upvotes:>=20', 'upvotes:>=20'],
    ['upvotes:>20 upvotes:≥20', 'upvotes:(>=21 >=20)'],
    ['a upvotes:<20 upvotes:<=20', 'a upvotes:<=19 upvotes:<=20'],
    ['upvotes:=20 upvotes:20', 'upvotes:(20 20)'],
    ['upvotes:20+ upvotes:10–50', 'upvotes:(>=20 10..50)'],
    ['a upvotes:0', 'a upvotes:0'],
    ['upvotes:>=1,000 1,000 2,3 x,400', 'upvotes:>=1000 1-000 2 3 x 400'],
    ['upvotes:>9999998', 'upvotes:>=9999999'],
    ['id:2406.01234v3', 'id:2406.01234'],
    ['id:https://arxiv.org/pdf/2406.01234v3.pdf', 'id:2406.01234'],
    ['id:(arXiv:math.CA/0611800 OR 10.48550/arXiv.2406.01234)', 'id:(math/0611800 OR 2406.01234)'],
    ['id:https://huggingface.co/papers/2406.01234', 'id:2406.01234'],
    ['id:<https://arxiv.org/abs/2406.01234>', 'id:2406.01234'],
    ['"2406.01234" x', '"2406.01234" x'],
    ['cat:cs.LG|cs.CL x', 'cat:(cs.LG OR cs.CL) x'],
    ['title:a|"b c"|(d e)', 'title:(a OR "b c" OR d e)'],
    ['title:a |b', 'title:a OR b'],
    // categories
    ['primary:CS.lg', 'primary:cs.LG'],
    ['primary:(cs OR math.IT)', 'primary:(cs.* OR math.IT)'],
    ['cat:cs.LG', 'cat:cs.LG'],
    ['cat:CS.lg', 'cat:cs.LG'],
    ['cat:cs.*', 'cat:cs.*'],
    ['cat:CS', 'cat:cs.*'],
    ['category:(cs.CL OR stat.ML)', 'cat:(cs.CL OR stat.ML)'],
    ['cat:hep-th', 'cat:hep-th'],
    ['cat:hep-th.*', 'cat:hep-th'],
    ['cat:"math-ph"', 'cat:math-ph'],
    ['cat:astro-ph', 'cat:astro-ph.*'],
    ['cat:bioRxiv/Neuroscience', 'cat:biorxiv/neuroscience'],
    ['cat:"medRxiv/HIV AIDS"', 'cat:medrxiv/hiv-aids'],
    ['cat:biorxiv', 'cat:biorxiv/*'],
    ['cat:medRxiv/*', 'cat:medrxiv/*'],
    ['cat:(biorxiv/genomics OR q-bio.GN)', 'cat:(biorxiv/genomics OR q-bio.GN)'],
    ['primary:biorxiv/genomics', 'primary:biorxiv/genomics'],
    ['id:10.1101/2026.01.02.123456v2', 'id:10.1101/2026.01.02.123456'],
    ['id:https://www.biorxiv.org/content/10.1101/2026.01.02.123456v2.full', 'id:10.1101/2026.01.02.123456'],
    ['id:"10.1016/S0140-6736(26)00001-1"', 'id:"10.1016/s0140-6736(26)00001-1"'],
    ['id:https://doi.org/10.48550/arXiv.2406.01234', 'id:2406.01234'],
    ['"cs.LG" x', '"cs.lg" x'],
    ['title:cs.LG', 'title:"cs.lg"'],
  ])('%s', (text, canonical) => {
    const topic = parsed(text);
    expect(topic.canonical).toBe(canonical);
    expect(topic.text).toBe(text);
    expect(parsed(canonical)).toEqual({ ...topic, text: canonical });
  });

  test('as the tree of its words', () => {
    expect(parsed('title:networks (author:"Yann LeCun" OR -cat:cs)').root).toEqual({
      kind: 'all',
      nodes: [
        {
          kind: 'text',
          field: 'title',
          words: [{ text: 'networks', stem: 'network', gap: 'other' }],
          compounds: [],
          display: 'networks',
          isQuoted: false,
        },
        {
          kind: 'any',
          nodes: [
            {
              kind: 'author',
              name: [
                { words: ['yann'], isRun: false, shown: 'yann' },
                { words: ['lecun'], isRun: false, shown: 'lecun' },
              ],
              display: 'yann lecun',
              isQuoted: true,
            },
            { kind: 'not', node: { kind: 'category', category: 'cs.*' } },
          ],
        },
      ],
    });
  });

  test('with juxtaposition binding tighter than OR', () => {
    expect(parsed('a b OR c d').root).toEqual(parsed('(a b) OR (c d)').root);
    expect(parsed('a OR b c').root).not.toEqual(parsed('(a OR b) c').root);
  });

  test('up to every limit', () => {
    expect(parsed('x'.repeat(topicLimits.characters)).canonical).toHaveLength(topicLimits.characters);
    expect(parsed(Array(topicLimits.terms).fill('a').join(' ')).root).toMatchObject({ kind: 'all' });
    expect(parsed(nested(topicLimits.depth)).canonical).toBe(nested(topicLimits.depth));
    expect(parsed(`${'('.repeat(200)}a${')'.repeat(200)}`).canonical).toBe('a');
  });
});

/** `a (b OR a (b OR …))`, with this many nodes above the deepest term. */
const nested = (depth: number): string =>
  depth === 1 ? 'a b' : depth % 2 === 0 ? `a OR ${nested(depth - 1)}` : `a (${nested(depth - 1)})`;

describe('a topic is refused', () => {
  test.each<[text: string, code: TopicError['code'], marked: string, saying: string]>([
    ['', 'empty', '', 'no topic yet'],
    ['  ,; ', 'empty', '', 'no topic yet'],
    ['"graph', 'unclosed', '"', 'never closed'],
    ['a (b OR c', 'unclosed', '(', 'never closed'],
    ['a (', 'unclosed', '(', 'never closed'],
    ['a)', 'unexpected', ')', 'closes nothing'],
    [') a', 'unexpected', ')', 'closes nothing'],
    ['a ()', 'unexpected', '()', 'nothing between'],
    ['title:()', 'unexpected', '()', 'nothing between'],
    ['a OR', 'unexpected', '', 'no term after “OR”'],
    ['OR a', 'unexpected', 'OR', 'no term before “OR”'],
    ['a OR | b', 'unexpected', '|', 'no term after “OR”'],
    ['(a |) b', 'unexpected', ')', 'no term after “|”'],
    ['a AND AND b', 'unexpected', 'AND', 'no term after “AND”'],
    ['a NOT', 'unexpected', '', 'no term after “NOT”'],
    ['a -)', 'unexpected', ')', 'no term after “-”'],
    ['deep learning - survey', 'unexpected', '-', 'Close the gap'],
    ['transformer (DiT)-based generator', 'unexpected', '-', 'can be a hyphen'],
    ['"in context"–learning', 'unexpected', '–', 'can be a hyphen'],
    ['("a b"~5-c)', 'unexpected', '-', 'can be a hyphen'],
    ['title:', 'unexpected', '', 'title: needs'],
    ['author: OR b', 'unexpected', 'OR', 'author: needs'],
    ['title:-a', 'unexpected', '-', 'title: needs'],
    ['title:(author:x)', 'unexpected', 'author:', 'cannot contain another field'],
    ['cs.CL', 'unexpected', 'cs.CL', 'cat:cs.CL'],
    ['biorxiv/genomics', 'unexpected', 'biorxiv/genomics', 'cat:biorxiv/genomics'],
    ['10.5555/Tides.1', 'unexpected', '10.5555/Tides.1', 'id:10.5555/tides.1'],
    ['graphs !survey', 'unexpected', '!survey', 'Write -survey,'],
    ['upvotes>=20', 'unexpected', 'upvotes>=20', 'Write upvotes:>=20,'],
    ['votes=>20', 'unexpected', 'votes=>20', 'Write votes:=>20,'],
    ['author="Y. LeCun"', 'unexpected', 'author=', 'Write author:,'],
    ['a Cat=cs.LG', 'unexpected', 'Cat=cs.LG', 'Write Cat:cs.LG,'],
    ['titel:a', 'unknown-field', 'titel:', 'Did you mean title:?'],
    ['a athor:b', 'unknown-field', 'athor:', 'Did you mean author:?'],
    ['https://example.org/x', 'unknown-field', 'https:', 'Write id: before it'],
    ['zzzz:x', 'unknown-field', 'zzzz:', 'title:, abstract:, comment:, about:, author:'],
    ['a https://arxiv.org/abs/2601.00001v2', 'unexpected', 'https://arxiv.org/abs/2601.00001v2', 'id:2601.00001'],
    ['2601.00001', 'unexpected', '2601.00001', 'Write id:2601.00001'],
    ['arXiv:math/0611800', 'unexpected', 'arXiv:math/0611800', 'Write id:math/0611800'],
    ['is:nwe', 'unknown-value', 'nwe', 'Did you mean is:new?'],
    ['has:(code OR video)', 'unknown-value', 'video', 'Write one of has:code, has:pdf, has:doi.'],
    ['source:arxv', 'unknown-value', 'arxv', 'Did you mean source:arxiv?'],
    ['orgg:x', 'unknown-field', 'orgg:', 'Did you mean org:?'],
    ['upvote:20', 'unknown-field', 'upvote:', 'Did you mean upvotes:?'],
    ['upvotes:many', 'unknown-value', 'many', '>=20'],
    ['upvotes: > 20', 'unknown-value', '>', '>=20'],
    ['upvotes:20..5', 'unknown-value', '20..5', 'Swap the bounds'],
    ['upvotes:<0', 'unknown-value', '<0', 'No count'],
    ['upvotes:>9999999', 'unknown-value', '>9999999', 'No count'],
    ['id:2613.00001', 'unknown-value', '2613.00001', 'not an arXiv id'],
    ['id:', 'unexpected', '', 'id: needs'],
    ['primary:LG', 'unknown-category', 'LG', 'Did you mean primary:cs.LG?'],
    // stars, tildes, equals signs
    ['a*', 'too-wide', 'a*', 'at least 3 letters'],
    ['graphs ne*', 'too-wide', 'ne*', 'at least 3 letters'],
    ['title:x-y*', 'too-wide', 'x-y*', 'at least 3 letters'],
    ['**former**', 'unexpected', '**former**', 'goes at the end'],
    ['*former', 'unexpected', '*former', 'goes at the end'],
    ['trans*er', 'unexpected', 'trans*er', 'goes at the end'],
    ['"neural net*"', 'unexpected', '"neural net*"', 'within quotation marks'],
    ['author:lecu*', 'unexpected', 'lecu*', 'matched as a whole'],
    ['org:goog*', 'unexpected', 'goog*', 'matched as a whole'],
    ['***', 'no-words', '***', 'only signs'],
    ['graph~2', 'unexpected', '~2', 'goes after words in quotes'],
    ['"graph neural"~', 'unexpected', '~', 'a number right after'],
    ['"graph neural"~101', 'unexpected', '"graph neural"~101', 'the limit is 100'],
    ['="graph neural"~5', 'unexpected', '="graph neural"~5', 'exclude each other'],
    ['=', 'no-words', '=', 'only signs'],
    ['"a b"~2.5', 'unexpected', '"a b"~2.5', 'whole numbers'],
    ['"a b"~"c d"', 'unexpected', '~', 'a number right after'],
    ['about:', 'unexpected', '', 'about: needs a sentence in quotes'],
    ['about:(graph learning)', 'unexpected', '(', 'in quotes instead of parentheses'],
    ['about:""', 'no-words', '""', 'no words between'],
    ['graphs ~"we of the"', 'no-meaning', '"we of the"', 'nearly every paper'],
    ['about:"zyxwvq qqqzzz"', 'no-meaning', '"zyxwvq qqqzzz"', 'do not know what “zyxwvq qqqzzz” means'],
    ['about:="graph"', 'unexpected', '="graph"', 'no effect on meaning'],
    ['about:graph*', 'unexpected', 'graph*', 'matched as a whole'],
    ['~"graphs"~0.5', 'unexpected', '"graphs"~0.5', 'from 1 (many papers) to 40 (few)'],
    ['~"graphs"~41', 'unexpected', '"graphs"~41', 'Change 41'],
    ['~"graphs"~8.125', 'unexpected', '"graphs"~8.125', 'two digits after the point'],
    [`~"${'graphs '.repeat(61)}"`, 'too-long', `"${'graphs '.repeat(61)}"`, 'has 61 words; the limit is 60'],
    ['-about:"graphs"', 'only-exclusions', '-about:"graphs"', 'what to look for'],
    ['title:~graphs', 'unexpected', '~', 'title: needs'],
    ['a （ｂ', 'unclosed', '（', 'never closed'],
    ['a cat：cs.XG\u200b', 'unknown-category', 'cs.XG\u200b', 'Did you mean cat:cs.'],
    // too wide
    ['is:new', 'too-wide', 'is:new', 'nearly every paper'],
    ['source:arxiv has:pdf', 'too-wide', 'source:arxiv has:pdf', 'nearly every paper'],
    ['graphs OR (is:new -survey)', 'too-wide', 'is:new -survey', 'nearly every paper'],
    ['upvotes:>=0', 'too-wide', 'upvotes:>=0', 'nearly every paper'],
    ['upvotes:<5', 'too-wide', 'upvotes:<5', 'nearly every paper'],
    ['author:"Y. L."', 'too-wide', '"Y. L."', 'Add the family name'],
    ['cat:cs.XG', 'unknown-category', 'cs.XG', 'Did you mean cat:cs.'],
    ['cat:LG', 'unknown-category', 'LG', 'Did you mean cat:cs.LG?'],
    ['cat:"Machine Learnin"', 'unknown-category', '"Machine Learnin"', 'Did you mean cat:cs.LG?'],
    ['cat:neuroscience', 'unknown-category', 'neuroscience', 'Did you mean cat:biorxiv/neuroscience?'],
    ['cat:biorxiv/neurosciense', 'unknown-category', 'biorxiv/neurosciense', 'Did you mean cat:biorxiv/neuroscience?'],
    [
      'cat:biorxiv/nope',
      'unknown-category',
      'biorxiv/nope',
      'Write a subject area as biorxiv/ecology, or all of them as biorxiv/*.',
    ],
    ['primary:medRxiv/nope', 'unknown-category', 'medRxiv/nope', 'as medrxiv/nursing, or all of them as medrxiv/*.'],
    ['cat:bioarxiv/nope', 'unknown-category', 'bioarxiv/nope', 'as biorxiv/ecology'],
    ['cat:medrxiv/health', 'unknown-category', 'medrxiv/health', 'as medrxiv/nursing'],
    ['cat:biorxiv/oncology', 'unknown-category', 'biorxiv/oncology', 'Did you mean cat:medrxiv/oncology?'],
    ['cat:medrxiv/oncolgy', 'unknown-category', 'medrxiv/oncolgy', 'Did you mean cat:medrxiv/oncology?'],
    ['cat:biorxiv/cancer', 'unknown-category', 'biorxiv/cancer', 'Did you mean cat:biorxiv/cancer-biology?'],
    ['primary:biorxiv/neuro', 'unknown-category', 'biorxiv/neuro', 'Did you mean primary:biorxiv/neuroscience?'],
    ['cat:"biorxiv: plant biology"', 'unknown-category', '"biorxiv: plant biology"', 'cat:biorxiv/plant-biology?'],
    ['cat:biorxiv/genomics/*', 'unknown-category', 'biorxiv/genomics/*', 'Did you mean cat:biorxiv/genomics?'],
    ['cat:biorxiv.*', 'unknown-category', 'biorxiv.*', 'Did you mean cat:biorxiv/*?'],
    ['cat:"health policy"', 'unknown-category', '"health policy"', 'Did you mean cat:medrxiv/health-policy?'],
    ['cat:qant-ph', 'unknown-category', 'qant-ph', 'Did you mean cat:quant-ph?'],
    ['cat:cs.LG.*', 'unknown-category', 'cs.LG.*', 'Did you mean cat:cs.LG?'],
    ['cat:(cs.LG OR nonsense)', 'unknown-category', 'nonsense', 'as cs.LG'],
    ['cat:""', 'unknown-category', '""', 'as cs.LG'],
    ['a !!!', 'no-words', '!!!', 'only signs'],
    ['a ""', 'no-words', '""', 'no words between'],
    ['author:"—"', 'no-words', '"—"', 'only signs'],
    ['-a', 'only-exclusions', '-a', 'leave out'],
    ['-a -b', 'only-exclusions', '-a -b', 'leave out'],
    ['a OR -b', 'only-exclusions', '-b', 'leave out'],
    ['a OR (-b -c)', 'only-exclusions', '-b -c', 'leave out'],
    ['-(-a b)', 'only-exclusions', '-(-a b)', 'leave out'],
  ])('%j', (text, code, marked, saying) => {
    const error = refused(text);
    expect(error).toMatchObject({ code, message: expect.stringContaining(saying) });
    expect(text.slice(error.position, error.position + error.length)).toBe(marked);
  });

  test('when it is longer than the limit', () => {
    const { characters } = topicLimits;
    expect(refused('x'.repeat(characters + 7))).toMatchObject({ code: 'too-long', position: characters, length: 7 });
  });

  test('when it has more terms than the limit', () => {
    const text = Array(topicLimits.terms + 1)
      .fill('a')
      .join(' ');
    expect(refused(text)).toMatchObject({ code: 'too-many-terms', position: text.length - 1, length: 1 });
  });

  test('when it is nested deeper than the limit', () => {
    expect(refused(nested(topicLimits.depth + 1))).toMatchObject({ code: 'too-deep', position: 0 });
  });

  test('when its canonical text would be longer than a topic can be', () => {
    const words = Array.from({ length: 50 }, (_, index) => `word${index + 10}x`).join('|');
    expect(words.length).toBeLessThan(topicLimits.characters);
    expect(refused(words)).toMatchObject({ code: 'too-long', message: expect.stringContaining('Written out') });
  });
});

describe('the canonical text', () => {
  test('is read alike as a stored one and as a typed one', () => {
    fc.assert(
      fc.property(topic, ({ canonical, root }) => {
        const stored = parseCanonical(canonical, meaning);
        expect(stored.ok ? stored.topic.root : stored.error).toEqual(root);
      }),
    );
  });

  test.each([
    ['cat:(cs.AI cs.CV) x', 'cat:cs.AI cat:cs.CV x'],
    ['cat:(cs.AI cs.CV)', 'cat:(cs.AI AND cs.CV)'],
    ['primary:(cs.* -cs.CV)', 'primary:(cs.* AND -cs.CV)'],
    ['graph near/5 network', 'graph "near/5" network'],
    ['math+physics x', '"math+physics" x'],
  ])('of an earlier version keeps its meaning: %s', (canonical, now) => {
    const stored = parseCanonical(canonical, meaning);
    expect(stored.ok ? stored.topic.canonical : stored.error).toBe(now);
    expect(parsed(now).canonical).toBe(now);
  });

  test('parses to the same tree, and prints itself', () => {
    fc.assert(
      fc.property(topic, ({ canonical, root }) => {
        const again = parsed(canonical);
        expect(again.root).toEqual(root);
        expect(again.canonical).toBe(canonical);
      }),
      { numRuns: 1_000 },
    );
  });

  test('is the same for the same tree', () => {
    fc.assert(
      fc.property(topicText, (text) => {
        const plain = parseTopic(text, meaning);
        const wrapped = parseTopic(`( ${text} )`, meaning);
        expect(wrapped.ok).toBe(plain.ok);
        if (plain.ok && wrapped.ok) expect(wrapped.topic.canonical).toBe(plain.topic.canonical);
      }),
    );
  });
});

describe('without a table of word vectors', () => {
  test.each([
    ['switched off', withoutMeaning, 'switched off topics by meaning (MEANING=off)'],
    ['damaged', openMeaning(true, keptTable(failing)), 'table of word vectors is damaged'],
  ])('a sentence is refused, and says why: %s', (_, none, saying) => {
    const result = parseTopic('graphs about:"editing weights"', none);
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'no-meaning', message: expect.stringContaining(saying) },
    });
    expect(parseTopic('graphs -survey', none)).toMatchObject({ ok: true });
  });
});

function failing(): never {
  throw new MeaningTableError('it is damaged');
}
