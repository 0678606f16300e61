import { expect, test } from 'vitest';
import { adviceFor } from '../../../src/discord/rendering/topic-advice.ts';
import { sayIn } from '../../../src/language/say.ts';
import { topicOf } from '../../store/invented-listings.ts';

const isSpelling = /^Check the spelling\.$/;
const isLess = /^Check the spelling, or ask for less at once/;
const isOr = /^Did you mean OR/;

test.each([
  ['upvotes >20', /`upvotes:>20`/],
  ['robots votes >20', /`upvotes:>20`/],
  ['robots not survey', /`-survey`/],
  ['diffusion, flow matching', isOr],
  ['to be or not to be', /`-survey`/],
  ['"robots, not surveys" arms', isLess],
  ['diffusion knots', isLess],
  ['cat:cs.LG has:code', isLess],
  ['diffusoin', isSpelling],
  ['title:"flow matchng"', isSpelling],
  ['difusion OR flwo, matching', isSpelling],
  ['author:LeCun', isSpelling],
  ['org:deepmind', isSpelling],
])('%j, which matches nothing, gets advice that fits', (text, advice) => {
  expect(adviceFor(topicOf(text), sayIn('en'))).toMatch(advice);
});

test.each(['has:code', 'cat:cs.LG', 'upvotes:>20', 'id:2406.01234'])(
  '%j is a plain fact and gets no advice',
  (text) => {
    expect(adviceFor(topicOf(text), sayIn('en'))).toBeNull();
  },
);
