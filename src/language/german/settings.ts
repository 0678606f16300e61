import type { english, Translated } from '../english.ts';

export const settings: Translated<typeof english.settings> = {
  head: '**Digest-Einstellungen von {channel}**',
  headChanged: '**Digest-Einstellungen von {channel}** (eben geändert)',
  line: '{label}: {value}',
  change: '{label}: {before} → **{after}**',
  subscriptions: 'Abos: {count, number}',
  noDigest: 'Nächster Digest: keiner, denn es gibt kein Abo. Leg eins mit `/subscribe` an.',
  lastDigest: 'Letzter Digest: {time}',
  unchanged: 'Nichts wurde geändert.',

  when: 'Wann',
  max: 'Höchstens',
  maxValue: '{count, plural, one {# Paper} other {# Paper}} je Digest',
  grace: 'Wartet auf eine späte Quelle',
  graceValue: '{count, plural, =0 {gar nicht} one {bis zu # Minute} other {bis zu # Minuten}}',
  layout: 'Layout',
  layoutQuestion: 'Wie sollen die Paper eines Digests aussehen?',
  ranking: 'Reihenfolge',
  rankingQuestion: 'Welche Paper sollen zuerst kommen, und bleiben, wenn es zu viele sind?',

  sources: 'Quellen',
  sourcesAll: 'alle',
  sourcesQuestion:
    'Wessen Paper soll ein Digest nehmen? Wählst du alle, nimmt er auch die von Quellen, die später dazukommen.',
  upvotes: 'Upvotes',
  upvotesValue: '{count, plural, =0 {beliebig viele} one {# Upvote oder mehr} other {# Upvotes oder mehr}}',
  upvotesQuestion:
    'Wie viele Upvotes soll ein Paper haben, wenn der Digest entsteht? Nur Paper, die Hugging Face führt, haben Upvotes.',

  nothingPasses:
    'Für {channel} gibt es nichts Neues: kein Paper seit dem letzten Digest (oder seit dem Abo) passt zum Thema und zu den Einstellungen für Quellen und Upvotes. Sieh sie mit `/digest settings`, oder such frühere Paper mit `/papers search`.',

  mention: 'Erwähnt',
  mentionNobody: 'niemanden',
  mentionGone: 'niemanden, denn die Rolle wurde gelöscht',
  mentionRefused: 'niemanden, denn Discord lässt mich {role} nicht erwähnen',
  mentionQuestion: 'Wen soll jeder Digest erwähnen? Alle mit der Rolle bekommen eine Benachrichtigung.',
  mentionMenu: 'Wähl eine Rolle',
  mentionClear: 'Niemanden erwähnen',
  mentionWarning:
    'Jeder Digest wird alle benachrichtigen, die die Rolle {role} haben. Tage ohne Paper und Vorschauen tun das nicht.',
  refusedEveryone: 'Ein Digest erwähnt nie alle. Wähl eine Rolle, die man annehmen oder ablegen kann.',
  refusedGone: 'Diese Rolle wurde gelöscht. Wähl eine andere.',
  refusedBot: '{role} gehört einem Bot, also würde niemand erwähnt. Wähl eine Rolle, die Menschen haben.',
  refusedToBot:
    'Ich darf {role} nicht erwähnen. Erlaub in den Servereinstellungen unter Rollen allen, sie zu erwähnen, oder gib mir in diesem Kanal die Berechtigung {permission}. Wähl sie dann noch einmal.',
  refusedToPerson:
    'Du darfst {role} nicht erwähnen, also kannst du sie nicht erwähnen lassen. Jemand kann in den Servereinstellungen unter Rollen allen erlauben, sie zu erwähnen. Wähl sie dann noch einmal.',

  seen: 'Paper, die dir ein Server gezeigt hat',
  seenOmitted: 'fallen weg',
  seenRepeated: 'kommen noch einmal',
  seenQuestion:
    'Sollen in deinem Digest die Paper fehlen, die du auf einem Server in einem von dir abonnierten Digest bekommen oder gespeichert hast?',
  seenChoiceOmit: 'Weglassen',
  seenChoiceRepeat: 'Noch einmal bringen',

  learnedBoth:
    'Gelernt für {topic}: mehr {more}, weniger {less}; aus {marks, plural, one {# Markierung} other {# Markierungen}}',
  learnedMore: 'Gelernt für {topic}: mehr {more}; aus {marks, plural, one {# Markierung} other {# Markierungen}}',
  learnedLess: 'Gelernt für {topic}: weniger {less}; aus {marks, plural, one {# Markierung} other {# Markierungen}}',
  learnedNothing:
    'Gelernt: nichts für die jetzigen Themen; aus {marks, plural, one {# Markierung} other {# Markierungen}}',
  learnedOthers:
    '-# {count, plural, one {# weiteres Thema hat Markierungen.} other {# weitere Themen haben Markierungen.}}',
  forget: 'Gelerntes zurücksetzen',
  forgetQuestion:
    '**Soll ich vergessen, was ich in {channel} aus {marks, plural, one {# Markierung} other {# Markierungen}} gelernt habe?**',
  forgetHint: '-# Spätere Digests werden ohne diese Markierungen geordnet. Das lässt sich nicht rückgängig machen.',
  forgetNow: 'Zurücksetzen',
  forgotten:
    '{marks, plural, =0 {Es gab nichts zurückzusetzen.} one {Erledigt: # Markierung ist gelöscht.} other {Erledigt: # Markierungen sind gelöscht.}}',
  forgottenAnnounced:
    '{person} hat zurückgesetzt, was ich in diesem Kanal aus {marks, plural, one {# Markierung} other {# Markierungen}} gelernt habe.',

  quiet: 'Tage ohne Paper',
  quietOn: 'eine kurze Zeile',
  quietOff: 'still',
  quietQuestion: 'Was soll an einem Tag kommen, an dem kein neues Paper passt?',
  quietChoiceOn: 'Eine kurze Zeile',
  quietChoiceOff: 'Nichts',
  followUps: 'Änderungen an gebrachten Papern',
  followUpsOn: 'eine Antwort, einmal',
  followUpsOff: 'werden nicht gemeldet',
  followUpsQuestion:
    'Was soll kommen, wenn ein gebrachtes Paper eine neue Version oder Code bekommt, angenommen oder zurückgezogen wird?',
  followUpsChoiceOn: 'Eine Antwort auf seine Nachricht, einmal',
  followUpsChoiceOff: 'Nichts',
  publish: 'Server, die diesem Kanal folgen',
  publishOn: 'bekommen die Digests',
  publishOff: 'bekommen nichts',
  publishQuestion: 'Sollen die Server, die diesem Kanal folgen, seine Digests bekommen?',
  publishChoiceOn: 'Ja, veröffentlichen',
  publishChoiceOff: 'Nein, hier behalten',
  language: 'Sprache',
  languageOfServer: 'die des Servers',
  languageQuestion: 'In welcher Sprache sollen Digests kommen? Titel und Zusammenfassungen bleiben, wie sie sind.',
  languageChoiceOfServer: 'Die des Servers',

  menu: 'Eine Einstellung ändern …',
  menuNext: 'Noch eine Einstellung ändern …',
  menuForm: 'Uhrzeit, Zone, Tage, Höchstzahl, Warten',
  place: '**Digest von {channel}**',
  present: 'Zurzeit: {value}',
  back: 'Zurück',
  confirm: '**Den Digest von {channel} ändern?**',
  unsaved: '-# Nichts ist geändert, bis du speicherst.',
  save: 'Speichern',
  cancel: 'Abbrechen',
  cancelled: 'Abgebrochen. Nichts wurde geändert.',
  changedMeanwhile:
    'Jemand hat das inzwischen geändert, also habe ich nicht gespeichert. Sieh dir die Änderung noch einmal an.',
  announced: '{person} hat den Digest dieses Kanals geändert.',

  form: 'Wann der Digest kommt',
  formTime: 'Uhrzeit',
  formTimeHint: 'Etwa 09:00 oder 9am',
  formZone: 'Zeitzone',
  formZoneHint: 'Eine Stadt, eine Region oder ein Land, etwa Berlin',
  formDays: 'Tage',
  formDaysHint: 'Auf Englisch, etwa: every day, weekdays, Mon Wed Fri',
  formMax: 'Höchstzahl der Paper in einem Digest',
  formMaxHint: 'Die besten werden gezeigt. Von 1 bis 30',
  formGrace: 'Minuten, auf eine späte Quelle zu warten',
  formGraceHint: 'Von 0 (gar nicht) bis 720',
  badTime: '„{typed}“ ist keine Uhrzeit, die ich lesen kann. Schreib sie wie `09:00` oder `9am`.',
  badDays:
    '„{typed}“ sind keine Tage, die ich lesen kann. Schreib sie wie `every day`, `weekdays` oder `Mon, Wed, Fri`.',
  threadRefused:
    'Digests können in {channel} keinen Thread öffnen: Mir fehlt dort **{names}**. Gib mir {n, plural, one {das Recht} other {die Rechte}} in den Einstellungen des Kanals unter Berechtigungen und wähl die Darstellung dann noch einmal.',
  threadInForum:
    'In {channel} ist jeder Digest schon ein eigener Beitrag, denn das ist ein Forum. Wähl die Darstellung Karten.',
  threadNowhere:
    'Digests können nur in Text- und Ankündigungskanälen Threads öffnen. Wähl die Darstellung Karten oder einen anderen Kanal.',
  badNumber: '„{typed}“ ist keine Zahl, die hier geht. Nenn eine von {min, number} bis {max, number}.',
  zoneSeveral: '„{typed}“ liegt in mehr als einer Zeitzone. Nichts wurde geändert. {next}',
  zoneClock:
    '„{typed}“ nennt eine Zeit und keinen Ort, sagt also nicht, wann die Uhren umgestellt werden. Nichts wurde geändert. {next}',
  zoneUnknown: 'Die Zeitzone „{typed}“ kenne ich nicht. Nichts wurde geändert. {next}',
  zoneExample: 'Nenn eine Stadt oder eine Region, wie in `Berlin` oder `Europe/Berlin`.',
  zoneMeant: 'Meintest du {zones}?',
};
