import { type Saying, saying } from '../../language/saying.ts';
import type { Meaning } from '../../meaning/meaning.ts';
import type { MeaningTable } from '../../meaning/meaning-table.ts';
import { Subject } from '../../meaning/subject.ts';
import { hasStar, mention, noStar, noWords, readWords } from '../language/term-text.ts';
import { anything } from '../matching/candidate-terms.ts';
import { carriersOf } from '../matching/carriers.ts';
import type { PaperText } from '../matching/paper-text.ts';
import { showScore, strictnessRange, writeStrictness } from '../matching/strictness.ts';
import type { AboutTerm, TopicError, TypedWord } from '../topic.ts';
import { isFunctionWord } from '../words/compounds.ts';
import type { Field, Operator, ReadTerm, Typed } from './operator.ts';

const aboutField: Field = {
  names: ['about'],
  takes: saying('syntax.takesSentence'),
  takesOneValue: true,
  read: readAbout,
};

/** `about:"a sentence"`: papers whose words mean about the same. A store cannot look for that. */
export const aboutOperator: Operator<AboutTerm> = {
  fields: [aboutField],
  // It names its field itself, because one field cannot have a group of sentences.
  write: ({ display, strictness }) => ({ field: null, value: `about:"${display}"~${writeStrictness(strictness)}` }),
  isWide: () => false,
  holds: (term, paper) => scoreOf(term, paper) >= term.strictness,
  find: (term, text) => {
    const score = scoreOf(term, text);
    return score >= term.strictness ? [{ term, field: 'meaning', score, text }] : [];
  },
  explain(reason) {
    const { words } = carriersOf(reason);
    const topic = mention(reason.term.display);
    if (words.length === 0) return saying('reasons.about', { topic });
    return saying('reasons.aboutBecause', { topic, words: words.map((word) => saying('reasons.word', { word })) });
  },
  explainMiss: (term, paper) =>
    saying('reasons.notAbout', {
      topic: mention(term.display),
      score: showScore(scoreOf(term, paper)),
      line: writeStrictness(term.strictness),
    }),
  require: () => anything,
};

const scoreOf = ({ subject }: AboutTerm, paper: PaperText): number => subject.score(paper.meaningBy(subject.table));

/** Longer texts are not one subject, and no longer sentences of a topic. */
const wordsAtMost = 60;

function readAbout({ text, distance, isExact }: Typed, meaning: Meaning): ReadTerm {
  if (isExact) return refused('unexpected', saying('syntax.exactSentence', { typed: mention(text) }));
  if (hasStar(text)) return noStar(text, 'sentence');
  const { words, display } = readWords(text);
  if (words.length === 0) return noWords(text);
  if (words.length > wordsAtMost) return tooManyWords(words.length);
  const { table } = meaning;
  if (table === null) return noTable(meaning);
  const strictness = distance ?? table.defaultStrictness;
  if (!isStrictness(strictness)) return outOfRange(strictness);
  const problem = problemOf(words, table);
  if (problem !== null) return problem;
  const subject = new Subject(
    table,
    words.map(({ stem }) => stem),
  );
  return { ok: true, term: { kind: 'about', display, strictness, subject } };
}

const refused = (code: TopicError['code'], said: Saying): ReadTerm => ({ ok: false, code, said });

const tooManyWords = (words: number): ReadTerm =>
  refused('too-long', saying('syntax.longSentence', { words, limit: wordsAtMost }));

const noTable = ({ damage }: Meaning): ReadTerm =>
  refused('no-meaning', saying(damage === null ? 'syntax.meaningOff' : 'syntax.meaningDamaged'));

/** The canonical text has two digits after the point, so that it reads as the same number. */
const isStrictness = (number: number): boolean =>
  number >= strictnessRange.least && number <= strictnessRange.most && Number(writeStrictness(number)) === number;

const outOfRange = (strictness: number): ReadTerm => {
  const { least, most } = strictnessRange;
  const values = { least: String(least), most: String(most), typed: String(strictness) };
  return refused('unexpected', saying('syntax.strictness', values));
};

/** Why the words say nothing that papers could be compared with. */
function problemOf(words: readonly TypedWord[], table: MeaningTable): ReadTerm | null {
  const telling = words.filter(({ text, stem }) => !isFunctionWord(text) && !isEverywhere(stem, table));
  if (telling.length === 0) return refused('no-meaning', saying('syntax.emptySentence'));
  if (telling.some(({ stem }) => table.idOf(stem) !== undefined)) return null;
  const typed = mention(telling.map(({ text }) => text).join(' '));
  return refused('no-meaning', saying('syntax.unknownMeaning', { typed }));
}

/** The share of papers with a word that says nothing, such as `we`. */
const everywhere = 0.7;

const isEverywhere = (stem: string, table: MeaningTable): boolean => table.paperCount(stem) > everywhere * table.papers;
