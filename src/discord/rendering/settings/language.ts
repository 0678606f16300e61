import { languageNames, ownNames, readLanguageName } from '../../../language/names.ts';
import type { Setting } from './setting.ts';

const ofServer = 'server';

/** The language of the digests. Languages are named in themselves, so that everyone finds theirs. */
export const languageSetting: Setting = {
  key: 'language',
  label: 'settings.language',
  names: ['language'],
  show: ({ language }, { say }) =>
    language === null ? say('settings.languageOfServer') : ownNames[readLanguageName(language)],
  input: {
    kind: 'choice',
    question: 'settings.languageQuestion',
    options: ({ language }, { say }) => [
      { value: ofServer, label: say('settings.languageChoiceOfServer'), isChosen: language === null },
      ...languageNames.map((value) => ({ value, label: ownNames[value], isChosen: value === language })),
    ],
    read: ([value]) => {
      if (value === ofServer) return { language: null };
      const language = languageNames.find((name) => name === value);
      return language === undefined ? null : { language };
    },
  },
};
