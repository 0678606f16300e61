import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baseForm } from '../../../src/topics/words/inflection.ts';
import { stemWord } from '../../../src/topics/words/stem.ts';

/** Groups of forms: each group is one word. */
const meeting = {
  plurals:
    'graph graphs | class classes | box boxes | patch patches | study studies | hero heroes | cache caches | key keys',
  'irregular plurals':
    'matrix matrices matrixes | vertex vertices | index indices indexes | criterion criteria | phenomenon phenomena | ' +
    'corpus corpora corpuses | spectrum spectra | maximum maxima | hypothesis hypotheses | nucleus nuclei | genus genera | ' +
    'formula formulae formulas | taxon taxa | larva larvae | stimulus stimuli | focus foci focuses focusses | locus loci | ' +
    'lemma lemmata lemmas | automaton automata | bacterium bacteria | mitochondrion mitochondria | ansatz ansatze | ' +
    'quantum quanta | vortex vortices | simplex simplices | appendix appendices | axis axes | basis bases | radius radii | ' +
    'torus tori | modulus moduli | sulcus sulci | gyrus gyri | cilium cilia | fungus fungi | child children | mouse mice | ' +
    'foot feet | alga algae | serum sera | bursa bursae | leaf leaves | tooth teeth | woman women | person people | half halves | datum data | medium media | supernova supernovae',
  'plurals of words in -s':
    'bias biases biased | virus viruses | gas gases | lens lenses | status statuses | bus buses',
  'compounds of irregular words':
    'submatrix submatrices | eigenbasis eigenbases | presheaf presheaves | microlens microlenses',
  'verb forms':
    'learn learns learned learnt learning | embed embeds embedded embedding embeddings | set sets setting settings | ' +
    'tune tunes tuned tuning | plan plans planned planning | encode encodes encoded encoding | bind binds binding | ' +
    'find finds found finding findings | lie lies lying | be is are was were been being | do does did done doing | ' +
    'write writes wrote written writing | drive drives drove driven driving | engineer engineering | cluster clustering | ' +
    'guarantee guaranteed | agree agreed | mimic mimicked mimicking | dye dyed dyeing | evaluate evaluating',
  comparatives:
    'fast faster fastest | large larger largest | lower lowers lowered lowering | low lowest | ' +
    'easy easier easiest | good better best | ' +
    'late later latest | near nearest | new newer newest | big bigger | simple simpler simplest',
  'British and American spellings':
    'behavior behaviour behaviors behaviours | behavioral behavioural | color colour coloured coloring | ' +
    'neighborhood neighbourhoods | favorable favourable | tumor tumours | optimize optimise optimised optimising | ' +
    'optimization optimisations | tokenize tokenised | analyze analyse analysed analysing | center centre centred centring | ' +
    'fiber fibre fibers fibres | nanofibre nanofibers | kilometer kilometres | model modelling modeled modelled | ' +
    'label labelled labeling | signal signalling | fuel fuelled | hemoglobin haemoglobin | anemia anaemia | ' +
    'estrogen oestrogen | fetal foetal | pediatric paediatric | leukemia leukaemia | catalog catalogue catalogues | ' +
    'dialog dialogue | analog analogue | gray grey | program programmes programs | sulfur sulphur | aluminum aluminium | ' +
    'mold mould | defense defence | artifact artefacts | judgment judgement | aging ageing | skeptical sceptical | ' +
    'disk disc discs | maneuver manoeuvre | encyclopedia encyclopaedia | hematology haematology | hypoglycemia hypoglycaemia | ' +
    'edema oedema | diarrhea diarrhoea | hydrolyze hydrolysed | grayscale greyscale | sulfate sulphate | license licence',
  acronyms: 'llm llms | gan gans | cnn cnns | snp snps | gpu gpus | api apis | pc pcs | vae vaes',
  'words that no list knows':
    'tokenizer tokenizers | finetune finetuned finetunes finetuning | qubit qubits | exoplanet exoplanets | ' +
    'hyperparameter hyperparameters | wozzle wozzles wozzled wozzling | zorbify zorbifies zorbified | frob frobbed frobbing',
};

/** Pairs of words that are not one. */
const parting = {
  'derived words':
    'generative general | universe university | universal universe | detection detector | active activity | ' +
    'operation operator | token tokenization | local localization | community communication | object objective | ' +
    'transformer transform | computer compute | user use | optimization optimize | diffusion diffuse | neural neuron',
  'words that look like inflections':
    'news new | physics physic | mathematics mathematic | number numb | layer lay | paper pap | order ord | species specie | ' +
    'evening even | thing the | string str | during dur | need ne | seed see | bed be | hundred hundr | series sery | ' +
    'pandas panda | later latter | reader read | dynamics dynamic | robotics robotic | photonics photonic',
  'false friends of spelling':
    'rise rize | size sise | exercise exercize | precise precize | hour hor | four for | tour tor | contour contor | ' +
    'noise noize | tire tyre | check cheque | curb kerb | premise premize | otherwise otherwize',
  'irregular forms that are separate words':
    'bound bind | shot shoot | thought think | ground grind | lay lie | bit bite',
  'solid nouns and two words': 'database databased | dataset datasetting | framework frameworking',
};

const unchanged =
  'news physics mathematics series species analysis bias gas lens virus focus status corpus consensus process loss less ' +
  'bus class cross mass stress chaos cosmos always perhaps thus its this us as gis sas ros aws ios dns gps rss vs ' +
  'kubernetes pandas gauss bayes hughes james keras los des mars venus texas paris hour our four rise size noise precise ' +
  'nothing string sibling lightning speed embed shed seabed whereas metalens';

const groupsOf = (text: string): string[][] => text.split(' | ').map((group) => group.split(' '));

describe('one word', () => {
  for (const [kind, text] of Object.entries(meeting)) {
    test.each(groupsOf(text).map((group) => [group.join(', '), group] as const))(`${kind}: %s`, (_name, group) => {
      expect(new Set(group.map(stemWord)).size, group.map(stemWord).join(' ')).toBe(1);
    });
  }
});

describe('two words', () => {
  for (const [kind, text] of Object.entries(parting)) {
    test.each(groupsOf(text).map(([one = '', other = '']) => [one, other] as const))(
      `${kind}: %s, %s`,
      (one, other) => {
        expect(stemWord(one)).not.toBe(stemWord(other));
      },
    );
  }
});

test.each(unchanged.split(' '))('%s loses nothing', (word) => {
  expect(stemWord(word)).toBe(word);
});

describe('the table', () => {
  const path = new URL('../../../src/topics/words/word-forms.tsv', import.meta.url);
  const entries = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));

  test('has a form, its stem and the source in each line, in order', () => {
    const sources = new Set(['correction', 'irregular', 'lexicon', 'spelling', 'corpus', 'rule']);
    for (const entry of entries) {
      expect(entry).toHaveLength(3);
      expect(sources, entry.join(' ')).toContain(entry[2]);
    }
    const forms = entries.map(([form]) => form);
    expect(forms).toEqual([...new Set(forms)].sort());
  });

  test('has stems that are their own stems', () => {
    for (const [form = '', stem = ''] of entries) {
      expect(stemWord(form)).toBe(stem);
      expect(stemWord(stem), form).toBe(stem);
    }
  });
});

test('the stem of a stem is that stem', () => {
  const letter = fc.constantFrom(...'abcdeginorstuy');
  const ending = fc.constantFrom('s', 'es', 'ies', 'ed', 'ied', 'eed', 'ing', 'ss', 'e');
  const word = fc
    .tuple(fc.array(letter, { maxLength: 6 }), fc.array(ending, { maxLength: 4 }))
    .map(([letters, endings]) => letters.join('') + endings.join(''));
  fc.assert(
    fc.property(word, (text) => stemWord(stemWord(text)) === stemWord(text)),
    { numRuns: 5_000 },
  );
});

test.each([
  ['tokens', 'token'],
  ['studies', 'study'],
  ['planned', 'plan'],
  ['encoding', 'encode'],
  ['calling', 'call'],
  ['changing', 'change'],
  ['bringing', 'bring'],
  ['requiring', 'require'],
  ['corpus', 'corpus'],
  ['analysis', 'analysis'],
  ['gps', 'gps'],
  ['llms', 'llm'],
  ['string', 'string'],
])('the rule alone makes %s to %s', (form, base) => {
  expect(baseForm(form)).toBe(base);
});
