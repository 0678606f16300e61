import { expect, it } from 'vitest';
import { french } from '../../src/language/french.ts';
import { sayIn } from '../../src/language/say.ts';

/** The texts without the code in them. */
const texts = Object.values(french.texts)
  .flatMap((area) => Object.values(area))
  .map((text) => text.replaceAll(/`[^`]*`/g, '`'));

it('has no space that breaks before : ; ! ? » %, or after «', () => {
  expect(texts.filter((text) => / [:;!?»%](?!\S)|« /.test(text))).toEqual([]);
});

it('has a space before : ; ! ?, except after the name of a field', () => {
  expect(
    texts.filter((text) =>
      /(?:[^\s}:~](?<!\b(?:about|title|author|cat|id))|\})[:;!?](?=\s|$)/.test(withoutFields(text)),
    ),
  ).toEqual([]);
});

it('has no straight apostrophe', () => {
  expect(texts.filter((text) => text.includes("'"))).toEqual([]);
});

it('has a form for a million', () => {
  const say = sayIn('fr');
  const papers = [0, 1, 2, 1_000_000].map((n) => say('search.found', { n, topic: 'x', place: '' }));
  expect(papers).toEqual([
    '0 article sur **x**.',
    '1 article sur **x**.',
    '2 articles sur **x**.',
    '1\u202f000\u202f000 d’articles sur **x**.',
  ]);
});

/** Arguments that name a field stand before the colon of the topic language: `{name}:`. */
function withoutFields(text: string): string {
  return text.replaceAll(/\{(?:name|outer|meant)\}:/g, '');
}
