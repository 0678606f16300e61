import type { english, Translated } from '../english.ts';

export const digest: Translated<typeof english.digest> = {
  preview: '**Vorschau. Nichts wird gepostet.**',
  part: 'Teil {part, number} von {parts, number}',
  title: '### Paper für {day}',
  /** The name of a post in a forum. */
  postName: 'Paper für {day}',
  all: '{n, plural, one {# neues Paper} other {# neue Paper}} zu {topics}',
  bestOne: 'Das beste von {n, plural, one {# neuen Paper} other {# neuen Papern}} zu {topics}',
  best: 'Die besten {shown, number} von {n, plural, one {# neuen Paper} other {# neuen Papern}} zu {topics}',
  yourTopics: 'euren Themen: {topics}',
  topicsAndMore: '{topics} und {n, number} weitere',
  announced: '{n, number} angekündigt',
  findOther: '`/papers search` findet das andere',
  findOthers: '`/papers search` findet die anderen {n, number}',
  late: '{n, plural, one {# Paper ist verspätet: Ein früherer Digest ging hinaus, bevor es angekündigt wurde} other {# Paper sind verspätet: Ein früherer Digest ging hinaus, bevor sie angekündigt wurden}}.',
  skipped:
    '{n, plural, one {# älteres Paper wurde übersprungen: `/papers search` findet es} other {# ältere Paper wurden übersprungen: `/papers search` findet sie}}.',
  coversAway: 'Deckt {from} bis {to} ab: Ich war weg.',
  coversBlocked: 'Deckt {from} bis {to} ab: Ich konnte hier nicht posten.',
  missingMany:
    '{n, plural, one {# Liste} other {# Listen}} von {sources} konnten nicht geholt werden: Die Paper darin kommen vielleicht später.',
  missingWaiting: '{source} hatte {day} bis {time} noch nicht angekündigt.',
  missingPartial: '{source} hatte {day} bis {time} erst zum Teil angekündigt.',
  missingStale: '{source} zeigte bis {time} statt {day} noch die Paper eines früheren Tages.',
  missingFailed: '{source} war für {day} bis {time} nicht zu erreichen.',
};
