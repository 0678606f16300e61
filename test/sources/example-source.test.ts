import { createExampleSource } from './example-source.ts';
import { describeSourceContract } from './source-contract.ts';

const date = '2026-03-10';
const dayOf = (postedOn: string) => [
  { doi: '10.5555/strand.1', title: 'Sand &amp; water', postedOn, summary: 'We dig.', people: ['Mira Dovžan', ' '] },
  { doi: '10.5555/Strand.2', title: 'Shells', postedOn },
];
const answerOf = (papers: readonly unknown[]): string => JSON.stringify({ papers });

describeSourceContract({
  id: 'strandarchiv',
  make: createExampleSource,
  date,
  goodDay: answerOf(dayOf(date)),
  ids: ['10.5555/strand.1', '10.5555/strand.2'],
  oneBadItem: answerOf([{ doi: '10.5555/strand.1' }, ...dayOf(date).slice(1)]),
  onlyBadItems: answerOf(['a', 7, null]),
  otherDay: answerOf(dayOf('2026-03-09')),
  quietDay: answerOf([]),
  wrongShapes: ['[]', 'null', '{"papers":{}}', '"papers"'],
});
