import { describe, expect, test } from 'vitest';
import { topicHelp } from '../../src/discord/rendering/help.ts';
import { messageLimits } from '../../src/discord/rendering/message-limits.ts';
import { type LanguageName, languageNames } from '../../src/language/names.ts';
import { sayIn } from '../../src/language/say.ts';
import type { Paper } from '../../src/papers/paper.ts';
import { sourceNames } from '../../src/papers/source-names.ts';
import { parseTopic } from '../../src/topics/language/parse.ts';
import { matches } from '../../src/topics/matching/match.ts';
import { readPaper } from '../../src/topics/matching/paper-text.ts';
import { fields } from '../../src/topics/operators/registry.ts';
import { meaning } from '../support/shipped-meaning.ts';
import { codeIn, guides, readPage } from './markdown.ts';
import { paperOf } from './topic-papers.ts';

interface TopicExample {
  readonly example: string;
  readonly at: string;
  /** The cells of the table: what it finds, and what it does not find. */
  readonly finds: string;
  readonly misses: string;
}

/** The examples of every table of topics: its first column is headed “write”, and holds no commands. */
const examples: readonly TopicExample[] = guides.flatMap((path) =>
  readPage(path)
    .tables.filter(({ header }) => header[0] === 'write')
    .flatMap(({ rows }) => rows)
    .flatMap(({ at, cells: [written = '', , finds = '', misses = ''] }) =>
      codeIn(written).map((example) => ({ example, at, finds, misses })),
    )
    .filter(({ example }) => !example.startsWith('/')),
);
const withPapers = examples.filter(({ finds }) => finds !== '');
const guide = withPapers.map(({ example }) => example);

/** The list of operators at its longest, with every source. */
function helpText(language: LanguageName = 'en'): string {
  const sources = sourceNames.map(({ shown, title = shown }) => `${title} (journals)`);
  return topicHelp(sources, sayIn(language));
}

const help = helpText();
const helpExamples = codeIn(help.slice(help.indexOf('**Every'), help.indexOf('You can'))).map((example) =>
  // A part of a topic.
  example.startsWith('-') ? `graphs ${example}` : example,
);

function isFound(example: string, paper: Paper): boolean {
  const parsed = parseTopic(example, meaning);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return matches(parsed.topic, readPaper(paper));
}

describe('the topics in tables', () => {
  test.each(withPapers)('$at: $example finds $finds, and not $misses', ({ example, finds, misses }) => {
    expect(isFound(example, paperOf(finds))).toBe(true);
    expect(isFound(example, paperOf(misses))).toBe(false);
  });

  test.each(examples.filter(({ finds }) => finds === ''))('$at: $example is in the user guide', ({ example }) => {
    expect(guide).toContain(example);
  });

  test.each(fields.map(({ names }) => names[0] ?? ''))('have one of %s:, in the user guide and help', async (name) => {
    expect(guide.join(' ')).toContain(`${name}:`);
    expect(helpExamples.join(' ')).toContain(`${name}:`);
  });
});

describe('the topics of /papers help', () => {
  test.each([...new Set(helpExamples)])('%s can be read', (example) => {
    const parsed = parseTopic(example, meaning);
    expect(parsed.ok ? 'read' : parsed.error.message).toBe('read');
  });

  test('leave room in one message for all operators', () => {
    for (const language of languageNames) expect(helpText(language).length).toBeLessThanOrEqual(messageLimits.content);
  });
});
