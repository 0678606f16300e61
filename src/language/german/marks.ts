import type { english, Translated } from '../english.ts';

export const marks: Translated<typeof english.marks> = {
  more: 'Gemerkt: Papers wie {papers} kommen hier in späteren Digests weiter vorn.',
  less: 'Gemerkt: Papers wie {papers} kommen hier in späteren Digests weiter hinten.',
  again:
    '-# Kein Paper fällt deshalb weg. Wähle es noch einmal, um es zurückzunehmen; `/digest settings` zeigt, was ich gelernt habe.',
  takenBack: 'Zurückgenommen: deine Markierung von {papers}.',
  others: '{count, plural, one {# weiteres} other {# weitere}}',
  notInDigest:
    'Dieses Paper war in keinem Digest dieses Kanals, deshalb kann es hier nicht markiert werden. Markiere Papers unter den Digests, in denen sie stehen.',
};
