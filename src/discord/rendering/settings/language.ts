import { languageNames, ownNames } from '../../../language/names.ts';
import type { Setting } from './setting.ts';

/** The language of the digests. Languages are named in themselves, so that everyone finds theirs. */
export const languageSetting: Setting = {
  key: 'language',
  label: 'settings.language',
  names: ['language'],
  show: ({ language }) => ownNames[language],
  input: {
    kind: 'choice',
    question: 'settings.languageQuestion',
    options: ({ language }) =>
      languageNames.map((value) => ({ value, label: ownNames[value], isChosen: value === language })),
    read: ([value]) => {
      const language = languageNames.find((name) => name === value);
      return language === undefined ? null : { language };
    },
  },
};
