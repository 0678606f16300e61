import { type Saying, saying } from '../../../language/saying.ts';
import { mention } from '../term-text.ts';
import { begins, type Habit, inField, insideGroup } from './habit.ts';

/** What the functions of Scopus and the fields of Web of Science are called here; null for what topics do not have. */
const scopus: Readonly<Record<string, string | null>> = {
  'TITLE-ABS-KEY-AUTH': '',
  'TITLE-ABS-KEY': '',
  'TITLE-ABS': '',
  TITLE: 'title',
  ABS: 'abstract',
  KEY: '',
  AUTHKEY: '',
  'AUTHOR-NAME': 'author',
  AUTHLASTNAME: 'author',
  AUTH: 'author',
  AFFILORG: 'org',
  AFFIL: 'org',
  DOI: 'id',
  ALL: '',
  SRCTITLE: null,
  SUBJAREA: null,
  DOCTYPE: null,
  LANGUAGE: null,
  'LIMIT-TO': null,
  EXCLUDE: null,
};
const webOfScience: Readonly<Record<string, string | null>> = {
  TS: '',
  TI: 'title',
  AB: 'abstract',
  AU: 'author',
  AK: '',
  KP: '',
  AD: 'org',
  OG: 'org',
  DO: 'id',
  ALL: '',
  SO: null,
  WC: null,
  SU: null,
};

/** `TITLE-ABS-KEY(graph)`, `AUTH(smith)`. */
const functionHabit: Habit = {
  pattern: new RegExp(`${begins}(?<name>${Object.keys(scopus).join('|')})\\(`, 'dgu'),
  explain: (found) => explainField(found.part('name'), scopus, 'Scopus', insideGroup(found.text, found.end)),
};

/** `TS=(graph)`, `TI="graph networks"`. */
const assignmentHabit: Habit = {
  pattern: new RegExp(
    `${begins}(?<name>${Object.keys(webOfScience).join('|')})=\\s?(?:\\(|(?<value>"\\uE000*"|[^\\s()|"=]+))`,
    'dgu',
  ),
  explain(found) {
    const value = found.part('value');
    return explainField(
      `${found.part('name')}=`,
      Object.fromEntries(Object.entries(webOfScience).map(([name, field]) => [`${name}=`, field])),
      'Web of Science',
      value === '' ? insideGroup(found.text, found.end) : value,
    );
  },
};

function explainField(
  name: string,
  fields: Readonly<Record<string, string | null>>,
  service: string,
  value: string,
): Saying {
  const field = fields[name] ?? null;
  const typed = mention(name);
  if (field === null) return saying('habits.fieldElsewhere', { typed, service });
  return saying('habits.field', { typed, service, meant: inField(field, value) });
}

/** `PUBYEAR > 2020`, `PY=2020-2024`. */
const yearHabit: Habit = {
  pattern: new RegExp(`${begins}(?:PUBYEAR\\s*(?:[<>=]+|AFT|BEF|IS)\\s*\\d+|(?:PY|FPY|DOP)=\\S+)`, 'dgu'),
  explain: () => saying('habits.year'),
};

export const functionHabits: readonly Habit[] = [functionHabit, assignmentHabit, yearHabit];
