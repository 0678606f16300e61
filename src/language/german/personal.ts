import type { english, Translated } from '../english.ts';

export const personal: Translated<typeof english.personal> = {
  chat: '„Unser Chat“',
  about: '-# Es geht um deinen persönlichen Digest, der als Direktnachricht kommt.',
  noSubscriptions: 'Du hast keine Abos. Leg eins mit `/subscribe` an.',
  subscriptions: 'Du hast {n, plural, one {# Abo} other {# Abos}}.',
  capReached:
    'Du hast {n, number} Abos, mehr gehen nicht. Entferne eins mit `/unsubscribe` oder verbinde Themen mit OR, wie in `graphs OR trees`.',
  notHere:
    'Ich bin nicht auf diesem Server, deshalb kann ich hier nur deinen persönlichen Digest ändern. Lass den Kanal weg oder lade mich auf den Server ein.',
  cannotWrite: 'Ich kann dir nicht schreiben: {reason}. {next}',
  closedLater: 'Es ist erledigt, aber ich kann dir nicht schreiben: {reason}. {next}',
};
