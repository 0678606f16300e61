/** How a base form inflects by the rules of English spelling. Where spelling leaves a choice, all choices are listed. */

export type Inflection = 'plural' | 'past' | 'participle' | 'comparative' | 'superlative';

const endsInSibilant = /(?:s|x|z|ch|sh)$/;
const consonantAndY = /[^aeiou]y$/;
const oneConsonantAfterOneVowel = /(?:^|[^aeiou]|qu)[aeiouy][bcdfgklmnprstvz]$/;
const vowelGroups = /[aeiouy]+/g;

export function regularForms(base: string, inflection: Inflection): readonly string[] {
  switch (inflection) {
    case 'plural':
      return pluralsOf(base);
    case 'past':
      return withEnding(base, 'ed');
    case 'participle':
      return participlesOf(base);
    case 'comparative':
      return withEnding(base, 'er');
    case 'superlative':
      return withEnding(base, 'est');
  }
}

/** The plural of a noun, which is spelled as the third person of a verb. */
function pluralsOf(base: string): readonly string[] {
  if (consonantAndY.test(base)) return [`${base.slice(0, -1)}ies`];
  if (/[^aeiou]o$/.test(base)) return [`${base}s`, `${base}es`];
  if (!endsInSibilant.test(base)) return [`${base}s`];
  // stomach, epoch; focusses
  if (base.endsWith('ch')) return [`${base}es`, `${base}s`];
  return /[aeiou]s$/.test(base) || /[^z]z$/.test(base) ? [`${base}es`, `${base}${base.slice(-1)}es`] : [`${base}es`];
}

function participlesOf(base: string): readonly string[] {
  if (base.endsWith('ie')) return [`${base.slice(0, -2)}ying`];
  if (/(?:ee|oe|ye)$/.test(base)) return [`${base}ing`];
  // ageing, sizeing
  if (base.endsWith('e')) return [`${base.slice(0, -1)}ing`, `${base}ing`];
  return [...doubled(base).map((stem) => `${stem}ing`), ...(base.endsWith('c') ? [`${base}king`] : [])];
}

function withEnding(base: string, ending: 'ed' | 'er' | 'est'): readonly string[] {
  if (base.endsWith('e')) return [`${base}${ending.slice(1)}`];
  if (consonantAndY.test(base)) return [`${base.slice(0, -1)}i${ending}`];
  return [...doubled(base).map((stem) => `${stem}${ending}`), ...(base.endsWith('c') ? [`${base}k${ending}`] : [])];
}

/** With the last consonant doubled, as it is, or both where the stress decides or the country: `planned`, `modelled`. */
function doubled(base: string): readonly string[] {
  if (!oneConsonantAfterOneVowel.test(base)) return base.endsWith('l') ? [base, `${base}l`] : [base];
  const twice = base + base.slice(-1);
  return (base.match(vowelGroups) ?? []).length === 1 ? [twice] : [base, twice];
}
