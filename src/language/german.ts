import { germanCommands } from './commands/german.ts';
import type { Language } from './language.ts';

/**
 * German. It says “du”, and ends imperatives in -e where both forms exist. A paper is a “Paper”, also in the plural, a
 * digest a “Digest”, and a topic a “Thema”.
 */
export const german: Language = {
  locale: 'de',
  commandWords: germanCommands.words,
  texts: {
    actions: {
      menu: 'Paper-Aktionen …',
      save: 'Speichern',
      saveHint: 'Auf deine Leseliste setzen',
      cite: 'Zitieren',
      citeHint: 'Als BibTeX, RIS, CSL-JSON, Text oder Markdown',
      otherFormat: 'Ein anderes Format …',
      similar: 'Ähnliche',
      similarHint: 'Die ähnlichsten Paper auflisten',
      discuss: 'Diskutieren',
      discussHint: 'Seinen Thread in diesem Kanal öffnen',
      vote: 'Abstimmen',
      voteHint: 'Für das nächste Treffen des Journal Clubs',
      more: 'Mehr davon',
      moreHint: 'Solche Paper kommen hier zuerst',
      less: 'Weniger davon',
      lessHint: 'Solche Paper kommen hier zuletzt',
      why: 'Warum',
      whyHint: 'Sagen, warum es im Digest ist',
      showRest: 'Den Rest zeigen ({papers, number})',
      previous: 'Zurück',
      next: 'Weiter',
      choosePaper: 'Wähle ein Paper …',
      choosePapers: 'Wähle Paper …',
      whichPaper: '**{action}**: welches Paper des Digests vom {day}?',
      whichPapers: '**{action}**: welche Paper des Digests vom {day}?',
      page: 'Seite {page, number} von {pages, number}',
      digestGone:
        'Dieser Digest ist älter als das, was ich aufbewahre. `/papers show` findet ein Paper nach seiner Id.',
      restForgotten:
        'Ich weiß nicht mehr, welche Paper dieser Digest wegließ, weil ich das nur einige Wochen aufbewahre. `/papers search` findet Paper nach ihren Wörtern.',
      rest: '{papers, plural, one {# Paper passte auch und hatte} other {# Paper passten auch und hatten}} im Digest vom {day} keinen Platz.',
      restListed: 'Die besten {papers, number} davon sind aufgelistet.',
      restGone:
        '{papers, plural, one {# Paper dieser Seite ist} other {# Paper dieser Seite sind}} nicht mehr gespeichert.',
      matches: 'Passt zu {topics}: {why}',
      matchesNoMore: 'Es passt zu keinem Thema des Kanals mehr.',
      inNoDigest: '{paper} ist in keinem Digest von {channel} und passt dort zu keinem Thema.',
      inNoDigestMatching:
        '{paper} ist in keinem Digest von {channel}. Es passt dort zu {topics, plural, one {# Thema} other {# Themen}}.',
      inDigest: '{paper} ist im Digest vom {day} für {channel}, weil es passt zu:',
      inDigestAs: '{paper} ist, als {duplicate}, im Digest vom {day} für {channel}, weil es passt zu:',
      inDigestChanged:
        '{paper} ist im Digest vom {day} für {channel}. Es passt zu keinem Thema des Kanals mehr: Die Themen oder das Paper haben sich seitdem geändert.',
      moreTopics: 'und {topics, plural, one {# weiteres Thema} other {# weitere Themen}}',
      inCommon: 'gemeinsam: {words}',
    },
    blocks: {
      gone: 'den Kanal gibt es nicht mehr',
      locked: 'der Thread ist gesperrt',
      closed: 'du nimmst keine Direktnachrichten von mir an',
      unblockClosed:
        'Erlaube Direktnachrichten in den Privatsphäre-Einstellungen eines Servers, auf dem wir beide sind, oder hebe die Blockierung von mir auf. Führe dann `/subscriptions` aus: Ich versuche es noch einmal und schicke, was ich zurückgehalten habe.',
      missing: 'mir {n, plural, one {fehlt die Berechtigung} other {fehlen die Berechtigungen}} {names}',
      guildGone: 'den Server gibt es nicht mehr, oder ich bin nicht darauf',
      untagged: 'das Forum verlangt ein Tag und hat keines namens Papers oder Digest',
      forum: 'der Kanal ist ein Forum, in dem nur Threads gepostet werden können',
      noMessages: 'in dieser Art von Kanal können keine Nachrichten gepostet werden',
      noPermission: 'mir fehlt eine Berechtigung im Kanal',
      wrongKind: 'diese Art von Kanal nimmt keine Nachrichten an',
      restricted: 'der Server ist eingeschränkt',
      slowDown: 'Discord hat mich gebeten, langsamer zu machen',
      unreachable: 'Discord war nicht zu erreichen',
      late: 'Discord hat nicht rechtzeitig geantwortet',
      unblockGone: 'Verschiebe seine Themen in einen anderen Kanal oder entferne sie mit `/subscriptions`.',
      unblockLocked:
        'Entsperre den Thread, oder gib mir die Berechtigung „Threads verwalten“. Ich merke das innerhalb einer Minute und poste, was ich zurückgehalten habe.',
      unblockUntagged:
        'Füge in den Einstellungen des Forums ein Tag namens Papers hinzu, das alle verwenden dürfen. Ich merke das innerhalb einer Minute und poste, was ich zurückgehalten habe.',
      unblockMissing:
        'Gib mir die {n, plural, one {fehlende Berechtigung} other {fehlenden Berechtigungen}} in den Einstellungen des Kanals unter „Berechtigungen“. Ich merke das innerhalb einer Minute und poste, was ich zurückgehalten habe.',
      unblockOther:
        'Behebe die Ursache in den Einstellungen des Kanals, oder abonniere einen anderen Kanal. Ich sehe einmal am Tag wieder nach.',
      blocked: '**Blockiert**, hier kann nichts gepostet werden: {reason}. {next}',
    },
    cards: {
      withdrawn: '**Zurückgezogen:** Die Autoren oder der Verlag haben dieses Paper zurückgenommen.',
      notice: '**Mitteilung:** Das ist eine Mitteilung einer Zeitschrift und kein Forschungsartikel.',
      withdrawnWord: '**zurückgezogen**',
      noticeWord: '**Mitteilung**',
      aiSummary: '*KI-Zusammenfassung:* {text}',
      tldr: '*TLDR von Semantic Scholar:* {text}',
      abstract: '*Abstract:* {text}',
      noAbstract: 'Die Quelle gibt kein Abstract an.',
      manyAuthors: '{first}, {second} … {last} ({n, plural, one {# Person} other {# Personen}})',
      others: '{first} und {n, plural, one {# weitere} other {# weitere}}',
      forGroups: '{people}, für {groups}',
      group: 'die {group}',
      matches: 'Passt: {reasons}',
      moreTopics: 'und {n, plural, one {# weiteres Thema} other {# weitere Themen}}',
      topics: '{n, plural, one {# Thema} other {# Themen}}',
      code: 'Code',
      stars: '{code} ({n, plural, one {# Stern} other {# Sterne}})',
      cross: 'quergelistet',
      replace: 'neue Version',
      replaceCross: 'neue Version, quergelistet',
      late: 'verspätet',
      acceptedAt: 'Angenommen bei {venue}',
      acceptedBy: 'Angenommen von {venue}',
      publishedIn: 'Erschienen in {venue}',
      presentedAt: 'Vorgestellt bei {venue}',
      upvotes: '{n, plural, one {# Upvote} other {# Upvotes}}',
      upvotesGained: '{n, plural, one {# Upvote} other {# Upvotes}} (+{gained, number} in {hours, number} h)',
      citations: '{n, plural, one {# Zitierung} other {# Zitierungen}}',
      sameAs: 'Titel und Autoren wie {places}: als ein Paper gezeigt',
      alsoAs: 'auch als {places}',
      morePlaces: '{n, plural, one {# weiteren Ort} other {# weiteren Orten}}',
      lead: '{first} +{n, number}',
      upvotesShort: '▲{n, number}',
      thumbnail: 'Bild zum Paper',
    },
    cite: {
      shown: '{papers, plural, one {# Paper} other {# Paper}} als {format}:',
      inFile: '{papers, plural, one {# Paper} other {# Paper}} als {format}, in der Datei.',
      plainText: 'reiner Text',
      tooMany:
        'Ich zitiere {limit, number} Paper auf einmal: Das sind die ersten von {total, number}. Wähle für die anderen weniger Tage.',
      unknown: 'Ich kenne {papers} nicht und habe das weggelassen. Prüfe die Id, oder suche mit `/papers search`.',
      nothingNamed:
        'Sage, welche Paper: `id` nimmt Ids und Adressen, und `since` nimmt einen Tag, für alle Paper der Digests dieses Kanals von da an.',
      bothNamed:
        'Nenne entweder `id` oder Tage, nicht beides: `id` ist für einzelne Paper, und Tage sind für die Digests dieses Kanals.',
      unreadableId:
        '„{typed}“ ist keine arXiv-Id, DOI oder Adresse, die ich kenne. Schreibe sie wie in `2406.01234`, und mehrere mit Leerzeichen dazwischen.',
      tooManyIds:
        'Ich schlage höchstens {limit, number} Paper auf einmal nach, und du hast {named, number} genannt. Nenne weniger.',
      unreadableDay:
        '„{typed}“ ist kein Tag bis heute, den ich lesen kann. Schreibe ihn wie in `2026-06-01`, `2026-06`, `monday` oder `2 weeks`.',
      wrongOrder: 'Der letzte Tag, {until}, liegt vor dem ersten, {since}. Tausche `since` und `until`.',
      noDigests:
        'Dieser Kanal bekam an diesen Tagen keine Paper in Digests. Wähle andere Tage, oder nenne Paper mit `id`.',
      tooLarge: 'Die Datei hätte mehr als {limit, number} MB, und Discord lehnt sie ab. Wähle weniger Tage.',
    },
    club: {
      noServer: 'Ein Journal Club braucht einen Server. Starte ihn dort in einem Kanal, der Digests bekommt.',
      noDigest:
        '{channel} bekommt keine Digests, also gibt es nichts abzustimmen. Gib dem Kanal zuerst mit `/subscribe` ein Thema.',
      badTime: '„{typed}“ ist kein Wochentag mit Uhrzeit. Schreibe es wie `Thu 17:00` oder `Friday 9am`.',
      tooSoon:
        'Der Club muss sich mindestens 15 Minuten nach dem Schluss der Agenda treffen. Wähle für eines von beiden eine andere Zeit.',
      badVoice: '{channel} ist kein Sprachkanal. Wähle einen, oder lass die Option weg.',
      started: 'Erledigt: {channel} hat einen Journal Club.',
      changed: 'Erledigt: Ich habe den Journal Club von {channel} geändert. Seine Stimmen bleiben.',
      plan: 'Die Agenda schließt {closes}, und der Club trifft sich {meets}. Die Zeitzone ist {zone}.',
      rounds: '{weeks, plural, one {Das geschieht jede Woche.} other {Das geschieht alle # Wochen.}}',
      lacksEvents:
        'Mir fehlt die Berechtigung „Events erstellen“, also erscheint auf dem Server kein Event. Alles andere klappt auch ohne. Für Events gib meiner Rolle in den Einstellungen des Servers diese Berechtigung.',
      lacksThreads:
        'Mir {n, plural, one {fehlt in {channel} die Berechtigung} other {fehlen in {channel} die Berechtigungen}} {names}, also stehen die Paper im Kanal statt in einem Thread.',
      startAnnounced:
        '{person} hat hier einen Journal Club gestartet. Stimme unter den Digests mit **Abstimmen** über Paper ab, oder mit `/club status`. Die Agenda schließt {closes}, und der Club trifft sich {meets}.',
      changeAnnounced:
        '{person} hat den Journal Club hier geändert. Die Agenda schließt {closes}, und der Club trifft sich {meets}.',
      stopped:
        'Erledigt: {channel} hat keinen Journal Club mehr. Seine Stimmen sind gelöscht. Angekündigte Treffen bleiben.',
      stopAnnounced: '{person} hat den Journal Club hier beendet.',
      none: '{channel} hat keinen Journal Club. Wer den Kanal verwaltet, kann mit `/club start` einen starten.',
      status:
        '**Journal Club** von {channel}: Die Agenda schließt {closes} ({relative}), und der Club trifft sich {meets}.',
      rule: '{papers, plural, one {Gelesen wird das Paper mit den meisten Stimmen.} other {Gelesen werden die # Paper mit den meisten Stimmen.}} Bei gleich vielen entscheidet die frühere erste Stimme.',
      voters:
        '{people, plural, =0 {Noch hat niemand abgestimmt.} one {Eine Person hat abgestimmt.} other {# Personen haben abgestimmt.}}',
      votes: '{votes, plural, one {# Stimme} other {# Stimmen}}',
      yours: 'eine ist deine',
      more: 'und {n, plural, one {# weiteres Paper} other {# weitere Paper}}',
      noPapers: 'Noch hat kein Digest Paper für diese Agenda gebracht.',
      voteMenu: 'Abstimmen, oder eine Stimme zurücknehmen…',
      voted: 'Du hast für {paper} gestimmt. Es hat {votes, plural, one {# Stimme} other {# Stimmen}}.',
      unvoted:
        'Zurückgenommen: deine Stimme für {paper}. Es hat {votes, plural, =0 {keine Stimme} one {# Stimme} other {# Stimmen}}.',
      again:
        '-# Die Agenda schließt {closes}. Stimme noch einmal ab, um eine Stimme zurückzunehmen; `/club status` zeigt die Agenda.',
      closed:
        'Die Agenda mit diesem Paper ist geschlossen, also kann diese Stimme nicht zählen. Stimme für Paper neuerer Digests: `/club status` nennt sie.',
      notInDigest: 'Dieses Paper war in keinem Digest von {channel}, also kann dort niemand dafür stimmen.',
      agendaClosed:
        '**Journal Club**: Die Agenda ist geschlossen. {papers, plural, one {Dieses Paper hat die meisten Stimmen:} other {Diese Paper haben die meisten Stimmen:}}',
      tie: 'Bei gleich vielen Stimmen hat die frühere erste Stimme entschieden',
      late: 'Ich war weg, als die Agenda schließen musste ({closed}), also kommt das spät. Die Stimmen bis dahin zählen',
      noVotes:
        '**Journal Club**: Niemand hat abgestimmt, also gibt es diesmal kein Treffen. Die nächste Agenda schließt {next}.',
      meetingName: 'Journal Club: {paper}',
      meetingNameMore: 'Journal Club: {paper} und {n, plural, one {# weiteres} other {# weitere}}',
      meets: '**Journal Club**: Wir treffen uns {when} ({relative}).',
      event: 'Das Event: {link}',
      agenda: 'Die Agenda: {link}',
      presentedBy: '{person} stellt es vor',
      free: 'Noch stellt es niemand vor',
      present: 'Vorstellen',
      presentPlace: '{place, number} vorstellen',
      giveBack: 'Zurückgeben',
      giveBackPlace: '{place, number} zurückgeben',
      presentedAlready: '{person} war schneller und stellt dieses Paper vor.',
      notYours: '{person} stellt dieses Paper vor. Nur diese Person, und wer den Kanal verwaltet, kann es zurückgeben.',
      givenBackFor:
        '{manager} hat {paper} zurückgegeben, das {person} vorstellen wollte. Jetzt kann es jemand anderes vorstellen.',
      permissionProblem:
        'Es gibt kein Event, weil mir die Berechtigung „Events erstellen“ fehlt. Gib meiner Rolle diese Berechtigung in den Einstellungen des Servers: Das nächste Treffen bekommt ein Event.',
      voiceProblem:
        'Es gibt kein Event, weil ich in {voice} keines erstellen konnte. Ich brauche dort die Berechtigungen „Events erstellen“, „Kanal anzeigen“ und „Verbinden“; `/club start` nimmt einen anderen Sprachkanal, oder keinen.',
      limitProblem:
        'Es gibt kein Event, weil der Server schon 100 Events hat. Lösche alte: Das nächste Treffen bekommt eines.',
      lateProblem: 'Es gibt kein Event, weil seine Zeit vorbei war, als ich es erstellen konnte.',
      unreachableProblem:
        'Es gibt kein Event, weil Discord es eine Stunde lang nicht annahm. Jemand kann es von Hand erstellen.',
      refusedProblem: 'Es gibt kein Event, weil Discord es ablehnte. Jemand kann es von Hand erstellen.',
      noThread:
        'Es gibt keinen Thread, weil mir hier {n, plural, one {die Berechtigung {names} fehlt. Sobald ich sie habe, bekommt das nächste Treffen einen.} other {die Berechtigungen {names} fehlen. Sobald ich sie habe, bekommt das nächste Treffen einen.}}',
    },
    commands: germanCommands.commands,
    completeness: {
      more: '{n, plural, one {# weitere Kategorie} other {# weitere Kategorien}}: vollständig',
      moreIncomplete:
        '{n, plural, one {# weitere Kategorie} other {# weitere Kategorien}}: {incomplete, number} davon unvollständig',
      complete: '{category} {fetched, number} von {announced, number} angekündigten, {matched}',
      unchecked: '{category} {fetched, number} von {announced, number} angekündigten (nicht geprüft), {matched}',
      partlyUnread:
        '{category} nur zum Teil gelesen, {fetched, number} von {announced, number} angekündigten, {matched}',
      unread: '{category} nicht gelesen, {matched}',
      unreadFound: '{category} nicht gelesen, {fetched, number} durch Suche gefunden, {matched}',
      matched: '{n, number} passend',
      matchedLate: '{n, number} passend, {late, number} verspätet',
    },
    data: {
      nothing: 'Es ist nichts gespeichert, also gibt es nichts zu exportieren.',
      exported:
        'Alles, was gespeichert ist, steht in der Datei, als JSON: {rows, plural, one {# Zeile} other {# Zeilen}}.',
      tooLarge:
        'Die Datei wäre größer, als Discord erlaubt. Frage die Person, die mich betreibt: Sie kann alles in der Datenbank lesen.',
      notServerManager:
        'Dafür brauchst du die Berechtigung „Server verwalten“, weil es um den ganzen Server geht. Frage jemanden, der sie hat.',
      eraseServer:
        '**Das löscht alles, was ich über diesen Server gespeichert habe**: {topics, plural, one {# Abo} other {# Abos}} in {channels, plural, one {# Kanal} other {# Kanälen}}, alle Einstellungen, und was gepostet wurde. Die Nachrichten bleiben in ihren Kanälen. Das lässt sich nicht rückgängig machen. `/digest export` gibt dir vorher eine Kopie.',
      eraseOwn:
        '**Das löscht deinen persönlichen Digest**: {topics, plural, one {# Abo} other {# Abos}} in {channels, plural, one {# Kanal} other {# Kanälen}}, alle Einstellungen, und was gepostet wurde. Das lässt sich nicht rückgängig machen. `/papers privacy` löscht alles andere über dich.',
      eraseButton: 'Alles löschen …',
      formTitle: 'Alles löschen',
      formLabel: 'Gib „{word}“ ein',
      formHint: 'Alles wird sofort gelöscht. Das lässt sich nicht rückgängig machen.',
      word: 'löschen',
      wrongWord:
        'Es wurde nichts gelöscht: Du hast „{typed}“ eingegeben, und nicht „{word}“. Drücke den Knopf noch einmal.',
      stillSending:
        'Es wurde nichts gelöscht, weil gerade noch eine Nachricht gesendet wird. Versuche es in einer Minute noch einmal.',
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
    },
    digest: {
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
    },
    discussion: {
      found: 'Über dieses Paper wird in {thread} diskutiert.',
      beingOpened: 'Jemand öffnet die Diskussion gerade. Versuche es gleich noch einmal.',
      noThreads: 'Hier gibt es keine Threads. Diskutiere auf einem Server.',
      locked:
        'Über dieses Paper wird in {thread} diskutiert; der Thread ist gesperrt. Bitte die Moderation, ihn zu öffnen.',
      youLack:
        'Du kannst in {channel} keine Diskussion öffnen: Dir {n, plural, one {fehlt dort die Berechtigung} other {fehlen dort die Berechtigungen}} {names}. Frage jemanden, der den Kanal verwaltet.',
      iLack:
        'Ich kann in {channel} keine Diskussion öffnen: Mir {n, plural, one {fehlt dort die Berechtigung {names}. Bitte jemanden, der den Kanal verwaltet, sie mir zu geben.} other {fehlen dort die Berechtigungen {names}. Bitte jemanden, der den Kanal verwaltet, sie mir zu geben.}}',
      forumTag:
        'Ich kann in {channel} keine Diskussion öffnen: Das Forum verlangt ein Tag und hat keines namens Papers oder Digest. Bitte jemanden, der das Forum verwaltet, eines hinzuzufügen.',
      failed: 'Ich konnte die Diskussion nicht öffnen: {reason}. Versuche es in einer Minute noch einmal.',
    },
    errors: {
      reference: '-# Kennung {reference}',
      failed:
        'Das hat nicht geklappt, weil bei mir etwas schiefgegangen ist. Versuche es in einer Minute noch einmal; wenn es wieder nicht klappt, gib diese Kennung der Person, die mich betreibt: `{reference}`.',
      refusedAnswer:
        'Ich kann dir die Antwort nicht zeigen, weil Discord sie ablehnt. Was du wolltest, ist vielleicht trotzdem geschehen. Gib diese Kennung der Person, die mich betreibt: `{reference}`.',
      failedBusy:
        'Das hat nicht geklappt, weil ein anderes Programm auf meinem Rechner meine Datenbank benutzt. Versuche es in einer Minute noch einmal; wenn es wieder nicht klappt, gib diese Kennung der Person, die mich betreibt: `{reference}`.',
      announcedElsewhere: 'In {channel}: {line}',
      notAnnounced: 'Es ist erledigt, aber ich konnte es in {channel} nicht sagen: {reason}.',
      notShared:
        'Ich konnte das hier nicht teilen: {reason}. Führe den Befehl in einem anderen Kanal aus, und teile es dort.',
      cannotShare:
        'Du kannst das hier nicht teilen, weil du hier selbst nicht schreiben kannst: Dir {n, plural, one {fehlt die Berechtigung} other {fehlen die Berechtigungen}} {names}. Führe den Befehl in einem Kanal aus, in dem du es kannst.',
      shownPrivately:
        'Ich konnte das hier nicht teilen: Discord zeigt es nur dir, weil dir die Berechtigung „Externe Apps verwenden“ fehlt. Führe den Befehl in einem anderen Kanal aus, und teile es dort.',
      formTooLate: 'Das Formular ging nicht auf, weil Discord mir zu langsam geantwortet hat. Versuche es noch einmal.',
      unknownCommand: 'Diesen Befehl kenne ich nicht. Lade Discord neu (Strg+R), um die aktuellen Befehle zu sehen.',
      unknownComponent:
        'Dieser Knopf stammt aus einer früheren Version von mir und geht nicht mehr. Führe den Befehl noch einmal aus.',
      stale:
        'Das gibt es nicht mehr: Es wurde entfernt oder ersetzt, oder es ist älter als ein Tag. Führe den Befehl noch einmal aus, um den aktuellen Stand zu sehen.',
      badOption:
        'Mit dem Wert der Option `{name}` kann ich nichts anfangen. Vielleicht zeigt Discord noch eine ältere Form dieses Befehls: Lade neu (Strg+R) und versuche es noch einmal.',
      notManager:
        'In {channel} kannst du keine Digests ändern: Dort brauchst du die Berechtigung „Kanäle verwalten“. Frage jemanden, der sie hat.',
      notOwner: 'Nur wer den Befehl ausgeführt hat, kann seine Knöpfe benutzen. Führe den Befehl selbst aus.',
      noSuchChannel:
        'Diesen Kanal sehe ich nicht: Er wurde gelöscht, oder mir fehlt dort die Berechtigung „Kanal anzeigen“. Gib sie mir, oder wähle einen anderen Kanal.',
      invokerCannotWrite:
        'In {channel} kannst du keine Digests posten lassen, weil du dort selbst nicht schreiben kannst: Dir {n, plural, one {fehlt die Berechtigung} other {fehlen die Berechtigungen}} {names}. Wähle einen Kanal, in dem du schreiben kannst.',
      botCannotPost:
        'In {channel} kann ich nicht posten: Mir {n, plural, one {fehlt dort die Berechtigung {names}. Gib sie} other {fehlen dort die Berechtigungen {names}. Gib sie}} mir in den Einstellungen des Kanals unter „Berechtigungen“ und versuche es noch einmal.',
      threadLocked:
        'In {channel} kann ich nicht posten: Der Thread ist gesperrt. Entsperre ihn, oder gib mir die Berechtigung „Threads verwalten“, und versuche es noch einmal.',
      forumTag:
        'Ich kann in {channel} nicht posten: Das Forum verlangt ein Tag und hat keines namens Papers oder Digest. Füge in den Einstellungen des Forums ein Tag namens Papers hinzu, das alle verwenden dürfen, und versuche es noch einmal.',
      channelType:
        '{channel} ist kein Kanal für Digests. Wähle einen Textkanal, einen Ankündigungskanal, ein Forum oder einen Thread.',
      noSubscription: 'Ein Abo „{typed}“ gibt es hier nicht. Alle siehst du mit `/subscriptions`.',
      unreadableTopics:
        '{channel} hat keinen Digest, weil {n, plural, one {sein einziges Thema nicht gelesen werden kann} other {keines seiner # Themen gelesen werden kann}}. `/subscriptions` zeigt, warum, und ändert Themen.',
    },
    feeds: {
      heading:
        '**Feeds von {channel}**\nFüge eine Adresse einem Feedreader hinzu. Wer sie hat, kann den Feed ohne Discord lesen. Gib sie also mit Bedacht weiter.',
      digests: 'Paper der Digests',
      page: 'Seite {page, number} von {pages, number}',
      renew: 'Adressen erneuern',
      revoke: 'Widerrufen',
      renewed: 'Die Feeds haben neue Adressen. Die alten zeigen nichts mehr.',
      revoked:
        'Die Feeds von {channel} sind widerrufen, und ihre Adressen zeigen nichts mehr. `/digest feed` legt neue an.',
      off: 'Dieser Bot bietet keine Feeds an. Bitte die Leute, die ihn betreiben, `HTTP_PORT` und `PUBLIC_URL` zu setzen.',
      channelTitle: 'Paper in #{channel}',
      digestsTitle: 'Paper meines Digests',
      digestsSubtitle: 'Die Paper der Digests in Discord, der neueste Digest zuerst.',
      topicSubtitle: 'Die Paper, die zu diesem Thema passen, die neuesten zuerst.',
      project: 'Projekt',
    },
    followUps: {
      title:
        '{n, plural, one {**Ein Paper aus einem früheren Digest hat sich geändert**} other {**Paper aus früheren Digests haben sich geändert**}}',
      postName: 'Geänderte Paper, {day}',
      line: '• {paper}: {news}',
      lineLinked: '• {paper} ([im Digest]({link})): {news}',
      version: 'neue Version {version}',
      withdrawn: 'zurückgezogen',
      code: 'jetzt [mit Code]({link})',
      codeUnlinked: 'jetzt mit Code',
    },
    habits: {
      dates: 'Ein Thema hat kein Datum, weil jeder Digest die Paper bringt, die an dem Tag neu sind. Lass es weg.',
      range:
        'Ein Bereich mit TO geht hier nicht. Ein Thema hat kein Datum, weil jeder Digest die Paper bringt, die an dem Tag neu sind. Lass es weg.',
      year: 'Das fragt nach einem Jahr. Ein Thema hat kein Datum, weil jeder Digest die Paper bringt, die an dem Tag neu sind. Lass es weg.',
      tag: '{typed} ist ein Kürzel von PubMed. Schreibe stattdessen {meant}.',
      tagOfDates:
        '{typed} ist ein Kürzel von PubMed. Ein Thema hat kein Datum, weil jeder Digest die Paper bringt, die an dem Tag neu sind. Lass es weg.',
      tagElsewhere: '{typed} ist ein Kürzel von PubMed. Themen haben nichts dergleichen. Lass diesen Teil weg.',
      field: '{typed} ist ein Feld von {service}. Schreibe stattdessen {meant}.',
      fieldElsewhere: '{typed} ist ein Feld von {service}. Themen haben nichts dergleichen. Lass diesen Teil weg.',
      patternBegun:
        '{typed} ist ein regulärer Ausdruck, und die gibt es in Themen nicht. Schreibe {begun}* für alle Wörter, die so anfangen.',
      patternUnsure:
        '{typed} ist ein regulärer Ausdruck, und die gibt es in Themen nicht. Schreibe die Wörter mit OR dazwischen, wie in (woman OR women).',
      patternExact:
        '{typed} ist ein regulärer Ausdruck, und die gibt es in Themen nicht. Schreibe ={word} für genau dieses Wort.',
      patternEither: '{typed} ist ein regulärer Ausdruck, und die gibt es in Themen nicht. Schreibe {words}.',
      patternCase:
        '{typed} ist ein regulärer Ausdruck, und die gibt es in Themen nicht. Schreibe {word}, das findet es groß und klein geschrieben.',
      wildcardBegun:
        'Der einzige Platzhalter ist ein Stern am Ende eines Wortes, also geht {typed} nicht. Schreibe {begun}* für alle Wörter, die so anfangen.',
      wildcardUnsure:
        'Der einzige Platzhalter ist ein Stern am Ende eines Wortes, also geht {typed} nicht. Schreibe die Wörter mit OR dazwischen, wie in (woman OR women).',
      anchor: 'Ein ^ steht hier nicht für einen Anfang. Schreibe stattdessen {word}.',
      near: '{typed} geht hier nicht. Für Wörter, die nah beieinander stehen, schreibe {meant}.',
      boost:
        '{typed} gibt einem Begriff anderswo mehr Gewicht. Hier zählen alle Begriffe gleich, also schreibe nur {word}.',
      numbers: 'Nur Upvotes haben einen Zahlenbereich, wie in upvotes:10..50. Lass diesen Teil weg.',
      plusCategories: 'Ein + mit Leerzeichen darum verbindet keine Kategorien. Schreibe cat:({left} OR {right}).',
      plus: 'Ein + allein verbindet keine Begriffe. Schreibe {left} {right} für beide, oder {left} OR {right} für einen davon.',
      journals:
        'Themen berücksichtigen keine Zeitschriften oder Berichtsnummern. Lass diesen Teil weg, oder schreibe eine Quelle, wie in source:crossref.',
      googleFields:
        'Die Felder von Google gehen hier nicht. Schreibe title:word oder title:(two words) für den Titel, und einfache Wörter für Titel oder Abstract.',
      site: 'Googles site: geht hier nicht. Schreibe eine Quelle, wie in source:arxiv oder source:biorxiv.',
      fileTypes: 'Paper haben hier keine Dateitypen. Schreibe has:pdf oder has:code, oder lass diesen Teil weg.',
      keywords:
        'Themen berücksichtigen keine Schlagwörter. Schreibe einfache Wörter, um sie in Titel oder Abstract zu finden, oder eine Kategorie, wie in cat:cs.LG.',
      affiliations: 'Ich kenne Organisationen nur so, wie Hugging Face sie nennt. Schreibe org:, wie in org:deepmind.',
      ids: 'Schreibe die Id eines Papers nach id:, wie in id:2406.01234 oder id:10.5555/x.',
      addresses:
        'Das ist eine Adresse. Schreibe id: davor, wenn sie zu einem Paper gehört, oder setze sie in Anführungszeichen, um nach dem Text zu suchen.',
      languages: 'Themen berücksichtigen die Sprache eines Papers nicht. Lass diesen Teil weg.',
    },
    help: {
      title: '**Paperboy bringt die Forschungspaper des Tages.**',
      what: 'Ein Kanal abonniert Themen und bekommt täglich einen Digest mit den passenden Papern.',
      topics: `**Themen**
\`diffusion models\` beide Wörter, in jeder Form
\`"diffusion models"\` die Phrase
\`cats OR dogs\` eins davon · \`-survey\` ohne
\`about:"edit a trained model"\` nach Bedeutung
\`author:"Y. LeCun"\` Paper einer Person
\`cat:cs.LG\` eine Kategorie`,
      moreTopics: 'Alles, was geht: `/papers help about:topics`',
      everyone: '**Für alle**',
      managers: '**Für dich, weil du diesen Kanal verwaltest**',
      moreCommands: 'Was sie tun: `/papers help about:commands`',
      allTopics: '**Alle Arten, nach Papern zu fragen**',
      combining:
        'Du kannst alles kombinieren: Ein Leerzeichen heißt „und“. Gib in `/subscribe` ein Fachgebiet ein, etwa *exoplanets*: Es gibt fertige Themen.',
      sources: 'Die Paper kommen von {sources}.',
      allCommands: '**Alle Befehle**',
      menus: 'Im Menü einer Nachricht, unter *Apps*: {names}.',
    },
    hints: {
      impossible: '**Kein Paper kann je passen**, denn {why}.',
      impossibleWithout: '**Kein Paper kann je passen**, denn {why}. Ohne {other}: {found} {window}.',
      excludes: '{other} lässt alles weg, was {wanted} findet',
      notBoth: 'ein Paper kann nicht {wanted} und zugleich {other} haben',
      unknownWord: 'Kein gespeichertes Paper hat {word}, also findet das hier {n, number} {window}. Ohne: {found}.',
      unknownWordNear:
        'Kein gespeichertes Paper hat {word}, also findet das hier {n, number} {window}. Mit {nearest}: {found}.',
      list: 'Das findet Paper, die all das haben: {n, number} {window}. Mit irgendeinem davon: {found}.',
      sentence:
        'Als Wörter, die ein Paper alle haben muss, findet das {n, number} {window}. Als ein Satz, nach seiner Bedeutung: {found}.',
      openSentence:
        'Nur das erste Wort wird nach seiner Bedeutung gelesen, weil dem Satz die Anführungszeichen fehlen: {n, number} {window}. Alles als ein Satz: {found}.',
      acronym: '{word} findet auch das Wort {small}: {n, number} {window}. Nur mit diesen Großbuchstaben: {found}.',
      narrow: 'Das findet {n, number} {window}, und zwar wegen {term}. Ohne: {found}.',
      about: 'etwa {n, number}',
      without: 'Ohne {term}',
      any: 'Irgendeins davon',
      byMeaning: 'Nach Bedeutung',
      upvotes: 'Meintest du eine Zahl von Upvotes, wie in `upvotes:>20`?',
      minus: 'Um ein Wort auszuschließen, schreibe ein Minus davor, wie in `-survey`.',
      comma:
        'Meintest du OR, wie in `diffusion OR "flow matching"`? Ein Komma heißt nicht OR: Ein Paper muss zu jedem Begriff passen.',
      askLess: 'Prüfe die Schreibweise, oder verlange weniger auf einmal: Ein Paper muss zu jedem Begriff passen.',
      spelling: 'Prüfe die Schreibweise.',
      quoted: '„{part}“',
    },
    notices: {
      yourServer: 'deines Servers',
      server: 'des Servers **{name}**',
      gone: 'Ein Kanal {server} wurde gelöscht, also haben die Paper zu seinen Themen keinen Platz mehr.',
      goneNamed:
        'Der Kanal **#{channel}** {server} wurde gelöscht, also haben die Paper zu seinen Themen keinen Platz mehr.',
      goneNext:
        'Führe dort `/subscriptions` aus: Damit verschiebst du die Themen in einen anderen Kanal oder entfernst sie.',
      blocked: 'In {channel} (ein Kanal {server}) kann ich die Paper nicht posten: {reason}.',
      blockedNamed: 'In {channel} (**#{name}**, ein Kanal {server}) kann ich die Paper nicht posten: {reason}.',
      unblock: '{next} Eine Nachricht, die länger als 7 Tage wartet, verwerfe ich.',
      noNeed: 'Braucht der Kanal keine Paper mehr, entferne seine Themen mit `/subscriptions`.',
      digest: 'Digest vom {day} für {channel}',
      digestOn: 'Digest vom {day} für {channel} (Server **{server}**)',
      dropped:
        'Vom {digest} konnte ich {n, plural, one {Nachricht} other {die Nachrichten}} {parts} von {all, number} nicht posten: {reason}.',
      leftOut:
        'Aus dem {digest} habe ich {n, plural, one {# Paper} other {# Paper}} weggelassen: Discord lehnt {n, plural, one {es} other {sie}} ab.',
      uncertain:
        'Vom {digest} weiß ich nicht, ob {n, plural, one {Nachricht} other {die Nachrichten}} {parts} von {all, number} ankam: {reason}. Ich sende nicht doppelt, was angekommen sein kann.',
      noReason: 'Discord sagt nicht, warum',
      seeStatus: 'Was aus dem Digest wurde, zeigt `/digest status`.',
      lookFor:
        'Suche {n, plural, one {dieses Paper} other {diese Paper}} im Kanal, oder lies {n, plural, one {es} other {sie}} hier: {papers}',
      read: 'Lies {n, plural, one {das fehlende Paper} other {die fehlenden Paper}} hier: {papers}',
      andMore: '{list} und {n, number} weitere',
    },
    mentions: {
      none: 'Diese Nachricht nennt kein Paper, das ich erkenne. Ich kenne arXiv-Ids und DOIs, und Adressen bei arXiv, alphaXiv, Hugging Face, bioRxiv, medRxiv, doi.org und Verlagen. `/papers search` findet Paper nach ihren Wörtern.',
      noneFound:
        'Ich habe keins der Paper gefunden, die diese Nachricht nennt: {ids}. Prüfe die Ids, oder suche mit `/papers search`.',
      noneReached:
        'Die Paper, die diese Nachricht nennt, sind nicht gespeichert ({ids}), und {sources} kann gerade nicht gefragt werden. Versuche es in einer Minute noch einmal.',
      unknown: 'Nicht gefunden: {ids}',
      unreached: 'Nicht gefunden, weil {sources} gerade nicht gefragt werden kann: {ids}',
      skipped: 'Nicht nachgeschlagen, weil eine Nachricht {lookUps, number} Nachschläge bekommt: {ids}',
      tooMany:
        'Die Nachricht nennt {papers, plural, one {# Paper} other {# Paper}}. Ich habe die ersten {taken, number} genommen.',
    },
    lists: {
      names: '{one}, {other}',
      facts: '{one}, {other}',
      clauses: '{one}; {other}',
      reasons: '{topics}: {reasons}',
    },
    mail: {
      channelLink: 'eines Kanals auf Discord',
      why: 'Du bekommst diese E-Mail, weil {user} den Digest {channel} an diese Adresse bestellt hat und sie am {day} bestätigt wurde.',
      whyOwn: 'Du bekommst diese E-Mail, weil du diese Adresse am {day} für deinen persönlichen Digest bestätigt hast.',
      unsubscribe: 'Abbestellen',
      codeSubject: '{code} ist dein Code für Paperboy',
      codeText:
        'Jemand auf Discord möchte die Digests von Paperboy, einem Bot für neue Forschungspaper, an diese Adresse schicken. Wenn du das warst, führe dort innerhalb von {minutes, number} Minuten diesen Befehl aus: {command}',
      codeIgnore: 'Wenn du es nicht warst, tue nichts. An diese Adresse wird sonst nichts geschickt.',
      pageTitle: 'E-Mails von Paperboy',
      pageAsk: 'Möchtest du die E-Mails dieses Digests beenden?',
      pageDone: 'Du bist abgemeldet. Diese Adresse bekommt keine E-Mails dieses Digests mehr.',
      pageInvalid:
        'Dieser Link ist nicht gültig. Benutze den Link einer E-Mail so, wie er ist, oder antworte auf die E-Mail.',
      off: 'Dieser Bot verschickt keine E-Mails. Wer ihn betreibt, kann sie einschalten.',
      noDigest: '{channel} hat noch keine Themen, also gibt es keinen Digest. `/subscribe` fügt eines hinzu.',
      badAddress: '„{address}“ ist keine Adresse, die ich benutzen kann. Schreibe eine wie `name@example.org`.',
      codeSent:
        'Ich habe einen Code an {address} geschickt. Führe innerhalb von {minutes, number} Minuten `/digest email` mit `code` aus. Bis dahin wird nichts anderes dorthin geschickt.',
      already: '{address} bekommt den Digest von {channel} schon.',
      full: 'Der Digest von {channel} hat schon {most, plural, one {# Adresse} other {# Adressen}}. Entferne zuerst eine.',
      limited: 'Heute wurden zu viele Codes angefordert. Versuche es morgen noch einmal.',
      refused: 'Der Mailserver nimmt die Adresse {address} nicht an: {reason}. Prüfe sie und versuche es noch einmal.',
      later: 'Der Code konnte gerade nicht geschickt werden. Versuche es in ein paar Minuten noch einmal.',
      noCode: 'Für {channel} gibt es keinen Code einzugeben. Führe zuerst `/digest email` mit `address` aus.',
      wrongCode:
        'Das ist nicht der Code, den ich geschickt habe. {tries, plural, one {# Versuch bleibt} other {# Versuche bleiben}}.',
      codeExpired: 'Dieser Code gilt nicht mehr. Führe `/digest email` mit `address` aus, um einen neuen zu bekommen.',
      confirmed:
        '{address} bekommt von jetzt an die Digests von {channel}. Jede E-Mail hat einen Link zum Abbestellen.',
      confirmedOpenly: '{person} hat eine E-Mail-Adresse hinzugefügt, die die Digests dieses Kanals bekommt.',
      title: '**E-Mail-Adressen des Digests von {channel}**',
      none: 'Keine Adresse bekommt den Digest von {channel}. Führe `/digest email` mit `address` aus, um eine hinzuzufügen.',
      row: '{address}: {state}',
      fresh: 'der nächste Digest geht dorthin',
      sent: 'zuletzt geschickt am {day}',
      underWay: 'die E-Mail vom {day} ist unterwegs',
      underWayBecause: 'die E-Mail vom {day} wird noch einmal versucht: {reason}',
      uncertain: 'die E-Mail vom {day} ist vielleicht nicht angekommen und wird nicht noch einmal geschickt: {reason}',
      dropped: 'die E-Mail vom {day} wurde nicht geschickt: {reason}',
      blocked: '**dorthin wird nichts geschickt:** {reason}',
      menu: 'Eine Adresse ändern …',
      remove: '{address} entfernen',
      retry: '{address} noch einmal versuchen',
      removed: '{address} bekommt keine E-Mails mehr.',
      removedOpenly: '{person} hat eine E-Mail-Adresse entfernt, die die Digests dieses Kanals bekam.',
      retried: 'Ich versuche {address} noch einmal.',
      notice:
        'Ich kann die Digests von {channel} nicht mehr an eine der E-Mail-Adressen schicken: {reason}. `/digest email` zeigt sie, versucht sie noch einmal oder entfernt sie.',
      statusLine:
        'E-Mail: {addresses, plural, one {# Adresse} other {# Adressen}}, {unsure, plural, =0 {nichts unsicher} one {# E-Mail ist vielleicht nicht angekommen} other {# E-Mails sind vielleicht nicht angekommen}}, {blocked, number} blockiert. Siehe `/digest email`.',
    },
    marks: {
      more: 'Gemerkt: Paper wie {papers} kommen hier in späteren Digests weiter vorn.',
      less: 'Gemerkt: Paper wie {papers} kommen hier in späteren Digests weiter hinten.',
      again:
        '-# Kein Paper fällt deshalb weg. Wähle es noch einmal, um es zurückzunehmen; `/digest settings` zeigt, was ich gelernt habe.',
      takenBack: 'Zurückgenommen: deine Markierung von {papers}.',
      others: '{count, plural, one {# weiteres} other {# weitere}}',
      notInDigest:
        'Dieses Paper war in keinem Digest dieses Kanals, deshalb kann es hier nicht markiert werden. Markiere Paper unter den Digests, in denen sie stehen.',
    },
    menus: germanCommands.menus,
    operators: {
      words: '`diffusion models` beide Wörter, in jeder Form: model, models, modelling',
      phrase: '`"diffusion models"` die Phrase · `"graph attention"~5` höchstens 5 Wörter dazwischen',
      logic: '`cats OR dogs` eins davon · `-survey` ohne dieses Wort · `(a OR b) c` Gruppen',
      forms:
        '`superconduct*` Wörter, die so anfangen · `=transformer` genau diese Form · `=IT` mit diesen Großbuchstaben',
      all: '`all:trial` in Titel oder Abstract, wie `trial` allein',
      title: '`title:attention` im Titel',
      abstract: '`abstract:trial` im Abstract',
      comment: '`comment:"accepted at ACL"` im Kommentar der Autoren',
      about: '`about:"editing the weights of a model"` darüber, in beliebigen Worten',
      author: '`author:"Y. LeCun"` Paper einer Person',
      cat: '`cat:cs.LG` eine Kategorie · `cat:(cs.AI, cs.CV)` eine von beiden · `cat:cs.*` ein Archiv · `cat:biorxiv/genomics` ein Gebiet',
      primary: '`primary:cs.LG` eine Kategorie, ohne Querlistungen',
      source: '`source:hf` Paper, die eine Quelle gelistet hat',
      org: '`org:deepmind` eine Organisation, wie Hugging Face sie nennt',
      id: '`id:2406.01234` ein Paper, über seine Id oder DOI',
      has: '`has:code` mit Code; auch pdf und doi',
      is: '`graphs is:new` nur neue; auch cross, replaced, `graphs is:withdrawn`, notice',
      upvotes: '`upvotes:>=20` mit mindestens so vielen Upvotes',
    },
    pause: {
      noSubscription: '{channel} hat kein Abo, also gibt es keinen Digest zum Anhalten. Lege eins mit `/subscribe` an.',
      done: 'Erledigt: {channel} bekommt bis {end} keine Digests. Die Abos bleiben, wie sie sind.',
      doneOpen:
        'Erledigt: {channel} bekommt keine Digests, bis jemand `/digest resume` ausführt. Die Abos bleiben, wie sie sind.',
      announced: '{person} hat den Digest dieses Kanals bis {end} angehalten.',
      announcedOpen: '{person} hat den Digest dieses Kanals angehalten, bis jemand `/digest resume` ausführt.',
      unreadable: '„{typed}“ ist kein Tag, den ich lesen kann. {hint}',
      far: '„{typed}“ liegt zu weit in der Zukunft ({day}). {hint}',
      today: '„{typed}“ ist heute. {hint}',
      past: '„{typed}“ ist schon vorbei ({day}). {hint}',
      hint: 'Nenne einen Tag nach heute und innerhalb eines Jahres, etwa `2 weeks`, `next monday`, `1 July` oder `2027-01-07`.',
    },
    permissions: {
      administrator: 'Administrator',
      manageChannels: 'Kanäle verwalten',
      viewChannel: 'Kanal anzeigen',
      sendMessages: 'Nachrichten senden',
      embedLinks: 'Links einbetten',
      readMessageHistory: 'Nachrichtenverlauf anzeigen',
      manageThreads: 'Threads verwalten',
      createPublicThreads: 'Öffentliche Threads erstellen',
      sendMessagesInThreads: 'Nachrichten in Threads senden',
    },
    personal: {
      chat: '„Unser Chat“',
      about: '-# Es geht um deinen persönlichen Digest, der als Direktnachricht kommt.',
      noSubscriptions: 'Du hast keine Abos. Lege eins mit `/subscribe` an.',
      subscriptions: 'Du hast {n, plural, one {# Abo} other {# Abos}}.',
      capReached:
        'Du hast {n, number} Abos, mehr gehen nicht. Entferne eins mit `/unsubscribe` oder verbinde Themen mit OR, wie in `graphs OR trees`.',
      notHere:
        'Ich bin nicht auf diesem Server, deshalb kann ich hier nur deinen persönlichen Digest ändern. Lass den Kanal weg oder lade mich auf den Server ein.',
      cannotWrite: 'Ich kann dir nicht schreiben: {reason}. {next}',
      closedLater: 'Es ist erledigt, aber ich kann dir nicht schreiben: {reason}. {next}',
    },
    pings: {
      added:
        'Erledigt: {way, select, mention {Ich erwähne dich in {channel}} other {Ich schreibe dir}}, wenn der Digest dort ein Paper zu {topic} hat. Alle zeigt `/papers pings`.',
      changed:
        'Geändert: {way, select, mention {Ich erwähne dich in {channel}} other {Ich schreibe dir}} von jetzt an, wenn der Digest dort ein Paper zu {topic} hat.',
      full: 'Du hast {most, number} Pings in {channel}, mehr gehen nicht. Entferne einen mit `/papers pings` oder verbinde Themen mit OR.',
      elsewhere:
        'Das geht auf einem Server, in einem Kanal, der Digests bekommt. Ein persönlicher Digest braucht keine Pings, denn er ist ganz für dich.',
      noDigest:
        '{channel} bekommt keine Digests, also gibt es nichts, wofür ich dich pingen kann. Bitte jemanden, der den Kanal verwaltet, um `/subscribe`.',
      none: 'Du hast keine Pings. Lege einen mit `/papers ping` an, in einem Kanal, der Digests bekommt.',
      list: 'Du hast {count, plural, one {einen Ping} other {# Pings}}.',
      row: '• {topic} in {place}: {way, select, mention {eine Erwähnung} other {eine Direktnachricht}}',
      remove: 'Ping entfernen …',
      removed: 'Entfernt: Ich pinge dich nicht mehr für {topic}.',
      noticeTitle: 'Ein Digest von {channel} hat Paper zu deinen Themen:',
      noticeFoot: 'Du wolltest das mit `/papers ping`; `/papers pings` beendet es',
      noticeMore: 'und {n, plural, one {# weiteres Paper} other {# weitere Paper}}',
    },
    past: {
      postedAt: '**Der Digest vom {day} für {channel}**, so wie er gepostet wurde: {link}. Diese Kopie siehst nur du.',
      posted: '**Der Digest vom {day} für {channel}**, so wie er gepostet wurde. Diese Kopie siehst nur du.',
      underWay:
        '**Der Digest vom {day} für {channel}**, so wie er erstellt wurde. Sein Stand: {state}. Mehr zeigt `/digest status`. Diese Kopie siehst nur du.',
      forgotten:
        'Der Digest vom {day} für {channel} hatte {papers, plural, one {# Paper} other {# Paper}}. Seine Nachrichten sind hier nicht mehr gespeichert. Seine Paper gibt dir `/papers cite since:{date} until:{date}`, in {channel} ausgeführt.',
      quiet:
        'Am {day} passte kein neues Paper zu {channel}, also kam kein Digest. Paper aller Tage findest du mit `/papers search`.',
      stale:
        'Am {day} bekam {channel} keinen Digest: Kein Paper passte, und ein Teil der Paper dieses Tages fehlte. Was später kam, steht in späteren Digests. Was fehlte, zeigt `/digest status`.',
      waiting:
        'Der Digest vom {day} für {channel} ist noch nicht erstellt: Er wartet auf eine Quelle. Auf welche, zeigt `/digest status`.',
      notMade:
        'Der Digest vom {day} für {channel} wurde nicht erstellt: Er wartete auf eine Quelle, bis sein Tag vorbei war. Seine Paper sind für den Digest danach. Die letzten Digests zeigt `/digest status`.',
      failed:
        'Der Digest vom {day} für {channel} konnte nicht erstellt werden: {reason}. Seine Paper sind für den Digest danach. Die letzten Digests zeigt `/digest status`.',
      before:
        'Am {day} bekam {channel} keinen Digest: Sein ältestes Thema wurde am {since} abonniert. Paper aller Tage findest du mit `/papers search`.',
      paused:
        'Am {day} bekam {channel} keinen Digest: Er ist seit {since} angehalten. Mit `/digest resume` kommt er wieder.',
      off: 'Am {day} bekam {channel} keinen Digest. Sein Zeitplan hat an so einem Tag keinen: {schedule}. Ändern kannst du das mit `/digest settings`.',
      unknown:
        'Für {channel} ist kein Digest vom {day} verzeichnet. Vielleicht war er angehalten, oder ich konnte nicht posten oder war nicht da. Die letzten Digests zeigt `/digest status`.',
      future: 'Den Digest vom {day} gibt es noch nicht. `/digest preview` ohne Tag zeigt, was jetzt käme.',
      unreadable:
        '„{typed}“ kann ich nicht als Tag lesen. Schreib ihn wie in `2026-06-01`, `yesterday` oder `monday`, oder wähle einen Vorschlag.',
    },
    posting: {
      posted:
        'Erledigt: {papers, plural, one {# Paper} other {# Paper}} in {channel} gepostet, in {messages, plural, one {# Nachricht} other {# Nachrichten}}.',
      postedRest:
        'Erledigt: der Rest des Digests in {channel} gepostet, in {messages, plural, one {# Nachricht} other {# Nachrichten}}.',
      alreadyPosted: '{channel} hat seinen Digest vom {day} schon und bekommt einen am Tag. Nächster Digest: {next}.',
      queued:
        'Der Digest für {channel} ist noch nicht vollständig. Ich versuche es {when} wieder. Du musst das nicht noch einmal ausführen.',
      queuedBecause:
        'Der Digest für {channel} ist noch nicht vollständig: {reason}. Ich versuche es {when} wieder. Du musst das nicht noch einmal ausführen.',
      incomplete:
        '{arrived, number} von {messages, plural, one {# Nachricht} other {# Nachrichten}} des Digests vom {day} kamen in {channel} an. {rest, select, uncertain {Der Rest ist vielleicht da, vielleicht nicht} other {Der Rest konnte nicht gepostet werden}}{reason}. Mehr zeigt `/digest status`.',
      because: ': {reason}',
      blocked: 'In {channel} kann nichts gepostet werden: {reason}. {next}',
      nothingSubscribed: '{channel} hat kein Abo, also bekommt der Kanal keinen Digest. Lege eins mit `/subscribe` an.',
      nothingNew:
        'Für {channel} gibt es nichts Neues: Seit dem letzten Digest (oder seit dem Abo) passt kein Paper. Frühere Paper findest du mit `/papers search`.',
      goesOn: 'Der Digest geht weiter: {messages, plural, one {noch # Nachricht} other {noch # Nachrichten}}.',
      notPaused:
        'Der Digest von {channel} ist nicht angehalten, also wurde nichts geändert. Sieh in `/digest status` nach.',
      resumed:
        'Erledigt: {channel} bekommt den Digest wieder. Der nächste kommt {next}, mit allem, was inzwischen gepasst hat.',
      resumedWithout:
        'Erledigt: {channel} bekommt den Digest wieder. Der nächste kommt {next}, mit allem, was in den letzten {days, number} Tagen gepasst hat. {papers, plural, one {# älteres Paper, das gepasst hat, wird nicht gepostet; `/papers search` findet es} other {# ältere Paper, die gepasst haben, werden nicht gepostet; `/papers search` findet sie}}.',
      resumeAnnounced: '{person} lässt den Digest dieses Kanals wieder kommen. Der nächste kommt {next}.',
    },
    proposal: {
      oneOfThree:
        'Gib genau eine der Optionen `topic`, `file` und `author` an: Jede davon sagt, worum es in den Papern geht.',
      badAuthor:
        'Ich kann „{typed}“ nicht als Id eines Autors lesen. Gib eine ORCID an, etwa `0000-0002-1825-0097`, eine Id von OpenAlex, etwa `A5023888391`, eine Id von Semantic Scholar, etwa `1741101`, oder die Adresse einer solchen Seite.',
      fromFile: 'Vorgeschlagen aus {n, plural, one {dem # Paper} other {den # Papern}} in deiner Datei ({format}).',
      fromAuthor:
        'Vorgeschlagen aus {n, plural, one {# Paper} other {# Papern}} von {author}, wie {service} sie aufführt.',
      skipped: '{n, plural, one {# Eintrag wurde} other {# Einträge wurden}} ausgelassen: {entries}.',
      skippedEntry: '{entry} ({reason, select, damaged {beschädigt} long {zu lang} other {ohne Titel}})',
      skippedMore: '{n, number} weitere',
      further: 'Ich habe die ersten {n, number} Einträge gelesen und die {more, number} danach ausgelassen.',
      finds: 'Es findet {found, number} {n, plural, one {von deinem # Paper} other {von deinen # Papern}}.',
      findsByTitle:
        'Es findet {found, number} {n, plural, one {von deinem # Paper} other {von deinen # Papern}}, meist nach den Titeln, denn die meisten kamen ohne Abstract.',
      missedButton: 'Was es verfehlt',
      missed: '**{topic}** findet {n, plural, one {dieses deiner Paper} other {diese # deiner Paper}} nicht:',
      missedMore: '… und {n, number} weitere',
      missesNothing: '**{topic}** findet alle deine Paper.',
      forgotten:
        'Ich habe deine Paper nicht mehr, denn ich behalte sie höchstens eine Stunde. Führe `/subscribe` noch einmal aus.',
      followAuthor: 'Stattdessen {author} folgen',
      nothingInCommon:
        'Ich habe keine Wörter gefunden, die {n, plural, one {dein Paper hat} other {deine Paper gemeinsam haben}} und andere Paper nicht. Gib mehr Paper zu einem Gegenstand an oder ein Thema in deinen Worten.',
      fileTooLarge: 'Ich lese Dateien bis 1 MB. Exportiere weniger Paper, oder lass Anhänge und Notizen weg.',
      fileGone: 'Discord hat diese Datei nicht mehr. Hänge sie noch einmal an.',
      fileUnreachable: 'Ich konnte diese Datei nicht von Discord holen. Versuche es in einer Minute noch einmal.',
      fileTooHard:
        'Ich konnte diese Datei nicht innerhalb meiner Grenzen für Zeit und Speicher lesen. Exportiere die Paper noch einmal oder weniger davon.',
      fileBusy: 'Ich lese gerade andere Dateien. Versuche es in einer Minute noch einmal.',
      fileEmpty: 'Diese Datei ist leer. Exportiere die Paper noch einmal.',
      fileNoText: 'Diese Datei ist kein Text. Exportiere die Paper als BibTeX, RIS oder CSL-JSON.',
      fileUnknown: 'Diese Datei ist weder BibTeX noch RIS noch CSL-JSON. Exportiere die Paper in einem dieser Formate.',
      fileDamaged: 'Diese Datei beginnt wie CSL-JSON, ist aber kein gültiges JSON. Exportiere die Paper noch einmal.',
      fileNoPapers: 'Ich habe in dieser Datei ({format}) kein Paper mit einem Titel gefunden. {skipped}',
      authorUnknown: '{service} kennt diesen Autor nicht. Prüfe die Id, oder gib deine Paper als Datei an.',
      authorBusy:
        '{service} hat gerade zu viele Anfragen. Versuche es in einigen Minuten noch einmal, oder gib deine Paper als Datei an.',
      authorClosed:
        '{service} antwortet mir nicht, weil ich keinen gültigen Schlüssel dafür habe. Wer mich betreibt, kann einen setzen. Gib deine Paper stattdessen als Datei an.',
      authorUnreachable:
        '{service} ist gerade nicht erreichbar. Versuche es später noch einmal, oder gib deine Paper als Datei an.',
      authorNoPapers: '{service} führt keine Paper dieses Autors auf. Gib deine Paper stattdessen als Datei an.',
    },
    quiet: {
      line: '**{date}**: kein neues Paper passt. {announced, plural, =0 {Keines wurde angekündigt.} one {# wurde angekündigt.} other {# wurden angekündigt.}}',
      next: 'Nächster Digest: {time}',
    },
    reading: {
      savedOne: 'Gespeichert: {paper}',
      savedSome: 'Gespeichert: {papers, plural, one {# Paper} other {# Paper}}',
      alreadyOne: 'Schon auf deiner Leseliste: {paper}',
      alreadySome: 'Schon auf deiner Leseliste: {papers, plural, one {# Paper} other {# Paper}}',
      andMore: 'und {papers, number} weitere',
      total:
        '{papers, plural, one {# Paper ist} other {# Paper sind}} auf deiner Leseliste. `/papers saved` zeigt und exportiert sie.',
      full: 'Nichts wurde gespeichert: Deine Leseliste hat {papers, plural, one {# Paper} other {# Paper}} und fasst {limit, number}, also {more, plural, one {passt # weiteres Paper} other {passen # weitere Paper}} nicht hinein. Entferne einige mit `/papers saved`; das exportiert die Liste auch.',
      undo: 'Rückgängig',
      undone:
        'Rückgängig gemacht: {papers, plural, one {# Paper wurde} other {# Paper wurden}} von deiner Leseliste genommen.',
      remove: 'Entfernen',
      dropped: 'Entfernt: Das Paper ist nicht mehr auf deiner Leseliste.',
      list: 'Deine Leseliste: {papers, plural, one {# Paper} other {# Paper, zuletzt gespeicherte zuerst}}.',
      page: 'Seite {page, number} von {pages, number}',
      exported: 'Deine Leseliste als {format}: {papers, plural, one {# Paper} other {# Paper}}, in der Datei.',
      empty:
        'Deine Leseliste ist leer. Wähle Speichern im Menü unter einem Digest oder einem Paper, oder „Paper speichern“ unter den Apps einer Nachricht.',
      savedWhen: 'gespeichert {when}',
      note: 'Notiz: {note}',
      chooseRemove: 'Ein Paper entfernen …',
      chooseNote: 'Eine Notiz schreiben …',
      previous: 'Zurück',
      next: 'Weiter',
      removed: 'Entfernt: {paper}',
      restored: 'Wieder auf deiner Leseliste: {paper}',
      noted: 'Notiert: {paper}',
      unnoted: 'Die Notiz ist gelöscht: {paper}',
      noteTitle: 'Notiz',
      noteLabel: 'Was willst du dir merken?',
      noteHint: 'Nur du siehst sie. Eine leere Notiz löscht sie.',
    },
    reasons: {
      found: '„{words}“ im {field, select, title {Titel} abstract {Abstract} other {Kommentar}}',
      missing:
        'kein „{words}“ {field, select, any {in Titel oder Abstract} title {im Titel} abstract {im Abstract} other {im Kommentar}}',
      noComment: 'kein „{words}“, weil es keinen Kommentar gibt',
      about: 'handelt von {topic}',
      aboutBecause: 'handelt von {topic}: {words}',
      word: '„{word}“',
      notAbout: 'handelt nicht von {topic} (der Wert ist {score}, die Schwelle {line})',
      scores: 'der Wert ist {score}, die Schwelle {line}',
      announced: 'angekündigt als {how, select, cross {Querlistung} replaced {Ersatz} other {neu}}',
      notAnnounced: 'nicht angekündigt als {how, select, cross {Querlistung} replaced {Ersatz} other {neu}}',
      notYet: 'noch nicht angekündigt',
      status: '{status, select, notice {eine Mitteilung} other {zurückgezogen}}',
      notStatus: '{status, select, notice {keine Mitteilung} other {nicht zurückgezogen}}',
      onlyAsked: '{status, select, notice {eine Mitteilung} other {zurückgezogen}}; danach fragt nur {term}',
      by: 'von {author}',
      notBy: 'kein Autor „{author}“',
      inCategory: 'in {category}',
      notInCategory: 'nicht in {category}',
      primary: 'Hauptkategorie {category}',
      otherPrimary: 'Hauptkategorie {category}, nicht {asked}',
      with: 'mit {part, select, pdf {PDF} doi {DOI} other {Code}}',
      without: 'ohne {part, select, pdf {PDF} doi {DOI} other {Code}}',
      paper: 'das Paper {id}',
      otherPaper: 'nicht das Paper {id}',
      from: 'aus {organization}',
      notFrom: 'aus {organization}, nicht „{asked}“',
      unknownOrganization: 'die Organisation ist unbekannt, also nicht „{asked}“',
      listed: 'gelistet von {source}',
      notListed: 'nicht gelistet von {source}',
      upvotes: '{n, plural, one {# Upvote} other {# Upvotes}}',
      tooFewUpvotes: '{n, plural, one {# Upvote} other {# Upvotes}}, weniger als {bound, number}',
      tooManyUpvotes: '{n, plural, one {# Upvote} other {# Upvotes}}, mehr als {bound, number}',
      upvotesUnknown: 'Upvotes nicht gezählt',
      excluded: 'ausgeschlossen durch {term}',
      excludedBecause: 'ausgeschlossen durch {term}: {why}',
      moreFail: '{n, plural, one {# weitere Möglichkeit scheitert} other {# weitere Möglichkeiten scheitern}}',
    },
    reviews: {
      title: '**Das Beste der Woche, noch einmal**',
      about: 'Paper aus den Digests vom {first} bis zum {last}, nach dem, was sie seitdem bekommen haben.',
      postName: 'Das Beste der Woche, {day}',
      upvotes: '▲ {n, plural, one {# Upvote} other {# Upvotes}}',
      upvotesGained: '▲ {n, plural, one {# Upvote} other {# Upvotes}} (+{gained, number} seitdem)',
      marks: '{n, number} × {mark}',
      nextAt: 'Nächster Wochenrückblick: {at}, {relative}',
      nextDue: 'Nächster Wochenrückblick: nach dem fälligen Digest',
    },
    search: {
      previous: 'Zurück',
      next: 'Weiter',
      share: 'Teilen',
      shared: '-# Du hast diese Seite im Kanal geteilt.',
      sharedBy: '{person} hat eine Suche nach **{topic}** geteilt:',
      alsoAbout: 'Handelt auch davon',
      nearestOne: 'Das Paper, dessen Bedeutung **{topic}** am nächsten kommt{place}.',
      nearest:
        '{n, plural, one {# Paper, dessen Bedeutung} other {# Paper, deren Bedeutung}} **{topic}** am nächsten kommt{place}.',
      found: '{n, plural, one {# Paper} other {# Paper}} zu **{topic}**{place}.',
      foundAtLeast: 'Mindestens {n, plural, one {# Paper} other {# Paper}} zu **{topic}**{place}.',
      wordsNone:
        'Kein Paper hat alle Wörter von **{topic}**. {others, plural, one {Dieses hat} other {Diese haben}} einige davon{place}.',
      wordsSome:
        '{all, plural, one {# Paper hat} other {# Paper haben}} alle Wörter von **{topic}**. {others, plural, one {Das andere hat} other {Die anderen haben}} einige davon{place}.',
      order: ', {order, select, newest {die neuesten} nearest {die nächsten} other {die besten}} zuerst',
      range: ': {from, number} bis {to, number}{order}',
      asWords: '-# Das habe ich als einfache Wörter gelesen. {reason}',
      withoutSigns:
        '-# Verglichen wird nur die Bedeutung der Wörter: Felder, Ausschlüsse und andere Zeichen wirken nicht. Lass `sort` weg, um sie zu nutzen.',
      examined:
        '-# Zu viele Paper könnten passen, also habe ich nur die {order, select, newest {neuesten} nearest {nächsten} other {besten}} {n, number} angesehen. Mit einem weiteren Wort erreichst du andere.',
      listed:
        '-# Die {order, select, newest {neuesten} nearest {nächsten} other {besten}} {n, number} davon sind aufgelistet. Mit einem weiteren Wort erreichst du andere.',
      small: '-# {text}',
      noMore: 'Es gibt keine weiteren Paper. Führe `/papers search` noch einmal aus.',
      since: '-# Nur Paper seit {since}.',
      noneSince:
        'Zu **{topic}** habe ich kein Paper seit {since} gefunden. Lass `since` weg, um alle gespeicherten Paper zu durchsuchen.',
      noneNear:
        'Kein gespeichertes Paper kommt **{topic}** in der Bedeutung nahe. Lass `sort` weg, um nach den Wörtern zu suchen.',
      noneIndexed: 'Kein Paper, das schon im Suchindex steht, passt zu **{topic}**. {indexing}',
      noneExamined:
        'Keines der {order, select, newest {neuesten} nearest {nächsten} other {besten}} {n, number} Paper, die zu **{topic}** passen könnten, passt. Mit einem weiteren Wort erreichst du andere.',
      none: 'Kein gespeichertes Paper passt zu **{topic}**. `/papers help` erklärt die Sprache der Themen.',
      noneAdvice:
        'Kein gespeichertes Paper passt zu **{topic}**. {advice} `/papers help` erklärt die Sprache der Themen.',
      meaningOff:
        'Nach Bedeutung kann ich hier nicht sortieren, weil die Person, die diesen Bot betreibt, das abgeschaltet hat (MEANING=off). Lass `sort` weg.',
      meaningDamaged:
        'Nach Bedeutung kann ich hier nicht sortieren, weil die Tabelle der Wortvektoren des Bots beschädigt ist. Lass `sort` weg.',
      noneSimilar: 'Ich habe kein Paper, das {paper} ähnelt.',
      similar: 'Paper, die {paper} ähneln, die ähnlichsten zuerst:',
      badId:
        '„{typed}“ ist keine arXiv-Id, DOI oder Adresse, die ich kenne. Schreibe sie wie in `2406.01234`, oder suche mit `/papers search`.',
      unknown: 'Das Paper `{id}` kenne ich nicht. Prüfe die Id, oder suche mit `/papers search`.',
      unknownAnywhere:
        'Das Paper `{id}` kenne ich nicht, und {sources} {n, plural, one {kennt} other {kennen}} es auch nicht. Prüfe die Id, oder suche mit `/papers search`.',
      unreachable:
        'Ich habe dieses Paper nicht, und {failed} kann ich gerade nicht fragen. Versuche es in einer Minute noch einmal.',
      unreachableElse:
        'Ich habe dieses Paper nicht, {sources} auch nicht, und {failed} kann ich gerade nicht fragen. Versuche es in einer Minute noch einmal.',
    },
    settings: {
      head: '**Digest-Einstellungen von {channel}**',
      headChanged: '**Digest-Einstellungen von {channel}** (eben geändert)',
      line: '{label}: {value}',
      change: '{label}: {before} → **{after}**',
      subscriptions: 'Abos: {count, number}',
      noDigest: 'Nächster Digest: keiner, denn es gibt kein Abo. Lege eins mit `/subscribe` an.',
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
        'Für {channel} gibt es nichts Neues: kein Paper seit dem letzten Digest (oder seit dem Abo) passt zum Thema und zu den Einstellungen für Quellen und Upvotes. Sieh sie mit `/digest settings`, oder suche frühere Paper mit `/papers search`.',

      mention: 'Erwähnt',
      mentionNobody: 'niemanden',
      mentionGone: 'niemanden, denn die Rolle wurde gelöscht',
      mentionRefused: 'niemanden, denn Discord lässt mich {role} nicht erwähnen',
      mentionQuestion: 'Wen soll jeder Digest erwähnen? Alle mit der Rolle bekommen eine Benachrichtigung.',
      mentionMenu: 'Wähle eine Rolle',
      mentionClear: 'Niemanden erwähnen',
      mentionWarning:
        'Jeder Digest wird alle benachrichtigen, die die Rolle {role} haben. Tage ohne Paper und Vorschauen tun das nicht.',
      refusedEveryone: 'Ein Digest erwähnt nie alle. Wähle eine Rolle, die man annehmen oder ablegen kann.',
      refusedGone: 'Diese Rolle wurde gelöscht. Wähle eine andere.',
      refusedBot: '{role} gehört einem Bot, also würde niemand erwähnt. Wähle eine Rolle, die Menschen haben.',
      mentionEverybody: '{everyone}, {here} und alle Rollen erwähnen',
      refusedToBot:
        'Ich darf {role} nicht erwähnen. Erlaube in den Servereinstellungen unter Rollen allen, sie zu erwähnen, oder gib mir in diesem Kanal die Berechtigung {permission}. Wähle sie dann noch einmal.',
      refusedToPerson:
        'Du darfst {role} nicht erwähnen, also kannst du sie nicht erwähnen lassen. Jemand kann in den Servereinstellungen unter Rollen allen erlauben, sie zu erwähnen. Wähle sie dann noch einmal.',

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
      learnedLess:
        'Gelernt für {topic}: weniger {less}; aus {marks, plural, one {# Markierung} other {# Markierungen}}',
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
      weekly: 'Wochenrückblick',
      weeklyQuestion:
        'An welchem Tag sollen die besten Paper der letzten sieben Tage noch einmal kommen, als Liste? Es zählen Upvotes, Code, Annahmen und Markierungen seit dem Digest.',
      publish: 'Server, die diesem Kanal folgen',
      publishOn: 'bekommen die Digests',
      publishOff: 'bekommen nichts',
      publishQuestion: 'Sollen die Server, die diesem Kanal folgen, seine Digests bekommen?',
      publishChoiceOn: 'Ja, veröffentlichen',
      publishChoiceOff: 'Nein, hier behalten',
      language: 'Sprache',
      languageQuestion: 'In welcher Sprache sollen Digests kommen? Titel und Zusammenfassungen bleiben, wie sie sind.',

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
      badTime: '„{typed}“ ist keine Uhrzeit, die ich lesen kann. Schreibe sie wie `09:00` oder `9am`.',
      badDays:
        '„{typed}“ sind keine Tage, die ich lesen kann. Schreibe sie wie `every day`, `weekdays` oder `Mon, Wed, Fri`.',
      threadRefused:
        'Digests können in {channel} keinen Thread öffnen: Mir fehlt dort **{names}**. Gib mir {n, plural, one {die Berechtigung} other {die Berechtigungen}} in den Einstellungen des Kanals unter „Berechtigungen“ und wähle das Layout dann noch einmal.',
      threadInForum:
        'In {channel} ist jeder Digest schon ein eigener Beitrag, denn das ist ein Forum. Wähle das Layout „Karten“.',
      threadNowhere:
        'Digests können nur in Text- und Ankündigungskanälen Threads öffnen. Wähle das Layout „Karten“ oder einen anderen Kanal.',
      badNumber: '„{typed}“ ist keine Zahl, die hier geht. Nenne eine von {min, number} bis {max, number}.',
      zoneSeveral: '„{typed}“ liegt in mehr als einer Zeitzone. Nichts wurde geändert. {next}',
      zoneClock:
        '„{typed}“ nennt eine Zeit und keinen Ort, sagt also nicht, wann die Uhren umgestellt werden. Nichts wurde geändert. {next}',
      zoneUnknown: 'Die Zeitzone „{typed}“ kenne ich nicht. Nichts wurde geändert. {next}',
      zoneExample: 'Nenne eine Stadt oder eine Region, wie in `Berlin` oder `Europe/Berlin`.',
      zoneMeant: 'Meintest du {zones}?',
    },
    slack: {
      greeting: 'Von jetzt an werden die Digests von {channel} auf Discord auch hier gepostet.',
      greetingOwn: 'Von jetzt an werden deine Digests von Paperboy auch hier gepostet.',
      badAddress:
        'Das ist nicht die Adresse eines Incoming Webhooks von Slack. Sie sieht so aus: {example}. Slack gibt dir eine auf der Seite „Incoming Webhooks“ einer App.',
      noDigest: '{channel} hat noch keine Themen, also gibt es keinen Digest. `/subscribe` fügt eines hinzu.',
      already: 'Dieser Webhook bekommt den Digest von {channel} schon.',
      full: 'Der Digest von {channel} geht schon an {most, plural, one {# Webhook} other {# Webhooks}}. Entferne zuerst einen.',
      refused: 'Slack nimmt für diesen Webhook nichts an: {reason}.',
      later:
        'Ich konnte keine erste Nachricht posten, also ist nichts geändert: {reason}. Versuche es in ein paar Minuten noch einmal.',
      added: '{webhook} bekommt von jetzt an die Digests von {channel}. Ich habe dort eine erste Nachricht gepostet.',
      addedOpenly: '{person} hat einen Webhook von Slack hinzugefügt, der die Digests dieses Kanals bekommt.',
      title: '**Slack-Webhooks des Digests von {channel}**',
      none: 'Der Digest von {channel} geht an kein Slack. Führe `/digest slack` mit `webhook` aus, um eines hinzuzufügen.',
      row: '{webhook}: {state}',
      fresh: 'der nächste Digest geht dorthin',
      sent: 'zuletzt geschickt am {day}',
      underWay: 'der Digest vom {day} ist unterwegs',
      underWayBecause: 'der Digest vom {day} wird noch einmal versucht: {reason}',
      uncertain: 'der Digest vom {day} ist vielleicht nicht angekommen und wird nicht noch einmal geschickt: {reason}',
      dropped: 'der Digest vom {day} wurde nicht geschickt: {reason}',
      blocked: '**dorthin wird nichts geschickt:** {reason}',
      menu: 'Einen Webhook ändern …',
      remove: '{webhook} entfernen',
      retry: '{webhook} noch einmal versuchen',
      removed: '{webhook} bekommt keine Digests mehr.',
      removedOpenly: '{person} hat einen Webhook von Slack entfernt, der die Digests dieses Kanals bekam.',
      retried: 'Ich versuche {webhook} noch einmal.',
      notice:
        'Ich kann die Digests von {channel} nicht mehr an einen der Slack-Webhooks schicken: {reason}. `/digest slack` zeigt ihn, versucht ihn noch einmal oder entfernt ihn.',
      statusLine:
        'Slack: {webhooks, plural, one {# Webhook} other {# Webhooks}}, {unsure, plural, =0 {nichts unsicher} one {# Digest ist vielleicht nicht angekommen} other {# Digests sind vielleicht nicht angekommen}}, {blocked, number} blockiert. Siehe `/digest slack`.',
    },
    stats: {
      shown:
        '**{name}**: {papers, plural, one {# Paper} other {# Paper}} {days, plural, one {am letzten Tag} other {in den letzten # Tagen}}, {rate}.',
      most: 'Die meisten sind in {categories}.',
      perDay: '{papers} am Tag',
      perWeek: '{papers} in der Woche',
      rare: 'weniger als 1 in der Woche',
      rareShort: '< 1 pro Woche',
      newestOnly:
        '{days, plural, one {Nur der neueste Tag ist} other {Nur die neuesten # Tage sind}} gezählt, weil die Paper eines solchen Themas einzeln gelesen werden.',
      allPapers: 'Alle Paper',
      channelTopics: 'Themen dieses Kanals',
      moreTopics:
        'Dieser Kanal hat {topics, plural, one {# weiteres Thema, das} other {# weitere Themen, die}} gezählt und nicht gezeichnet {topics, plural, one {ist} other {sind}}.',
      subtitle: '{papers, plural, one {# Paper} other {# Paper}} in {days, plural, one {# Tag} other {# Tagen}}',
      papersADay: 'Paper am Tag',
      upvotesADay: 'Upvotes am Tag auf Hugging Face',
      upvotes: '{upvotes, plural, one {# Upvote} other {# Upvotes}}',
      categories: 'Hauptkategorien',
      authors: 'Autorinnen und Autoren',
      altDays: 'Balken: Paper am Tag vom {first} bis {last}, {rate}: {values}.',
      altTopics: 'Balken: Paper am Tag vom {first} bis {last}, für jedes Thema: {values}.',
      altUpvotes: 'Kurve: Upvotes am Tag auf Hugging Face, zusammen {upvotes, number}: {values}.',
      altRanks: '{title}: {values}.',
      nothing:
        'Kein Paper zu **{topic}** wurde {days, plural, one {am letzten Tag} other {in den letzten # Tagen}} angekündigt. Versuche es mit mehr Tagen oder mit `/papers search`.',
      nothingHere:
        'Kein Paper zu den Themen dieses Kanals wurde {days, plural, one {am letzten Tag} other {in den letzten # Tagen}} angekündigt. Versuche es mit mehr Tagen.',
      empty:
        'Ich habe noch keine Paper {days, plural, one {vom letzten Tag} other {der letzten # Tage}}. Versuche es in ein paar Minuten noch einmal, oder wähle mehr Tage.',
      noPicture: 'Das Bild fehlt, weil es sich nicht zeichnen ließ. Versuche es in einer Minute noch einmal.',
      trending: 'Im Trend auf Hugging Face',
      trendingToday: 'Neue Upvotes der letzten 24 Stunden',
      trendingWeek: 'Neue Upvotes der letzten 7 Tage',
      trendingMonth: 'Neue Upvotes der letzten 30 Tage',
      gained: '+{gained, number} von {upvotes, plural, one {# Upvote} other {# Upvotes}}',
      altTrending: '{title}: {values}.',
    },
    setup: {
      greeting: '**Hallo! Ich bringe die Forschungspaper des Tages.**',
      greetingNext:
        'Wählt einen Kanal und Themen, und einmal am Tag kommt ein Digest. Wer Kanäle verwalten darf, kann mich einrichten; nur die Person selbst sieht die Schritte.',
      start: 'Einrichten',
      channel: '**Einrichten, Schritt 1 von 4.** Welcher Kanal bekommt die Paper?',
      chooseChannel: 'Kanal wählen …',
      topics:
        '**Einrichten, Schritt 2 von 4.** Worum geht es in den Papern für {channel}? Wähle ein Fachgebiet mit fertigen Themen oder nimm eigene Worte.',
      chooseField: 'Fachgebiet wählen …',
      chooseTopics: 'Themen in {field} …',
      chosen: 'Gewählt: {topics}',
      ownWords: 'In eigenen Worten',
      next: 'Weiter: Uhrzeit',
      clear: 'Andere wählen',
      cancel: 'Abbrechen',
      tooMany:
        'Beim Einrichten gehen höchstens {n, number} Themen. Weitere kannst du später mit `/subscribe` abonnieren.',
      noneChosen: 'Noch ist kein Thema gewählt. Wähle ein Fachgebiet oder nimm eigene Worte.',
      time: '**Einrichten, Schritt 3 von 4.** Der Digest für {channel} kommt um **{time} {zone}**. Passt das?',
      setTime: 'Uhrzeit und Zeitzone ändern',
      preview: 'Ja, zeig eine Vorschau',
      formTitle: 'Wann der Digest kommt',
      would:
        '**Einrichten, Schritt 4 von 4. Noch ist nichts abonniert.** {channel} bekäme um **{time} {zone}** einen Digest mit Papern zu:',
      rate: '• {topic}: {rate}',
      noForecast: '• {topic}: keine Prognose, weil noch keine Paper gespeichert sind',
      noMatch: '• {topic}: kein passendes Paper in den letzten Tagen',
      recent: 'Passende Paper der letzten Zeit',
      subscribe: 'Abonnieren',
      changeTopics: 'Themen ändern',
      cancelled: 'Abgebrochen. Nichts hat sich geändert. Der Knopf **Einrichten** beginnt von vorn.',
      expired:
        'Dieses Einrichten ist über einen Tag alt, deshalb gehen seine Knöpfe nicht mehr. Drücke noch einmal **Einrichten** oder nimm `/subscribe`.',
      done: 'Erledigt: {channel} bekommt Paper zu {topics}.',
      capReached:
        'Weitere Themen habe ich nicht abonniert, denn dieser Server hat {n, number} Abos, und mehr gehen nicht. Entferne eins mit `/unsubscribe`.',
      doneNext: '{next}. Ändere ihn mit `/digest settings`, und die Themen mit `/subscriptions`.',
      announced: '{person} hat diesen Kanal eingerichtet: Er bekommt Paper zu {topics}.',
      computerScience: 'Informatik',
      statistics: 'Statistik',
      mathematics: 'Mathematik',
      physics: 'Physik',
      quantum: 'Quantenphysik',
      astrophysics: 'Astrophysik',
      condensed: 'Kondensierte Materie',
      biology: 'Biologie',
      engineering: 'Ingenieurwesen',
      economics: 'Wirtschaft und Finanzen',
    },
    status: {
      title: '**Stand des Digests von {channel}**',
      nothingSubscribed: 'Hier ist nichts abonniert, also kommt kein Digest. Abonniere mit `/subscribe`.',
      waiting:
        'Ich warte auf {sources}: Der Digest vom {day} geht um {until} hinaus, mit den Papern, die ich bis dahin habe.',
      unreadable:
        '**{n, plural, one {# Thema kann} other {# Themen können}} nicht gelesen werden**, also fehlen die Paper dazu. Sieh in `/subscriptions` nach.',
      damagedMeaning:
        'Themen nach Bedeutung, wie in `about:"…"`, gehen nicht: Die Tabelle der Wortvektoren des Bots ist beschädigt. Sage es der Person, die den Bot betreibt; in ihrem Log steht mehr.',
      permitted: 'Berechtigungen: Ich habe hier alle, die ich brauche.',
      lacking:
        'Berechtigungen: Hier {n, plural, one {fehlt} other {fehlen}} mir **{names}**. Gib sie mir in den Einstellungen des Kanals unter „Berechtigungen“.',
      whyHistory: '-# Nach einer Unterbrechung lese ich im Verlauf nach, ob eine Nachricht angekommen ist.',
      lastDigests: '**Letzte Digests**',
      sources: '**Quellen**',
      run: '• {day}: **{state}**',
      runUnsure: '• {day}: **{state}, {n, number} von {all, number} unsicher**',
      delivered: 'geliefert',
      onItsWay: 'unterwegs',
      heldBack: 'zurückgehalten',
      unsure: 'unsicher',
      withdrawn: 'zurückgezogen',
      notMade: 'nicht erstellt',
      waitingRun: 'wartet',
      quiet: 'ruhig',
      failed: 'fehlgeschlagen',
      shown: '{shown, number} von {matched, plural, one {# passenden Paper} other {# passenden Papern}}',
      nothingNew: 'nichts Neues, seit du abonniert hast',
      announced: '{n, number} angekündigt',
      without: 'ohne {sources}',
      nextHasThem: 'seine Paper kommen mit dem nächsten Digest',
      leftOut:
        '{n, plural, one {# Paper weggelassen, weil Discord es ablehnt} other {# Paper weggelassen, weil Discord sie ablehnt}}',
      dropped: '{n, number} von {all, plural, one {# Nachricht} other {# Nachrichten}} verworfen',
      droppedBecause: '{n, number} von {all, plural, one {# Nachricht} other {# Nachrichten}} verworfen: {reason}',
      maybeMissing:
        '{n, number} von {all, plural, one {# Nachricht} other {# Nachrichten}} vielleicht nicht da (sieh im Kanal nach; ich sende nicht doppelt, was angekommen sein kann)',
      maybeMissingBecause:
        '{n, number} von {all, plural, one {# Nachricht} other {# Nachrichten}} vielleicht nicht da (sieh im Kanal nach; ich sende nicht doppelt, was angekommen sein kann): {reason}',
      publishing:
        '{n, number} von {all, plural, one {# Nachricht} other {# Nachrichten}} noch nicht für die Server veröffentlicht, die diesem Kanal folgen (Discord begrenzt das; nächster Versuch {when})',
      unpublished:
        '{n, number} von {all, plural, one {# Nachricht} other {# Nachrichten}} nicht für die Server veröffentlicht, die diesem Kanal folgen: {reason}',
      notAsked: '• {source}: **wartet**, noch nicht gefragt',
      source: '• {source}: **{state}** {day}',
      sourceKind:
        '• {source}: **{state}** {day} ({kind, select, weekend {Wochenende} holiday {Feiertag} other {verspätet}})',
      stale: 'veraltet',
      partial: 'unvollständig',
      announcedNothing: 'nichts angekündigt',
      papers: '{n, plural, one {# Paper} other {# Paper}} ({fresh, number} neu)',
      asked: 'gefragt {when}',
      again: 'wieder {when}',
    },
    subscribe: {
      preview: '**Vorschau. Noch ist nichts abonniert.**',
      would: '{channel} bekäme Paper zu **{topic}**.',
      wouldInstead: '{channel} bekäme Paper zu **{topic}** statt zu **{replaced}**.',
      recent: 'Neuere Paper, die passen',
      subscribe: 'Abonnieren',
      change: 'Ändern',
      edit: 'Bearbeiten',
      cancel: 'Abbrechen',
      cancelled: 'Abgebrochen. Nichts wurde geändert.',
      noForecast: 'Prognose: noch keine, weil keine Paper gespeichert sind.',
      forecastSoFar:
        'Prognose: bisher {n, plural, one {# Paper} other {# Paper}}, denn noch sind nicht alle gespeicherten Paper im Suchindex.',
      forecastOneDay:
        'Der letzte Tag mit Papern brachte {n, plural, =0 {keines, das passt} one {#, das passt} other {#, die passen}}.',
      forecastNone:
        '{window, select, days {Letzte {days, number} Tage} other {Letzte {days, number} Tage mit Papern}}: Kein Paper passt.',
      forecast:
        '{window, select, days {Letzte {days, number} Tage} other {Letzte {days, number} Tage mit Papern}}: {rate} ({n, plural, one {# Paper} other {# Paper}}).',
      line: 'Paper passen nach ihrer Bedeutung oberhalb einer Schwelle: einem Wert von {score}, der Zahl nach dem ~.',
      lineUsual:
        'Paper passen nach ihrer Bedeutung oberhalb einer Schwelle: einem Wert von {score}, der Zahl nach dem ~. Dieser taugt für die meisten Themen.',
      lineMoves:
        'Paper passen nach ihrer Bedeutung oberhalb einer Schwelle: einem Wert von {score}, der Zahl nach dem ~. {which, select, fewer {**Weniger** verschiebt} more {**Mehr** verschiebt} other {**Weniger** und **Mehr** verschieben}} die Schwelle.',
      fewer: 'Weniger: {volume}',
      more: 'Mehr: {volume}',
      below: 'Knapp unter der Schwelle, also nicht dabei',
      onLastDay: 'am letzten Tag mit Papern',
      inLastDays: 'in den letzten {days, number} Tagen',
      inLastDaysWithPapers: 'in den letzten {days, number} Tagen mit Papern',
      youCan: 'Abonnieren kannst du trotzdem.',
      crowded:
        'Das ist viel; ein Digest zeigt die besten {papers, number}. Enge es ein: mit einem weiteren Wort, einer "Phrase", `title:` oder einer Kategorie wie `cat:cs.LG`.',
      next: 'Nächster Digest: {next} ({schedule})',
      nextNew: 'Nächster Digest: {next} ({schedule}), mit Papern, die von jetzt an angekündigt werden',
      previewNext: '{next}.',
      alreadyThere:
        '{channel} bekommt schon Paper zu **{topic}**, also wurde nichts geändert. Ändere das Thema, oder lass es, wie es ist.',
      changedMeanwhile:
        'Jemand hat dieses Thema von {channel} inzwischen in **{topic}** geändert, also habe ich nichts geändert. Ändere es noch einmal, oder lass es, wie es ist.',
      changeTopic: 'Thema ändern',
      capReached:
        'Dieser Server hat {n, number} Abos, mehr gehen nicht. Entferne eins mit `/unsubscribe`, oder verbinde Themen mit OR, wie in `graphs OR trees`.',
      done: 'Erledigt: {channel} bekommt Paper zu **{topic}**.',
      doneInstead: 'Erledigt: {channel} bekommt Paper zu **{topic}** statt zu **{replaced}**.',
      doneNext: '{next}. Ändern kannst du das mit `/digest settings`; einen Digest zeigt `/digest preview`.',
      announced: '{person} hat für diesen Kanal **{topic}** abonniert.',
      announcedInstead: '{person} hat das Thema **{replaced}** dieses Kanals in **{topic}** geändert.',
      formTitle: 'Thema',
      formLabel: 'Worum soll es in den Papern gehen?',
      formHint: 'Wörter, "Phrasen", OR, -ohne, (…), title: author: cat:',
      indexing:
        'Der Suchindex wird neu aufgebaut: {percent, number} % sind fertig, die neuesten Paper zuerst. Digests sind davon nicht betroffen.',
    },
    subscriptions: {
      noneOnServer: 'Dieser Server hat keine Abos. Lege eins mit `/subscribe` an.',
      noneInChannel: '{channel} hat keine Abos. Lege eins mit `/subscribe` an.',
      onServer: 'Dieser Server hat {n, plural, one {# Abo} other {# Abos}}.',
      inChannel: '{channel} hat {n, plural, one {# Abo} other {# Abos}}.',
      page: 'Seite {page, number} von {pages, number}',
      previous: 'Zurück',
      next: 'Weiter',
      undo: 'Rückgängig',
      topic: '• **{topic}**, von {person}',
      unreadable:
        '• **{topic}**, von {person}: **es kann nicht gelesen werden**, also kommen keine Paper. {reason} Ändere es unten.',
      blocked: '-# Blockiert: {next}',
      goneBelow: 'Verschiebe oder entferne unten die Themen des gelöschten Kanals.',
      channelBlocked: '{channel}: **blockiert**, {reason}',
      channelNext: '{channel}: nächster Digest {when}',
      channelPaused: '{channel}: {when}',
      changeTopic: 'Ein Thema ändern …',
      removeSubscription: 'Ein Abo entfernen …',
      pauseOrResume: 'Digest anhalten oder wieder kommen lassen …',
      pause: 'Digest von {channel} anhalten',
      resume: 'Digest von {channel} wieder kommen lassen',
      deletedChannel: 'gelöschter Kanal',
      moveTopics: 'Die Themen von {channel} verschieben nach …',
      removeTopics: 'Die Themen von {channel} entfernen',
      here: 'hier',
      moved:
        'Erledigt: {n, plural, one {# Thema} other {# Themen}} nach {channel} verschoben. Nächster Digest dort: {next}.',
      alreadyThere: '{n, plural, one {# Thema hatte} other {# Themen hatten}} dort schon ein Abo.',
      notSent:
        '{n, plural, one {# Nachricht} other {# Nachrichten}} für den gelöschten Kanal {n, plural, one {wird} other {werden}} nicht gesendet: `/papers search` findet die Paper.',
      movedAnnounced:
        '{person} hat {n, plural, one {# Thema} other {# Themen}} eines gelöschten Kanals hierher verschoben.',
      dropped: 'Erledigt: {n, plural, one {# Thema} other {# Themen}} des gelöschten Kanals entfernt.',
      removed: 'Erledigt: {channel} bekommt keine Paper mehr zu {topic}.',
      removedLast:
        'Erledigt: {channel} bekommt keine Paper mehr zu {topic}. Das war das letzte Abo: Es kommen keine Digests mehr.',
      withdrawn:
        '{n, plural, one {# Nachricht, die ich noch nicht gesendet hatte, ist} other {# Nachrichten, die ich noch nicht gesendet hatte, sind}} zurückgezogen.',
      withdrawnUndo:
        '{n, plural, one {# Nachricht, die ich noch nicht gesendet hatte, ist zurückgezogen; *Rückgängig* sendet sie} other {# Nachrichten, die ich noch nicht gesendet hatte, sind zurückgezogen; *Rückgängig* sendet sie}} doch noch.',
      removedAnnounced: '{person} hat das Abo dieses Kanals zu {topic} abbestellt.',
      restored: 'Rückgängig gemacht: {channel} bekommt Paper zu {topic} wie zuvor.',
      restoredAnnounced: '{person} hat für diesen Kanal wieder {topic} abonniert.',
    },
    syntax: {
      typed: '„{typed}“',
      nothingTyped: 'Noch gibt es kein Thema. Gib ein paar Wörter ein, etwa diffusion models.',
      tooLong:
        'Dieses Thema hat {length, number} Zeichen; mehr als {limit, number} gehen nicht. Teile es in zwei Themen.',
      tooLongInFull:
        'Ganz ausgeschrieben hat dieses Thema {length, number} Zeichen; mehr als {limit, number} gehen nicht. Lass ein paar Begriffe weg.',
      tooManyTerms: 'Ein Thema kann {limit, number} Begriffe haben, und das ist einer mehr. Teile es in zwei Themen.',
      tooDeep:
        'Gruppen gehen {limit, number} Ebenen tief, und das ist tiefer. Schreibe diesen Teil mit weniger Klammern.',
      tooWide: 'Allein träfe das fast jedes Paper. Schreibe dazu, wovon die Paper handeln, wie in graphs is:new.',
      tildeAfterWord:
        'Ein ~ mit einer Zahl steht nach Wörtern in Anführungszeichen, wie in "graph neural"~5. Setze die Wörter in Anführungszeichen, oder schreibe nur {typed}, um es in jeder Form zu finden.',
      tildeWithoutNumber:
        'Ein ~ nach Wörtern in Anführungszeichen braucht gleich danach eine Zahl, wie in "graph neural"~5. Schreibe sie dazu, oder entferne das ~.',
      onlyExclusions:
        'Das sagt nur, was wegbleibt, also träfe es fast jedes Paper. Schreibe dazu, was du suchst, wie in graphs -survey.',
      unclosedQuote: 'Dieses Anführungszeichen wird nie geschlossen. Setze eins ans Ende der Phrase, oder entferne es.',
      unclosedGroup: 'Diese Klammer wird nie geschlossen. Setze ein ) ans Ende der Gruppe.',
      unopenedGroup: 'Diese Klammer schließt nichts. Entferne sie, oder setze ein ( davor.',
      emptyGroup: 'Zwischen diesen Klammern steht nichts. Schreibe einen Begriff hinein, oder entferne sie.',
      loneMinus:
        'Ein Minus steht direkt vor dem, was es weglässt, wie in -survey. Schließe die Lücke, oder entferne das Minus.',
      tiedMinus:
        'Das kann ein Bindestrich oder ein Minus sein. Setze ein Leerzeichen davor, um wegzulassen, was folgt, oder schreibe stattdessen ein Leerzeichen.',
      missingWord:
        '{side, select, before {Vor} other {Nach}} {typed} fehlt ein Begriff. Schreibe einen dazu, oder setze das Wort in Anführungszeichen, um danach zu suchen.',
      missingTerm:
        '{side, select, before {Vor} other {Nach}} {typed} fehlt ein Begriff. Schreibe einen dazu, oder entferne das Zeichen.',
      missingValue: 'Nach {name}: fehlt der Wert: {takes}. Schreibe ihn dazu, oder entferne {name}:.',
      fieldInField: 'Eine Gruppe von {outer}: kann kein anderes Feld enthalten. Schließe die Klammer vor {name}:.',
      groupInField:
        'Zu {name}: gehört keine Gruppe, sondern: {takes}. Setze die Wörter in Anführungszeichen statt in Klammern.',
      bareCategory:
        '{typed} ist eine Kategorie. Schreibe cat:{category}, oder setze es in Anführungszeichen, um nach dem Text zu suchen.',
      barePaper:
        '{typed} ist ein Paper. Schreibe id:{id}, oder setze es in Anführungszeichen, um nach dem Text zu suchen.',
      exclamation:
        'Ein Ausrufezeichen lässt nichts weg. Schreibe -{word}, oder setze es in Anführungszeichen, um nach dem Text zu suchen.',
      fieldWithoutColon:
        'Nach dem Namen eines Feldes steht ein Doppelpunkt. Schreibe {meant}, oder setze es in Anführungszeichen, um nach dem Text zu suchen.',
      unknownField:
        'Ein Feld {typed} gibt es nicht. Die Felder sind {fields}. Um nach dem Text zu suchen, setze ihn in Anführungszeichen.',
      unknownFieldMeant:
        'Ein Feld {typed} gibt es nicht. Meintest du {meant}:? Um nach dem Text zu suchen, setze ihn in Anführungszeichen.',
      noWords: 'Zwischen diesen Anführungszeichen stehen keine Wörter. Schreibe welche hinein, oder entferne sie.',
      onlySigns: '{typed} hat nur Zeichen. Entferne es, oder schreibe Buchstaben oder Ziffern dazu.',
      noStar:
        '{what, select, sentence {Ein Satz} organization {Der Name einer Organisation} other {Ein Name}} wird als Ganzes verglichen, also wirkt der Stern in {typed} nicht. Entferne ihn.',
      unknownValue: '{typed} gibt es nicht. Schreibe eins von {values}.',
      unknownValueMeant: '{typed} gibt es nicht. Meintest du {meant}?',
      unknownCategory:
        'Eine Kategorie {typed} gibt es nicht. Schreibe eine Kategorie wie cs.LG, oder ein ganzes Archiv wie cs.*.',
      unknownCategoryMeant: 'Eine Kategorie {typed} gibt es nicht. Meintest du {meant}?',
      unknownArea:
        'Eine Kategorie {typed} gibt es nicht. Schreibe ein Fachgebiet wie {area}, oder alle zusammen als {server}/*.',
      starMoved:
        'Ein Stern steht am Ende eines Wortes, wie in transform*. Verschiebe den Stern in {typed}, oder entferne ihn.',
      starInside: 'Ein Stern steht am Ende eines Wortes, wie in transform*. Schreibe {begun}* statt {typed}.',
      starInPhrase:
        'In Anführungszeichen wirkt ein Stern nicht. Entferne den Stern in {typed}, oder die Anführungszeichen.',
      shortPrefix: '{typed} träfe fast jedes Paper. Schreibe mindestens {least, number} Buchstaben vor den Stern.',
      exactAndNear: '{typed} hat ein = und ein ~, die sich ausschließen. Entferne das = oder das ~{distance}.',
      brokenDistance:
        'Zwischen Wörtern stehen ganze Zahlen von anderen. Schreibe {whole} statt {distance}, oder about: vor die Wörter, wenn du ihre Bedeutung meinst.',
      tooFar:
        '{distance} Wörter Abstand sind nicht nah; mehr als {limit, number} gehen nicht. Schreibe eine kleinere Zahl nach dem ~.',
      initials: '{typed} hat nur Initialen, und die haben Tausende von Namen. Schreibe den Nachnamen dazu.',
      notAnId:
        '{typed} ist keine arXiv-Id und keine DOI. Schreibe eine wie 2406.01234 oder 10.1101/2026.01.02.123456, oder füge die Adresse eines Papers ein.',
      notACount: '{typed} ist keine Zahl von Upvotes. Schreibe eine wie >=20, <5, 20 oder 10..50.',
      impossibleCount: 'Keine Zahl von Upvotes kann {typed} sein. Vertausche die Grenzen, oder ändere sie.',
      exactSentence: '{typed} hat ein =, das auf die Bedeutung nicht wirkt. Entferne es.',
      longSentence:
        'Dieser Satz hat {words, number} Wörter; mehr als {limit, number} gehen nicht. Sage in einem kurzen Satz, wovon die Paper handeln.',
      meaningOff:
        'Die Person, die diesen Bot betreibt, hat Themen nach Bedeutung abgeschaltet (MEANING=off). Schreibe Wörter, die in den Papern stehen, ohne about: oder ~.',
      meaningDamaged:
        'Themen nach Bedeutung gehen hier zurzeit nicht, weil die Tabelle der Wortvektoren des Bots beschädigt ist. Sage es der Person, die den Bot betreibt, oder schreibe Wörter, die in den Papern stehen.',
      strictness:
        'Wie streng ein Thema ist, steht nach dem ~: eine Zahl von {least} (viele Paper) bis {most} (wenige), mit höchstens zwei Ziffern nach dem Punkt. Ändere {typed}, oder lass es weg.',
      emptySentence: 'Diese Wörter stehen in fast jedem Paper. Schreibe dazu, wovon die Paper handeln.',
      unknownMeaning:
        'Ich weiß nicht, was {typed} bedeutet. Um Paper mit diesen Wörtern zu finden, lass about: und ~ weg, oder sage es mit anderen Worten.',
      takesWords: 'ein Wort, eine "Phrase" oder eine Gruppe in Klammern',
      takesName: 'ein Name, ein "ganzer Name" oder eine Gruppe in Klammern',
      takesSource: 'eine Quelle: {sources}',
      takesPart: 'code, pdf oder doi',
      takesId: 'eine arXiv-Id wie 2406.01234, eine DOI oder die Adresse eines Papers',
      takesCount: 'eine Zahl: >=20, <5, 20 oder 10..50',
      takesSentence: 'ein Satz in Anführungszeichen, wie in about:"editing the weights of a trained model"',
      takesState: 'new, cross, replaced, withdrawn oder notice',
      takesCategory:
        'eine Kategorie wie cs.LG oder biorxiv/genomics, ein Archiv wie cs.* oder eine Gruppe davon in Klammern',
    },
    timing: {
      nextDue: 'Nächster Digest: jetzt fällig',
      nextAt: 'Nächster Digest: {at}, {relative}',
      paused: '**Angehalten** seit {since}. Mit `/digest resume` kommt er wieder.',
      pausedUntil: '**Angehalten** seit {since}, bis {until}. Mit `/digest resume` kommt er wieder.',
      dueNow: 'jetzt fällig',
      pausedOpen: 'angehalten, bis jemand `/digest resume` ausführt',
      pausedTill: 'angehalten bis {until}',
      everyDay: 'täglich',
      weekdays: 'werktags',
      weekends: 'am Wochenende',
      schedule: '{time} {zone}, {days}',
      perDay: '{rate, number} am Tag',
      perWeek: '{rate, number} in der Woche',
      lessThanWeekly: 'weniger als 1 in der Woche',
      aboutPerDay: 'etwa {rate, number} am Tag',
      aboutPerWeek: 'etwa {rate, number} in der Woche',
    },
    topics: {
      unreadable: 'Dieses Thema kann ich nicht lesen:',
      unreadableEnd: 'Dieses Thema kann ich nicht lesen, an seinem Ende:',
      unreadableAt: 'Dieses Thema kann ich nicht lesen, beim {character, number}. Zeichen:',
    },
    trail: {
      listedBy: 'Gelistet von {listings}',
      listing:
        '{source} am {day} ({how, select, new {neu} pick {ausgewählt} cross {quergelistet} replace {neue Version} other {neue Version, quergelistet}})',
      received: 'Erhalten {at}',
      topics: '**Themen von {channel}**',
      moreTopics: 'und {n, plural, one {# weiteres Thema} other {# weitere Themen}}',
      misses: '• **{topic}** passt nicht: {reason}',
      matches: '• **{topic}** passt: {reason}',
      late: '{line}; abonniert {at}, nachdem das Paper kam',
      unreadable: 'es kann nicht gelesen werden: {reason}',
      thisPaper: 'Dieses Paper',
      duplicate: '{paper} mit gleichem Titel und gleichen Autoren',
      because: ': {reason}',
      posted: '{subject} wurde im Digest vom {day} für {channel} gepostet.',
      postedAt: '{subject} wurde im Digest vom {day} für {channel} gepostet. {link}',
      blocked: '{subject} steht im Digest vom {day} für {channel}, der nicht gepostet werden kann{because}. {next}',
      dropped:
        '{subject} steht im Digest vom {day} für {channel}, aber diese Nachricht konnte nicht gepostet werden{because}. Zeig es mit `/papers show`.',
      uncertain:
        '{subject} steht im Digest vom {day} für {channel}. Ich weiß nicht, ob diese Nachricht angekommen ist, also habe ich sie nicht noch einmal gesendet{because}. Sieh im Kanal nach.',
      uncertainFrom:
        '{subject} steht im Digest vom {day} für {channel}. Ich weiß nicht, ob diese Nachricht angekommen ist, also habe ich sie nicht noch einmal gesendet{because}. Sieh im Kanal nach, ab {from}.',
      withdrawn:
        '{subject} stand im Digest vom {day} für {channel}, der zurückgezogen wurde: Das letzte Abo des Kanals wurde entfernt, bevor ich den Digest gesendet habe. Zeig es mit `/papers show`.',
      onItsWay:
        '{subject} steht im Digest vom {day} für {channel}, der unterwegs ist{because}. Ich versuche es weiter. Du musst nichts tun.',
      onItsWayAgain:
        '{subject} steht im Digest vom {day} für {channel}, der unterwegs ist{because}. Ich versuche es {when} wieder. Du musst nichts tun.',
      refused:
        '{subject} stand im Digest vom {day} für {channel}, aber ich habe es weggelassen, weil Discord es ablehnt. Zeig es mit `/papers show`.',
      noSubscription: '{channel} hat kein Abo, also kommen keine Paper. Lege eins mit `/subscribe` an.',
      notListed:
        'Dieses Paper stand in keiner Liste, die ich geholt habe, also konnte es in keinem Digest stehen. Es ist älter als meine erste Abfrage, oder es ist noch nicht angekündigt. Zeig es in {channel} mit `/papers show`.',
      inNoListing:
        'Dieses Paper stand in keiner Liste, also zählte es nicht als neu. Zeig es in {channel} mit `/papers show`.',
      newVersionOnly:
        'Dieses Paper war nur als neue Version gelistet, also zählte es nicht als neu. Zeig es in {channel} mit `/papers show`.',
      noMatch:
        'Dieses Paper kam nicht nach {channel}, weil kein Thema passt. Unten siehst du, was jedem Thema fehlt. Ändern kannst du eins mit `/subscriptions`.',
      past: 'Dieses Paper wurde um den {day} angekündigt. Ich habe es später erhalten, mit Papern der Vergangenheit, die nicht gepostet werden. Zeig es in {channel} mit `/papers show`.',
      beforeSubscription:
        'Dieses Paper passt, aber ich habe es erhalten, bevor {channel} ein passendes Thema abonniert hat. Ein Abo bringt nur spätere Paper. Zeig es mit `/papers show`.',
      otherSources:
        'Dieses Paper passt, aber die Digests von {channel} nehmen nur Paper von {sources}. Ändere das mit `/digest settings`.',
      otherSourcesOn:
        'Dieses Paper passt, aber die Digests von {channel} nehmen nur Paper von {sources}. Es war nicht im Digest vom {day}. Ändere das mit `/digest settings`.',
      fewUpvotes:
        'Dieses Paper passt, aber die Digests von {channel} nehmen nur Paper ab {least, plural, one {# Upvote} other {# Upvotes}}, und es hat bisher {upvotes, plural, =0 {keinen} one {#} other {#}}. Ändere das mit `/digest settings`.',
      fewUpvotesOn:
        'Dieses Paper passt, aber die Digests von {channel} nehmen nur Paper ab {least, plural, one {# Upvote} other {# Upvotes}}, und es hat bisher {upvotes, plural, =0 {keinen} one {#} other {#}}. Es war nicht im Digest vom {day}. Ändere das mit `/digest settings`.',
      noUpvotes:
        'Dieses Paper passt, aber die Digests von {channel} nehmen nur Paper ab {least, plural, one {# Upvote} other {# Upvotes}}, und keine Quelle zählt welche dafür. Ändere das mit `/digest settings`.',
      noUpvotesOn:
        'Dieses Paper passt, aber die Digests von {channel} nehmen nur Paper ab {least, plural, one {# Upvote} other {# Upvotes}}, und keine Quelle zählt welche dafür. Es war nicht im Digest vom {day}. Ändere das mit `/digest settings`.',
      overMaximum:
        'Dieses Paper passte, aber der Digest vom {day} für {channel} fasst nur {n, plural, one {# Paper} other {# Paper}}, und es war nicht darunter. Erhöh die Höchstzahl mit `/digest settings`.',
      leftOut:
        'Dieses Paper passt zu den Themen von {channel}, blieb aber draußen, als es an der Reihe war. Ein Thema, die Einstellungen oder das Paper haben sich seitdem geändert. Zeig es mit `/papers show`.',
      leftOutOf:
        'Dieses Paper passt zu den Themen von {channel}, blieb aber draußen, als es für den Digest vom {day} an der Reihe war. Ein Thema, die Einstellungen oder das Paper haben sich seitdem geändert. Zeig es mit `/papers show`.',
      comingBlocked:
        'Dieses Paper wartet auf den nächsten Digest von {channel}, wo nichts gepostet werden kann: {reason}. {next}',
      comingPaused:
        'Dieses Paper passt, aber der Digest von {channel} ist {when}. Der erste Digest nach einer Pause hat nur die Paper der letzten paar Tage.',
      comingOverMaximum:
        'Dieses Paper passt, aber {n, plural, one {# anderes Paper käme} other {# andere Paper kämen}} im nächsten Digest von {channel} ({when}) zuerst. Mehr fasst er nicht. Erhöh die Höchstzahl mit `/digest settings`.',
      coming: 'Dieses Paper steht im nächsten Digest von {channel}, {when}. Sieh ihn dir mit `/digest preview` an.',
      place: 'Platz {place, number}',
      placeOf: 'Platz {place, number} von {n, number}',
      oneOf: 'Eins von {n, plural, one {# Paper, das passte} other {# Papern, die passten}}',
      ordered: '{place}, {order}',
      orderedHere: 'Digests sind hier sortiert {order}',
      placeAndOrder: '{place}. Digests sind hier sortiert {order}',
      byVotes: 'nach Upvotes; dieses Paper hat {n, plural, one {# Upvote} other {# Upvotes}}.',
      byDate: 'nach Datum; dieses Paper ist vom {date}.',
      byNoDate: 'nach Datum; dieses Paper hat keines.',
      byRelevance: 'nach Relevanz.',
      byRelevanceFor: 'nach Relevanz: {place, selectordinal, other {#.}} von {n, number} für **{topic}**.',
      raised:
        '{n, plural, one {# Upvote hebt es um das {times}-Fache} other {# Upvotes heben es um das {times}-Fache}}.',
      raisedByMarks:
        '{n, plural, one {# Markierung hebt es um das {times}-Fache} other {# Markierungen heben es um das {times}-Fache}}.',
      loweredByMarks:
        '{n, plural, one {# Markierung senkt es um das {times}-Fache} other {# Markierungen senken es um das {times}-Fache}}.',
      unmoved: '{n, plural, one {# Markierung ändert nichts daran} other {# Markierungen ändern nichts daran}}.',
      lowered: 'Als Querlistung zählt es {share}-mal.',
      relevance: 'Relevanz {relevance} ({high} ist hoch)',
    },
    trending: {
      today: 'den letzten 24 Stunden',
      week: 'den letzten 7 Tagen',
      month: 'den letzten 30 Tagen',
      title:
        '**Im Trend auf Hugging Face**: {n, plural, one {das Paper} other {die Paper}} mit den meisten Upvotes pro Stunde in {period}.',
      titleOn:
        '**Im Trend auf Hugging Face** zu **{topic}**: {n, plural, one {das Paper} other {die Paper}} mit den meisten Upvotes pro Stunde in {period}.',
      asOf: 'Stand: {when}.',
      gained: '{upvotes}, {gained, number} davon in {span} ({pace})',
      gainedAll: '{upvotes}, alle in {span} ({pace})',
      sinceListed: '{upvotes}, seit es vor {span} gelistet wurde',
      gainedKnown: '{upvotes}, {gained, number} davon in {span}',
      hours: '{n, plural, one {# Stunde} other {# Stunden}}',
      days: '{n, plural, one {# Tag} other {# Tagen}}',
      lessThanAnHour: 'weniger als einer Stunde',
      perHour: '{rate, number} pro Stunde',
      perDay: '{rate, number} am Tag',
      place: 'Nr. {place, number} in seiner Rangliste',
      noneOn:
        'Kein Paper zu **{topic}** bekam auf Hugging Face in {period} Upvotes. Versuch einen längeren Zeitraum, oder `/papers search`.',
      none: 'Kein Paper bekam auf Hugging Face in {period} Upvotes. Versuch einen längeren Zeitraum.',
      noUpvotes:
        'Ich habe noch keine Upvotes von Hugging Face. Versuche es in ein paar Minuten noch einmal. Kommen keine, läuft dieser Bot ohne Hugging Face: Nimm `/papers search`.',
    },
  },
};
