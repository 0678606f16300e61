import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { topicHelp } from '../../src/discord/rendering/help.ts';
import { messageLimits } from '../../src/discord/rendering/message-limits.ts';
import { type LanguageName, languageNames } from '../../src/language/names.ts';
import { sayIn } from '../../src/language/say.ts';
import { sourceNames } from '../../src/papers/source-names.ts';
import { parseTopic } from '../../src/topics/language/parse.ts';
import { fields } from '../../src/topics/operators/registry.ts';
import { meaning } from '../support/shipped-meaning.ts';

/** Texts in backticks. */
const inCode = (text: string): readonly string[] => Array.from(text.matchAll(/`([^`]+)`/g), ([, code = '']) => code);

function section(text: string, from: string, to: string): string {
  const start = text.indexOf(from);
  const end = text.indexOf(to, start);
  if (start === -1 || end === -1) throw new Error(`There is nothing between “${from}” and “${to}”.`);
  return text.slice(start, end);
}

/** The list of operators at its longest, with every source. */
function helpText(language: LanguageName = 'en'): string {
  const sources = sourceNames.map(({ shown, title = shown }) => `${title} (journals)`);
  return topicHelp(sources, sayIn(language));
}

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const readmeExamples = section(readme, '## Topics', '\n\nCase')
  .split('\n')
  .flatMap((line) => inCode(line.split(' | ')[0] ?? ''));
const helpExamples = inCode(section(helpText(), '**Every', 'You can')).map((example) =>
  // A part of a topic.
  example.startsWith('-') ? `graphs ${example}` : example,
);

describe('the examples of the topic language', () => {
  test.each([...new Set([...readmeExamples, ...helpExamples])])('%s can be read', (example) => {
    const parsed = parseTopic(example, meaning);
    expect(parsed.ok ? 'read' : parsed.error.message).toBe('read');
  });

  test.each(fields.map(({ names }) => names[0] ?? ''))('have one of %s:, in README and help', async (name) => {
    expect(readmeExamples.join(' ')).toContain(`${name}:`);
    expect(helpExamples.join(' ')).toContain(`${name}:`);
  });

  test('leave room in one message for all operators', () => {
    for (const language of languageNames) expect(helpText(language).length).toBeLessThanOrEqual(messageLimits.content);
  });
});
