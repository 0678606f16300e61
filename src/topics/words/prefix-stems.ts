import { listedStemsFrom } from './form-table.ts';
import { stemWord } from './stem.ts';

/** What the rule in `inflection.ts` can take from the end of a word, and what it can put there instead. */
const endings: readonly (readonly [ending: string, instead: readonly string[]])[] = [
  ['s', ['']],
  ['d', ['']],
  ['es', ['']],
  ['ed', ['', 'e']],
  ['ies', ['y']],
  ['ied', ['y']],
  ['ing', ['', 'e']],
];
/** What may follow a doubled consonant. */
const afterDoubled = ['ed', 'ing'];
const plainLetters = /^[a-z]+$/;

/**
 * The stems of words with this prefix that do not have it themselves: of `behaviour*` it is `behavior`, of `planned*` it
 * is `plan`. All others begin with the prefix.
 */
export function stemsBesides(prefix: string): readonly string[] {
  // A word with anything but plain letters is its own stem.
  if (!plainLetters.test(prefix)) return [];
  const stems = new Set([...listedStemsFrom(prefix), stemWord(prefix), ...stemsOfCuts(prefix)]);
  return [...stems].filter((stem) => !stem.startsWith(prefix));
}

/** The stems of what is left where the rule takes an ending that starts within the prefix and goes on after it. */
function* stemsOfCuts(prefix: string): Generator<string> {
  for (let cut = 1; cut < prefix.length; cut++) {
    const [left, rest] = [prefix.slice(0, cut), prefix.slice(cut)];
    for (const [ending, instead] of endings) {
      if (goesOn(ending, rest)) for (const letters of instead) yield stemWord(left + letters);
    }
    const isDoubled = left.endsWith(rest.charAt(0));
    if (isDoubled && afterDoubled.some((ending) => goesOn(ending, rest.slice(1)))) yield stemWord(left);
  }
}

const goesOn = (ending: string, begun: string): boolean => ending !== begun && ending.startsWith(begun);
