import type { english, Translated } from '../english.ts';

export const data: Translated<typeof english.data> = {
  nothing: 'Es ist nichts gespeichert, also gibt es nichts zu exportieren.',
  exported: 'Alles, was gespeichert ist, steht in der Datei, als JSON: {rows, plural, one {# Zeile} other {# Zeilen}}.',
  tooLarge:
    'Die Datei wäre größer, als Discord erlaubt. Frag die Person, die mich betreibt: Sie kann alles in der Datenbank lesen.',
  notServerManager:
    'Dafür brauchst du die Berechtigung „Server verwalten“, weil es um den ganzen Server geht. Frag jemanden, der sie hat.',
  eraseServer:
    '**Das löscht alles, was ich über diesen Server gespeichert habe**: {topics, plural, one {# Abo} other {# Abos}} in {channels, plural, one {# Kanal} other {# Kanälen}}, alle Einstellungen, und was gepostet wurde. Die Nachrichten bleiben in ihren Kanälen. Das lässt sich nicht rückgängig machen. `/digest export` gibt dir vorher eine Kopie.',
  eraseOwn:
    '**Das löscht deinen persönlichen Digest**: {topics, plural, one {# Abo} other {# Abos}} in {channels, plural, one {# Kanal} other {# Kanälen}}, alle Einstellungen, und was gepostet wurde. Das lässt sich nicht rückgängig machen. `/papers privacy` löscht alles andere über dich.',
  eraseButton: 'Alles löschen …',
  formTitle: 'Alles löschen',
  formLabel: 'Gib „{word}“ ein',
  formHint: 'Alles wird sofort gelöscht. Das lässt sich nicht rückgängig machen.',
  word: 'löschen',
  wrongWord: 'Es wurde nichts gelöscht: Du hast „{typed}“ eingegeben, und nicht „{word}“. Drück den Knopf noch einmal.',
  stillSending:
    'Es wurde nichts gelöscht, weil gerade noch eine Nachricht gesendet wird. Versuch es in einer Minute noch einmal.',
  erasedServer:
    'Erledigt: Alles, was ich über diesen Server gespeichert hatte, ist gelöscht. Mit `/subscribe` fängst du neu an.',
  erasedOwn: 'Erledigt: Dein persönlicher Digest ist gelöscht. Mit `/subscribe` fängst du neu an.',
  erasedMine: 'Erledigt: Alles, was ich über dich gespeichert hatte, ist gelöscht.',
  erasedAnnounced:
    '{person} hat alles gelöscht, was ich über diesen Server gespeichert hatte. Es kommen keine Digests mehr.',
  privacy: `**Was ich über dich speichere**
Unter deiner Discord-Id, und nur, wenn du es benutzt: deine Leseliste mit ihren Notizen, deinen persönlichen Digest, deine Pings, deine Markierungen an Papern, und dass du für einen Kanal ein Thema abonniert hast. Suchen und Formulare, die auf dich warten, bleiben etwa einen Tag.
Ich lese keine Nachrichten und speichere keine Namen, keine Adressen und keine Mitgliederlisten.
**Wie lange**
Bis du es entfernst oder hier alles löschst. Entfernt mich ein Server, werden seine Daten nach 7 Tagen gelöscht. Sicherungen des Betreibers behalten, was sie haben, bis sie gelöscht werden.
**Was andere sehen**
Deine Leseliste, deine Pings und dein persönlicher Digest sind nur für dich. Bei Abos steht, von wem sie sind.
Die Knöpfe exportieren oder löschen alles über dich auf allen Servern. Die Themen der Server bleiben, ohne deine Id.`,
  exportMine: 'Meine Daten exportieren',
  eraseMine: 'Meine Daten löschen …',
  somebody: 'jemandem',
};
