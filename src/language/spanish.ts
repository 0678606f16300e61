import { spanishCommands } from './commands/spanish.ts';
import type { Language } from './language.ts';

/**
 * Spanish, for Spain and Latin America. It says “tú”. A paper is an “artículo”, a digest a “boletín”, a topic a “tema”, an
 * upvote a “voto”.
 */
export const spanish: Language = {
  locale: 'es',
  commandWords: spanishCommands.words,
  texts: {
    actions: {
      menu: 'Acciones sobre un artículo…',
      save: 'Guardar',
      saveHint: 'Añadirlo a tu lista de lectura',
      cite: 'Citar',
      citeHint: 'En BibTeX, RIS, CSL-JSON, texto o Markdown',
      otherFormat: 'Otro formato…',
      similar: 'Similares',
      similarHint: 'Listar los artículos que más se le parecen',
      discuss: 'Debatir',
      discussHint: 'Abrir su hilo en este canal',
      vote: 'Votar',
      voteHint: 'Para la próxima reunión del club de lectura',
      more: 'Más como este',
      moreHint: 'Los artículos así vienen primero aquí',
      less: 'Menos como este',
      lessHint: 'Los artículos así vienen al final aquí',
      why: 'Por qué',
      whyHint: 'Decir por qué está en el boletín',
      showRest: 'Mostrar el resto ({papers, number})',
      previous: 'Anterior',
      next: 'Siguiente',
      choosePaper: 'Elige un artículo…',
      choosePapers: 'Elige artículos…',
      whichPaper: '**{action}**: ¿qué artículo del boletín del {day}?',
      whichPapers: '**{action}**: ¿qué artículos del boletín del {day}?',
      page: 'Página {page, number} de {pages, number}',
      digestGone: 'Este boletín es más antiguo que lo que guardo. `/papers show` encuentra un artículo por su id.',
      restForgotten:
        'Ya no sé qué artículos dejó fuera este boletín, porque eso lo guardo solo unas semanas. `/papers search` encuentra artículos por sus palabras.',
      rest: '{papers, plural, one {# artículo también coincidía y no cupo} many {# de artículos también coincidían y no cupieron} other {# artículos también coincidían y no cupieron}} en el boletín del {day}.',
      restListed: 'Aquí están los {papers, number} mejores.',
      restGone:
        '{papers, plural, one {# artículo de esta página ya no está guardado} many {# de artículos de esta página ya no están guardados} other {# artículos de esta página ya no están guardados}}.',
      matches: 'Coincide con {topics}: {why}',
      matchesNoMore: 'Ya no coincide con ningún tema del canal.',
      inNoDigest: '{paper} no está en ningún boletín de {channel} y no coincide con ningún tema de allí.',
      inNoDigestMatching:
        '{paper} no está en ningún boletín de {channel}. Allí coincide con {topics, plural, one {# tema} many {# de temas} other {# temas}}.',
      inDigest: '{paper} está en el boletín del {day} para {channel}, porque coincide:',
      inDigestAs: '{paper} está, como {duplicate}, en el boletín del {day} para {channel}, porque coincide:',
      inDigestChanged:
        '{paper} está en el boletín del {day} para {channel}. Ya no coincide con ningún tema del canal: los temas o el artículo han cambiado desde entonces.',
      moreTopics: 'y {topics, plural, one {# tema más} many {# de temas más} other {# temas más}}',
      inCommon: 'en común: {words}',
    },
    blocks: {
      gone: 'el canal ya no existe',
      locked: 'el hilo está bloqueado',
      closed: 'no aceptas mis mensajes directos',
      unblockClosed:
        'Permite los mensajes directos en los ajustes de privacidad de un servidor que tengamos en común, o desbloquéame. Después usa `/subscriptions`: lo intento de nuevo y envío lo que había retenido.',
      missing: 'me {n, plural, one {falta el permiso} many {faltan los permisos} other {faltan los permisos}} {names}',
      guildGone: 'el servidor ya no existe, o no estoy en él',
      untagged: 'el foro exige una etiqueta, y ninguna se llama Papers o Digest',
      forum: 'el canal es un foro, donde solo se pueden publicar hilos',
      noMessages: 'en este tipo de canal no se pueden publicar mensajes',
      noPermission: 'me falta un permiso en el canal',
      wrongKind: 'este tipo de canal no admite mensajes',
      restricted: 'el servidor está restringido',
      slowDown: 'Discord me ha pedido que vaya más despacio',
      unreachable: 'no se pudo contactar con Discord',
      late: 'Discord no respondió a tiempo',
      unblockGone: 'Mueve sus temas a otro canal o quítalos con `/subscriptions`.',
      unblockLocked:
        'Desbloquea el hilo, o dame el permiso «Gestionar hilos». Lo noto en menos de un minuto y publico lo que había retenido.',
      unblockUntagged:
        'Añade en los ajustes del foro una etiqueta llamada Papers, que todo el mundo pueda usar. Lo noto en menos de un minuto y publico lo que había retenido.',
      unblockMissing:
        'Dame {n, plural, one {el permiso que falta} many {los permisos que faltan} other {los permisos que faltan}} en los ajustes del canal, en «Permisos». Lo noto en menos de un minuto y publico lo que había retenido.',
      unblockOther: 'Arregla la causa en los ajustes del canal, o suscribe otro canal. Vuelvo a mirar una vez al día.',
      blocked: '**Bloqueado**, no se puede publicar nada: {reason}. {next}',
    },
    cards: {
      withdrawn: '**Retirado:** sus autores o su editorial retiraron este artículo.',
      notice: '**Aviso:** es un aviso de una revista, y no un artículo de investigación.',
      withdrawnWord: '**retirado**',
      noticeWord: '**aviso**',
      aiSummary: '*Resumen por IA:* {text}',
      tldr: '*TLDR de Semantic Scholar:* {text}',
      abstract: '*Resumen:* {text}',
      noAbstract: 'La fuente no da ningún resumen.',
      manyAuthors: '{first}, {second} … {last} ({n, plural, one {# autor} many {# de autores} other {# autores}})',
      others: '{first} y {n, plural, one {# más} many {# más} other {# más}}',
      forGroups: '{people}, para {groups}',
      group: 'el grupo {group}',
      matches: 'Coincide con {reasons}',
      moreTopics: 'y {n, plural, one {# tema más} many {# de temas más} other {# temas más}}',
      topics: '{n, plural, one {# tema} many {# de temas} other {# temas}}',
      code: 'Código',
      stars: '{code} ({n, plural, one {# estrella} many {# de estrellas} other {# estrellas}})',
      cross: 'lista cruzada',
      replace: 'nueva versión',
      replaceCross: 'nueva versión, lista cruzada',
      late: 'con retraso',
      acceptedAt: 'Aceptado en {venue}',
      acceptedBy: 'Aceptado por {venue}',
      publishedIn: 'Publicado en {venue}',
      presentedAt: 'Presentado en {venue}',
      upvotes: '{n, plural, one {# voto} many {# de votos} other {# votos}}',
      upvotesGained:
        '{n, plural, one {# voto} many {# de votos} other {# votos}} (+{gained, number} en {hours, number} h)',
      citations: '{n, plural, one {# cita} many {# de citas} other {# citas}}',
      sameAs: 'Mismo título y mismos autores que {places}: se muestra como un solo artículo',
      alsoAs: 'también como {places}',
      morePlaces: '{n, plural, one {# lugar más} many {# de lugares más} other {# lugares más}}',
      lead: '{first} +{n, number}',
      upvotesShort: '▲{n, number}',
      thumbnail: 'Imagen del artículo',
    },
    cite: {
      shown: '{papers, plural, one {# artículo} many {# de artículos} other {# artículos}} en {format}:',
      inFile:
        '{papers, plural, one {# artículo} many {# de artículos} other {# artículos}} en {format}, en el archivo.',
      plainText: 'texto sin formato',
      tooMany:
        'Cito {limit, number} artículos a la vez: estos son los primeros de {total, number}. Elige menos días para los demás.',
      unknown: 'No conozco {papers}, así que lo he omitido. Comprueba el id, o busca con `/papers search`.',
      nothingNamed:
        'Di qué artículos: `id` acepta ids y direcciones, y `since` un día, para todos los artículos de los boletines de este canal desde entonces.',
      bothNamed:
        'Da `id` o días, pero no ambos: `id` es para artículos sueltos, y los días son para los boletines de este canal.',
      unreadableId:
        '«{typed}» no es un id de arXiv, un DOI ni una dirección que conozca. Escríbelo como en `2406.01234`, y pon espacios entre varios.',
      tooManyIds: 'Busco como mucho {limit, number} artículos a la vez, y has nombrado {named, number}. Nombra menos.',
      unreadableDay:
        '«{typed}» no es un día hasta hoy que pueda leer. Escríbelo como en `2026-06-01`, `2026-06`, `monday` o `2 weeks`.',
      wrongOrder: 'El último día, {until}, es anterior al primero, {since}. Intercambia `since` y `until`.',
      noDigests:
        'Este canal no recibió artículos en boletines de esos días. Elige otros días, o nombra artículos con `id`.',
      tooLarge: 'El archivo tendría más de {limit, number} MB, y Discord lo rechaza. Elige menos días.',
    },
    club: {
      noServer: 'Un club de lectura necesita un servidor. Inícialo allí en un canal que reciba boletines.',
      noDigest: '{channel} no recibe boletines, así que no hay nada que votar. Dale primero un tema con `/subscribe`.',
      badTime: '«{typed}» no es un día de la semana con una hora. Escríbelo como `Thu 17:00` o `Friday 9am`.',
      tooSoon:
        'El club tiene que reunirse al menos 15 minutos después de que se cierre la agenda. Elige otra hora para uno de los dos.',
      badVoice: '{channel} no es un canal de voz. Elige uno, u omite la opción.',
      started: 'Hecho: {channel} tiene un club de lectura.',
      changed: 'Hecho: he cambiado el club de lectura de {channel}. Sus votos se quedan.',
      plan: 'La agenda se cierra {closes}, y el club se reúne {meets}. La zona horaria es {zone}.',
      rounds:
        '{weeks, plural, one {Se repite cada semana.} many {Se repite cada # de semanas.} other {Se repite cada # semanas.}}',
      lacksEvents:
        'Me falta el permiso Crear eventos, así que no aparecerá ningún evento en el servidor. Todo lo demás funciona sin él. Para tener eventos, da ese permiso a mi rol en los ajustes del servidor.',
      lacksThreads:
        'En {channel} me {n, plural, one {falta el permiso} many {faltan los permisos} other {faltan los permisos}} {names}, así que los artículos estarán en el canal y no en un hilo.',
      startAnnounced:
        '{person} ha iniciado aquí un club de lectura. Vota artículos con **Votar** debajo de los boletines, o con `/club status`. La agenda se cierra {closes}, y el club se reúne {meets}.',
      changeAnnounced:
        '{person} ha cambiado el club de lectura de aquí. La agenda se cierra {closes}, y el club se reúne {meets}.',
      stopped:
        'Hecho: {channel} ya no tiene club de lectura. Sus votos se han borrado. Las reuniones anunciadas se quedan.',
      stopAnnounced: '{person} ha terminado el club de lectura de aquí.',
      none: '{channel} no tiene club de lectura. Alguien que gestione el canal puede iniciar uno con `/club start`.',
      status:
        '**Club de lectura** de {channel}: la agenda se cierra {closes} ({relative}), y el club se reúne {meets}.',
      rule: '{papers, plural, one {Se lee el artículo con más votos.} many {Se leen los # de artículos con más votos.} other {Se leen los # artículos con más votos.}} En caso de empate, decide el primer voto más temprano.',
      voters:
        '{people, plural, =0 {Nadie ha votado todavía.} one {Ha votado una persona.} many {Han votado # de personas.} other {Han votado # personas.}}',
      votes: '{votes, plural, one {# voto} many {# de votos} other {# votos}}',
      yours: 'uno es tuyo',
      more: 'y {n, plural, one {# artículo más} many {# de artículos más} other {# artículos más}}',
      noPapers: 'Ningún boletín ha traído todavía artículos para esta agenda.',
      voteMenu: 'Votar, o retirar un voto…',
      voted: 'Has votado por {paper}. Tiene {votes, plural, one {# voto} many {# de votos} other {# votos}}.',
      unvoted:
        'Retirado: tu voto por {paper}. Tiene {votes, plural, =0 {cero votos} one {# voto} many {# de votos} other {# votos}}.',
      again: '-# La agenda se cierra {closes}. Vota de nuevo para retirar un voto; `/club status` muestra la agenda.',
      closed:
        'La agenda con este artículo está cerrada, así que este voto no puede contar. Vota por artículos de boletines más recientes: `/club status` los muestra.',
      notInDigest: 'Este artículo no estaba en ningún boletín de {channel}, así que allí nadie puede votarlo.',
      agendaClosed:
        '**Club de lectura**: la agenda está cerrada. {papers, plural, one {Este artículo tiene más votos que los demás:} many {Estos artículos tienen más votos que los demás:} other {Estos artículos tienen más votos que los demás:}}',
      tie: 'En los empates ha decidido el primer voto más temprano',
      late: 'Yo no estaba cuando la agenda tenía que cerrarse ({closed}), así que esto llega tarde. Cuentan los votos hasta entonces',
      noVotes:
        '**Club de lectura**: nadie ha votado, así que esta vez no hay reunión. La próxima agenda se cierra {next}.',
      meetingName: 'Club de lectura: {paper}',
      meetingNameMore: 'Club de lectura: {paper} y {n, plural, one {# más} many {# de más} other {# más}}',
      meets: '**Club de lectura**: nos reunimos {when} ({relative}).',
      event: 'El evento: {link}',
      agenda: 'La agenda: {link}',
      presentedBy: '{person} lo presenta',
      free: 'Nadie lo presenta todavía',
      present: 'Presentar',
      presentPlace: 'Presentar el {place, number}',
      giveBack: 'Devolver',
      giveBackPlace: 'Devolver el {place, number}',
      presentedAlready: '{person} ha sido más rápido y presenta este artículo.',
      notYours: '{person} presenta este artículo. Solo esa persona, y quienes gestionan el canal, pueden devolverlo.',
      givenBackFor:
        '{manager} ha devuelto {paper}, que {person} quería presentar. Ahora puede presentarlo otra persona.',
      permissionProblem:
        'No hay evento, porque me falta el permiso Crear eventos. Dáselo a mi rol en los ajustes del servidor: la próxima reunión tendrá un evento.',
      voiceProblem:
        'No hay evento, porque no he podido crear uno en {voice}. Allí necesito los permisos Crear eventos, Ver canal y Conectar; `/club start` acepta otro canal de voz, o ninguno.',
      limitProblem:
        'No hay evento, porque el servidor ya tiene 100. Borra los antiguos: la próxima reunión tendrá uno.',
      lateProblem: 'No hay evento, porque su hora había pasado cuando pude crearlo.',
      unreachableProblem: 'No hay evento, porque Discord no lo aceptó durante una hora. Alguien puede crearlo a mano.',
      refusedProblem: 'No hay evento, porque Discord lo ha rechazado. Alguien puede crearlo a mano.',
      noThread:
        'No hay hilo, porque aquí me {n, plural, one {falta el permiso {names}. En cuanto lo tenga, la próxima reunión tendrá un hilo.} many {faltan los permisos {names}. En cuanto los tenga, la próxima reunión tendrá un hilo.} other {faltan los permisos {names}. En cuanto los tenga, la próxima reunión tendrá un hilo.}}',
    },
    commands: spanishCommands.commands,
    completeness: {
      more: '{n, plural, one {# categoría más: completa} many {# de categorías más: completas} other {# categorías más: completas}}',
      moreIncomplete:
        '{n, plural, one {# categoría más} many {# de categorías más} other {# categorías más}}, de ellas incompletas: {incomplete, number}',
      complete: '{category} {fetched, number} de {announced, number} anunciados, {matched}',
      unchecked: '{category} {fetched, number} de {announced, number} anunciados (sin comprobar), {matched}',
      partlyUnread: '{category} leída solo en parte, {fetched, number} de {announced, number} anunciados, {matched}',
      unread: '{category} sin leer, {matched}',
      unreadFound: '{category} sin leer, encontrados al buscar: {fetched, number}, {matched}',
      matched: 'coinciden {n, number}',
      matchedLate: 'coinciden {n, number}, con retraso {late, number}',
    },
    data: {
      nothing: 'No hay nada guardado, así que no hay nada que exportar.',
      exported:
        'Todo lo guardado está en el archivo, como JSON: {rows, plural, one {# fila} many {# de filas} other {# filas}}.',
      tooLarge:
        'El archivo sería más grande de lo que permite Discord. Pregunta a la persona que me aloja: puede leer todo en la base de datos.',
      notServerManager:
        'Para esto necesitas el permiso «Gestionar servidor», porque se trata de todo el servidor. Pide ayuda a alguien que lo tenga.',
      eraseServer:
        '**Esto borra todo lo que he guardado sobre este servidor**: {topics, plural, one {# suscripción} many {# de suscripciones} other {# suscripciones}} en {channels, plural, one {# canal} many {# de canales} other {# canales}}, todos los ajustes y el registro de lo publicado. Los mensajes se quedan en sus canales. No se puede deshacer. `/digest export` te da antes una copia.',
      eraseOwn:
        '**Esto borra tu boletín personal**: {topics, plural, one {# suscripción} many {# de suscripciones} other {# suscripciones}} en {channels, plural, one {# canal} many {# de canales} other {# canales}}, todos los ajustes y el registro de lo publicado. No se puede deshacer. `/papers privacy` borra todo lo demás sobre ti.',
      eraseButton: 'Borrar todo…',
      formTitle: 'Borrar todo',
      formLabel: 'Escribe «{word}»',
      formHint: 'Todo se borra enseguida. No se puede deshacer.',
      word: 'borrar',
      wrongWord: 'No se ha borrado nada: has escrito «{typed}», y no «{word}». Pulsa el botón otra vez.',
      stillSending: 'No se ha borrado nada, porque aún se está enviando un mensaje. Inténtalo de nuevo en un minuto.',
      erasedServer:
        'Hecho: todo lo que había guardado sobre este servidor está borrado. `/subscribe` empieza de nuevo.',
      erasedOwn: 'Hecho: tu boletín personal está borrado. `/subscribe` empieza de nuevo.',
      erasedMine: 'Hecho: todo lo que había guardado sobre ti está borrado.',
      erasedAnnounced: '{person} ha borrado todo lo que yo había guardado sobre este servidor. Ya no llegan boletines.',
      privacy: `**Qué guardo sobre ti**
Con tu id de Discord, y solo si lo usas: tu lista de lectura con sus notas, tu boletín personal, tus avisos, tus marcas en artículos, y que suscribiste un canal a un tema. Las búsquedas y los formularios que esperan tu respuesta se guardan alrededor de un día.
No leo mensajes, y no guardo nombres, direcciones ni listas de miembros.
**Cuánto tiempo**
Hasta que lo quites, o borres todo aquí. Cuando un servidor me quita, sus datos se borran a los 7 días. Las copias de seguridad de quien me aloja conservan lo que tienen hasta que se borran.
**Qué ven los demás**
Tu lista de lectura, tus avisos y tu boletín personal son solo para ti. Las suscripciones muestran quién las creó.
Los botones exportan o borran todo lo que hay sobre ti en todos los servidores. Los temas de los servidores se quedan, sin tu id.`,
      exportMine: 'Exportar mis datos',
      eraseMine: 'Borrar mis datos…',
      somebody: 'alguien',
    },
    digest: {
      preview: '**Vista previa. No se publica nada.**',
      part: 'Parte {part, number} de {parts, number}',
      title: '### Artículos del {day}',
      /** The name of a post in a forum. */
      postName: 'Artículos del {day}',
      all: '{n, plural, one {# artículo nuevo} many {# de artículos nuevos} other {# artículos nuevos}} sobre {topics}',
      bestOne:
        'El mejor de {n, plural, one {# artículo nuevo} many {# de artículos nuevos} other {# artículos nuevos}} sobre {topics}',
      best: 'Los {shown, number} mejores de {n, plural, one {# artículo nuevo} many {# de artículos nuevos} other {# artículos nuevos}} sobre {topics}',
      yourTopics: 'tus temas: {topics}',
      topicsAndMore: '{topics} y {n, number} más',
      announced: 'anunciados: {n, number}',
      findOther: '`/papers search` encuentra el otro',
      findOthers: '`/papers search` encuentra los otros {n, number}',
      late: '{n, plural, one {# artículo llega con retraso: un boletín anterior salió antes de que se anunciara} many {# de artículos llegan con retraso: un boletín anterior salió antes de que se anunciaran} other {# artículos llegan con retraso: un boletín anterior salió antes de que se anunciaran}}.',
      skipped:
        '{n, plural, one {# artículo más antiguo se omitió: `/papers search` lo encuentra} many {# de artículos más antiguos se omitieron: `/papers search` los encuentra} other {# artículos más antiguos se omitieron: `/papers search` los encuentra}}.',
      coversAway: 'Cubre del {from} al {to}: estuve fuera.',
      coversBlocked: 'Cubre del {from} al {to}: no podía publicar aquí.',
      missingMany:
        '{n, plural, one {# listado de {sources} no se pudo obtener: sus artículos quizá lleguen más tarde} many {# de listados de {sources} no se pudieron obtener: sus artículos quizá lleguen más tarde} other {# listados de {sources} no se pudieron obtener: sus artículos quizá lleguen más tarde}}.',
      missingWaiting: '{source} aún no había anunciado el {day} a las {time}.',
      missingPartial: '{source} había anunciado solo una parte del {day} a las {time}.',
      missingStale: '{source} seguía mostrando a las {time} los artículos de un día anterior en lugar del {day}.',
      missingFailed: 'No se pudo contactar con {source} a las {time} para el {day}.',
    },
    discussion: {
      found: 'El debate de este artículo está en {thread}.',
      beingOpened: 'Alguien está abriendo el debate ahora mismo. Inténtalo de nuevo en un momento.',
      noThreads: 'Aquí no hay hilos. Usa «Debatir» en un servidor.',
      locked:
        'El debate de este artículo está en {thread}, que está bloqueado. Pide a la moderación que lo desbloquee.',
      youLack:
        'No puedes abrir un debate en {channel}: allí te {n, plural, one {falta el permiso} many {faltan los permisos} other {faltan los permisos}} {names}. Pide ayuda a alguien que gestione el canal.',
      iLack:
        'No puedo abrir un debate en {channel}: allí me {n, plural, one {falta el permiso {names}. Pide a alguien que gestione el canal que me lo dé.} many {faltan los permisos {names}. Pide a alguien que gestione el canal que me los dé.} other {faltan los permisos {names}. Pide a alguien que gestione el canal que me los dé.}}',
      forumTag:
        'No puedo abrir un debate en {channel}: el foro exige una etiqueta, y ninguna se llama Papers o Digest. Pide a alguien que gestione el foro que añada una.',
      failed: 'No he podido abrir el debate: {reason}. Inténtalo de nuevo en un minuto.',
    },
    errors: {
      reference: '-# Referencia {reference}',
      failed:
        'No ha funcionado, porque algo ha ido mal por mi parte. Inténtalo de nuevo en un minuto; si vuelve a fallar, da esta referencia a la persona que me aloja: `{reference}`.',
      refusedAnswer:
        'No puedo mostrarte la respuesta, porque Discord la rechaza. Quizás lo que pediste se haya hecho de todos modos. Da esta referencia a la persona que me aloja: `{reference}`.',
      failedBusy:
        'No ha funcionado, porque otro programa de mi máquina está usando mi base de datos. Inténtalo de nuevo en un minuto; si vuelve a fallar, da esta referencia a la persona que me aloja: `{reference}`.',
      announcedElsewhere: 'En {channel}: {line}',
      notAnnounced: 'Está hecho, pero no he podido decirlo en {channel}: {reason}.',
      notShared: 'No he podido compartir esto aquí: {reason}. Usa el comando de nuevo en otro canal y compártelo allí.',
      cannotShare:
        'No puedes compartir esto aquí, porque tú no puedes escribir aquí: te {n, plural, one {falta el permiso} many {faltan los permisos} other {faltan los permisos}} {names}. Usa el comando de nuevo en un canal en el que puedas.',
      shownPrivately:
        'No he podido compartir esto aquí: Discord solo te lo muestra a ti, porque te falta el permiso «Usar aplicaciones externas». Usa el comando de nuevo en otro canal y compártelo allí.',
      formTooLate:
        'El formulario no se ha abierto, porque Discord me respondió demasiado despacio. Inténtalo de nuevo.',
      unknownCommand: 'No conozco este comando. Recarga Discord (Ctrl+R) para ver los comandos actuales.',
      unknownComponent: 'Este botón es de una versión anterior de mí y ya no funciona. Usa el comando de nuevo.',
      stale:
        'Esto ya no está: se quitó o se reemplazó, o tiene más de un día. Usa el comando de nuevo para ver el estado actual.',
      badOption:
        'No puedo usar el valor de la opción `{name}`. Puede que Discord aún muestre una forma antigua de este comando: recárgalo (Ctrl+R) e inténtalo de nuevo.',
      notManager:
        'No puedes cambiar los boletines de {channel}: allí necesitas el permiso «Gestionar canales». Pide ayuda a alguien que lo tenga.',
      notOwner: 'Solo quien usó el comando puede usar sus botones. Usa el comando tú.',
      noSuchChannel:
        'No veo ese canal: se eliminó, o me falta allí el permiso «Ver canal». Dámelo, o elige otro canal.',
      invokerCannotWrite:
        'No puedes hacer que se publiquen boletines en {channel}, porque tú no puedes escribir allí: te {n, plural, one {falta el permiso} many {faltan los permisos} other {faltan los permisos}} {names}. Elige un canal en el que puedas.',
      botCannotPost:
        'No puedo publicar en {channel}: allí me {n, plural, one {falta el permiso {names}. Dámelo} many {faltan los permisos {names}. Dámelos} other {faltan los permisos {names}. Dámelos}} en los ajustes del canal, en «Permisos», e inténtalo de nuevo.',
      threadLocked:
        'No puedo publicar en {channel}: el hilo está bloqueado. Desbloquéalo, o dame el permiso «Gestionar hilos», e inténtalo de nuevo.',
      forumTag:
        'No puedo publicar en {channel}: el foro exige una etiqueta, y ninguna se llama Papers o Digest. Añade en los ajustes del foro una etiqueta llamada Papers, que todo el mundo pueda usar, e inténtalo de nuevo.',
      channelType:
        '{channel} no es un canal para boletines. Elige un canal de texto, un canal de anuncios, un foro o un hilo.',
      noSubscription: 'Aquí no hay ninguna suscripción «{typed}». Míralas todas con `/subscriptions`.',
      unreadableTopics:
        '{channel} no tiene boletín, porque {n, plural, one {su único tema no se puede leer} many {ninguno de sus # de temas se puede leer} other {ninguno de sus # temas se puede leer}}. `/subscriptions` muestra por qué, y cambia los temas.',
    },
    feeds: {
      heading:
        '**Feeds de {channel}**\nAñade una dirección a un lector de feeds. Quien la tenga puede leer el feed sin Discord, así que compártela con cuidado.',
      digests: 'Artículos de los boletines',
      page: 'Página {page, number} de {pages, number}',
      renew: 'Renovar direcciones',
      revoke: 'Revocar',
      renewed: 'Los feeds tienen direcciones nuevas. Las antiguas ya no muestran nada.',
      revoked:
        'Los feeds de {channel} están revocados y sus direcciones ya no muestran nada. `/digest feed` crea otras nuevas.',
      off: 'Este bot no ofrece feeds. Pide a quienes lo alojan que definan `HTTP_PORT` y `PUBLIC_URL`.',
      channelTitle: 'Artículos en #{channel}',
      digestsTitle: 'Artículos de mi boletín',
      digestsSubtitle: 'Los artículos de los boletines en Discord, el boletín más reciente primero.',
      topicSubtitle: 'Los artículos que coinciden con este tema, los más recientes primero.',
      project: 'Proyecto',
    },
    followUps: {
      title:
        '{n, plural, one {**Un artículo de un boletín anterior ha cambiado**} many {**Artículos de boletines anteriores han cambiado**} other {**Artículos de boletines anteriores han cambiado**}}',
      postName: 'Artículos que han cambiado, {day}',
      line: '• {paper}: {news}',
      lineLinked: '• {paper} ([en el boletín]({link})): {news}',
      version: 'nueva versión {version}',
      withdrawn: 'retirado',
      code: 'ahora [con código]({link})',
      codeUnlinked: 'ahora con código',
    },
    habits: {
      dates: 'Un tema no tiene fechas, porque cada boletín trae los artículos nuevos de ese día. Quítala.',
      range:
        'Un intervalo con TO no funciona aquí. Un tema no tiene fechas, porque cada boletín trae los artículos nuevos de ese día. Quítala.',
      year: 'Esto pide un año. Un tema no tiene fechas, porque cada boletín trae los artículos nuevos de ese día. Quítala.',
      tag: '{typed} es una etiqueta de PubMed. Escribe {meant} en su lugar.',
      tagOfDates:
        '{typed} es una etiqueta de PubMed. Un tema no tiene fechas, porque cada boletín trae los artículos nuevos de ese día. Quítala.',
      tagElsewhere: '{typed} es una etiqueta de PubMed. Los temas no tienen nada parecido. Quita esta parte.',
      field: '{typed} es un campo de {service}. Escribe {meant} en su lugar.',
      fieldElsewhere: '{typed} es un campo de {service}. Los temas no tienen nada parecido. Quita esta parte.',
      patternBegun:
        '{typed} es una expresión regular, y los temas no las admiten. Escribe {begun}* para todas las palabras que empiezan así.',
      patternUnsure:
        '{typed} es una expresión regular, y los temas no las admiten. Escribe las palabras con OR entre ellas, como en (woman OR women).',
      patternExact:
        '{typed} es una expresión regular, y los temas no las admiten. Escribe ={word} para esta palabra exacta.',
      patternEither: '{typed} es una expresión regular, y los temas no las admiten. Escribe {words}.',
      patternCase:
        '{typed} es una expresión regular, y los temas no las admiten. Escribe {word}, que lo encuentra en mayúsculas y minúsculas.',
      wildcardBegun:
        'El único comodín es un asterisco al final de una palabra, así que {typed} no funciona. Escribe {begun}* para todas las palabras que empiezan así.',
      wildcardUnsure:
        'El único comodín es un asterisco al final de una palabra, así que {typed} no funciona. Escribe las palabras con OR entre ellas, como en (woman OR women).',
      anchor: 'Un ^ no indica un comienzo aquí. Escribe {word} en su lugar.',
      near: '{typed} no funciona aquí. Para palabras cercanas entre sí, escribe {meant}.',
      boost:
        'En otros sitios, {typed} da más peso a un término. Aquí todos cuentan igual, así que escribe solo {word}.',
      numbers: 'Solo los votos tienen un intervalo de números, como en upvotes:10..50. Quita esta parte.',
      plusCategories: 'Un + entre espacios no une categorías. Escribe cat:({left} OR {right}).',
      plus: 'Un + solo no une términos. Escribe {left} {right} para ambos, o {left} OR {right} para uno de ellos.',
      journals:
        'Los temas no tienen en cuenta revistas ni números de informe. Quita esta parte, o escribe una fuente, como en source:crossref.',
      googleFields:
        'Los campos de Google no funcionan aquí. Escribe title:word o title:(two words) para el título, y palabras sueltas para el título o el resumen.',
      site: 'El site: de Google no funciona aquí. Escribe una fuente, como en source:arxiv o source:biorxiv.',
      fileTypes: 'Aquí los artículos no tienen tipos de archivo. Escribe has:pdf o has:code, o quita esta parte.',
      keywords:
        'Los temas no tienen en cuenta palabras clave. Escribe palabras sueltas para encontrarlas en el título o el resumen, o una categoría, como en cat:cs.LG.',
      affiliations: 'Solo conozco las organizaciones como las nombra Hugging Face. Escribe org:, como en org:deepmind.',
      ids: 'Escribe el id de un artículo después de id:, como en id:2406.01234 o id:10.5555/x.',
      addresses:
        'Esto es una dirección. Escribe id: delante si es de un artículo, o ponla entre comillas para buscar el texto.',
      languages: 'Los temas no tienen en cuenta el idioma de un artículo. Quita esta parte.',
    },
    help: {
      title: '**Paperboy trae la investigación del día.**',
      what: 'Un canal se suscribe a temas y recibe un boletín al día con los artículos que coinciden.',
      topics: `**Temas**
\`diffusion models\` ambas palabras, en toda forma
\`"diffusion models"\` la frase
\`cats OR dogs\` una u otra · \`-survey\` sin ella
\`about:"edit a trained model"\` por significado
\`author:"Y. LeCun"\` artículos de una persona
\`cat:cs.LG\` una categoría`,
      moreTopics: 'Más formas: `/papers help about:topics`',
      everyone: '**Para todo el mundo**',
      managers: '**Para ti, que gestionas este canal**',
      moreCommands: 'En detalle: `/papers help about:commands`',
      allTopics: '**Todas las formas de pedir artículos**',
      combining:
        'Puedes combinarlas todas: un espacio significa «y». Escribe un campo de investigación en `/subscribe`, como *exoplanets*, para ver temas ya hechos.',
      sources: 'Los artículos vienen de {sources}.',
      allCommands: '**Todos los comandos**',
      menus: 'En el menú de un mensaje, en *Aplicaciones*: {names}.',
    },
    hints: {
      impossible: '**Ningún artículo puede coincidir nunca**, porque {why}.',
      impossibleWithout: '**Ningún artículo puede coincidir nunca**, porque {why}. Sin {other}: {found} {window}.',
      excludes: '{other} excluye todo lo que encuentra {wanted}',
      notBoth: 'un artículo no puede tener a la vez {wanted} y {other}',
      unknownWord:
        'Ningún artículo guardado tiene {word}, así que esto encuentra {n, number} {window}. Sin esa palabra: {found}.',
      unknownWordNear:
        'Ningún artículo guardado tiene {word}, así que esto encuentra {n, number} {window}. Con {nearest}: {found}.',
      list: 'Artículos que tienen todo esto: {n, number} {window}. Con cualquiera de ello: {found}.',
      sentence:
        'Como palabras, que un artículo debe tener todas, esto encuentra {n, number} {window}. Como una sola frase, por su significado: {found}.',
      openSentence:
        'Solo la primera palabra se lee por su significado, porque la frase no tiene comillas: {n, number} {window}. Todo como una sola frase: {found}.',
      acronym: '{word} encuentra también la palabra {small}: {n, number} {window}. Solo con estas mayúsculas: {found}.',
      narrow: 'Esto encuentra {n, number} {window}, por culpa de {term}. Sin ello: {found}.',
      about: 'unos {n, number}',
      without: 'Sin {term}',
      any: 'Cualquiera de ello',
      byMeaning: 'Por el significado',
      upvotes: '¿Querías decir un número de votos, como en `upvotes:>20`?',
      minus: 'Para excluir una palabra, escribe un menos delante, como en `-survey`.',
      comma:
        '¿Querías decir OR, como en `diffusion OR "flow matching"`? Una coma no significa OR: un artículo debe coincidir con cada término.',
      askLess: 'Comprueba la ortografía, o pide menos a la vez: un artículo debe coincidir con cada término.',
      spelling: 'Comprueba la ortografía.',
      quoted: '«{part}»',
    },
    lists: {
      names: '{one}, {other}',
      facts: '{one}, {other}',
      clauses: '{one}; {other}',
      reasons: '{topics}: {reasons}',
    },
    mail: {
      channelLink: 'de un canal de Discord',
      why: 'Recibes este correo porque {user} pidió el boletín {channel} en esta dirección, y la dirección se confirmó el {day}.',
      whyOwn: 'Recibes este correo porque confirmaste esta dirección para tu boletín personal el {day}.',
      unsubscribe: 'Darse de baja',
      codeSubject: '{code} es tu código para Paperboy',
      codeText:
        'Alguien en Discord quiere enviar a esta dirección los boletines de Paperboy, un bot para nuevos artículos de investigación. Si fuiste tú, ejecuta allí este comando en {minutes, number} minutos: {command}',
      codeIgnore: 'Si no fuiste tú, no hagas nada. No se envía nada más a esta dirección.',
      pageTitle: 'Correos de Paperboy',
      pageAsk: '¿Quieres dejar de recibir los correos de este boletín?',
      pageDone: 'Te has dado de baja. Esta dirección no recibe más correos de este boletín.',
      pageInvalid: 'Este enlace no es válido. Usa el enlace de un correo tal como está, o responde al correo.',
      off: 'Este bot no envía correos. Quien lo aloja puede activarlos.',
      noDigest: '{channel} aún no tiene temas, así que no hay boletín que enviar. `/subscribe` añade uno.',
      badAddress: '«{address}» no es una dirección que pueda usar. Escribe una como `name@example.org`.',
      codeSent:
        'Envié un código a {address}. Ejecuta `/digest email` con `code` en {minutes, number} minutos. Hasta entonces no se envía nada más allí.',
      already: '{address} ya recibe el boletín de {channel}.',
      full: 'El boletín de {channel} ya tiene {most, plural, one {# dirección} many {# de direcciones} other {# direcciones}}. Quita una primero.',
      limited: 'Hoy se pidieron demasiados códigos. Inténtalo de nuevo mañana.',
      refused: 'El servidor de correo no acepta la dirección {address}: {reason}. Compruébala e inténtalo de nuevo.',
      later: 'El código no se pudo enviar ahora. Inténtalo de nuevo en unos minutos.',
      noCode: 'No hay ningún código que introducir para {channel}. Ejecuta primero `/digest email` con `address`.',
      wrongCode:
        'Ese no es el código que envié. {tries, plural, one {Queda # intento} many {Quedan # de intentos} other {Quedan # intentos}}.',
      codeExpired: 'Ese código ya no es válido. Ejecuta `/digest email` con `address` para recibir otro.',
      confirmed:
        '{address} recibe desde ahora los boletines de {channel}. Cada correo tiene un enlace para darse de baja.',
      confirmedOpenly: '{person} añadió una dirección de correo que recibe los boletines de este canal.',
      title: '**Direcciones de correo del boletín de {channel}**',
      none: 'Ninguna dirección recibe el boletín de {channel}. Ejecuta `/digest email` con `address` para añadir una.',
      row: '{address}: {state}',
      fresh: 'el próximo boletín se envía allí',
      sent: 'último envío el {day}',
      underWay: 'el correo del {day} está en camino',
      underWayBecause: 'el correo del {day} se intenta de nuevo: {reason}',
      uncertain: 'el correo del {day} quizá no llegó, y no se envía otra vez: {reason}',
      dropped: 'el correo del {day} no se envió: {reason}',
      blocked: '**no se envía nada allí:** {reason}',
      menu: 'Cambiar una dirección…',
      remove: 'Quitar {address}',
      retry: 'Intentar {address} de nuevo',
      removed: '{address} no recibe más correos.',
      removedOpenly: '{person} quitó una dirección de correo que recibía los boletines de este canal.',
      retried: 'Intento {address} de nuevo.',
      notice:
        'Ya no puedo enviar los boletines de {channel} a una de sus direcciones de correo: {reason}. `/digest email` la muestra, la intenta de nuevo o la quita.',
      statusLine:
        'Correo: {addresses, plural, one {# dirección} many {# de direcciones} other {# direcciones}}, {unsure, plural, =0 {nada incierto} one {# correo quizá no llegó} many {# de correos quizá no llegaron} other {# correos quizá no llegaron}}, {blocked, number} bloqueadas. Véase `/digest email`.',
    },
    marks: {
      more: 'Anotado: los artículos como {papers} vendrán antes en los próximos boletines de aquí.',
      less: 'Anotado: los artículos como {papers} vendrán después en los próximos boletines de aquí.',
      again:
        '-# Ningún artículo queda fuera por eso. Elígelo otra vez para deshacerlo; `/digest settings` muestra lo que he aprendido.',
      takenBack: 'Deshecho: tu marca en {papers}.',
      others: '{count, plural, one {# más} many {# más} other {# más}}',
      notInDigest:
        'Este artículo no estuvo en ningún boletín de este canal, así que no se puede marcar aquí. Marca artículos debajo de los boletines que los tienen.',
    },
    mentions: {
      none: 'Este mensaje no nombra ningún artículo que pueda leer. Conozco los ids de arXiv y los DOI, y las direcciones de arXiv, alphaXiv, Hugging Face, bioRxiv, medRxiv, doi.org y las editoriales. `/papers search` encuentra artículos por sus palabras.',
      noneFound:
        'No he encontrado ninguno de los artículos que nombra este mensaje: {ids}. Comprueba los ids, o busca con `/papers search`.',
      noneReached:
        'Los artículos que nombra este mensaje no están guardados ({ids}), y ahora mismo no puedo preguntar a {sources}. Inténtalo de nuevo en un minuto.',
      unknown: 'No encontrados: {ids}',
      unreached: 'No encontrados, porque ahora mismo no puedo preguntar a {sources}: {ids}',
      skipped: 'No buscados, porque un mensaje tiene {lookUps, number} búsquedas: {ids}',
      tooMany:
        'El mensaje nombra {papers, plural, one {# artículo} many {# de artículos} other {# artículos}}. He tomado los {taken, number} primeros.',
    },
    menus: spanishCommands.menus,
    notices: {
      yourServer: 'tu servidor',
      server: 'el servidor **{name}**',
      gone: 'Se eliminó un canal ({server}), así que los artículos sobre sus temas no tienen sitio.',
      goneNamed:
        'Se eliminó el canal **#{channel}** ({server}), así que los artículos sobre sus temas no tienen sitio.',
      goneNext: 'Usa `/subscriptions` en ese servidor: mueve los temas a otro canal, o los quita.',
      blocked: 'No puedo publicar los artículos en {channel} ({server}): {reason}.',
      blockedNamed: 'No puedo publicar los artículos en {channel} (**#{name}**, {server}): {reason}.',
      unblock: '{next} Descarto un mensaje que espera más de 7 días.',
      noNeed: 'Si el canal ya no necesita artículos, quita sus temas con `/subscriptions`.',
      digest: 'boletín del {day} para {channel}',
      digestOn: 'boletín del {day} para {channel} (servidor **{server}**)',
      dropped:
        'No he podido publicar {n, plural, one {el mensaje} many {los mensajes} other {los mensajes}} {parts} de {all, number} del {digest}: {reason}.',
      leftOut:
        'He dejado {n, plural, one {# artículo} many {# de artículos} other {# artículos}} fuera del {digest}: Discord {n, plural, one {lo} many {los} other {los}} rechaza.',
      uncertain:
        'No sé si {n, plural, one {llegó el mensaje} many {llegaron los mensajes} other {llegaron los mensajes}} {parts} de {all, number} del {digest}: {reason}. No envío dos veces lo que puede haber llegado.',
      noReason: 'Discord no dice por qué',
      seeStatus: 'Mira qué fue del boletín con `/digest status`.',
      lookFor:
        'Busca {n, plural, one {este artículo} many {estos artículos} other {estos artículos}} en el canal, o {n, plural, one {léelo} many {léelos} other {léelos}} aquí: {papers}',
      read: 'Lee {n, plural, one {el artículo que falta} many {los artículos que faltan} other {los artículos que faltan}} aquí: {papers}',
      andMore: '{list} y {n, number} más',
    },
    operators: {
      words: '`diffusion models` ambas palabras, en cualquier forma: model, models, modelling',
      phrase: '`"diffusion models"` la frase · `"graph attention"~5` como mucho 5 palabras en medio',
      logic: '`cats OR dogs` una u otra · `-survey` sin esa palabra · `(a OR b) c` grupos',
      forms:
        '`superconduct*` palabras que empiezan así · `=transformer` exactamente esta forma · `=IT` con estas mayúsculas',
      all: '`all:trial` en el título o el resumen, como `trial` solo',
      title: '`title:attention` en el título',
      abstract: '`abstract:trial` en el resumen',
      comment: '`comment:"accepted at ACL"` en el comentario de los autores',
      about: '`about:"editing the weights of a model"` sobre eso, con cualquier palabra',
      author: '`author:"Y. LeCun"` artículos de una persona',
      cat: '`cat:cs.LG` una categoría · `cat:(cs.AI, cs.CV)` una u otra · `cat:cs.*` un archivo · `cat:biorxiv/genomics` un área',
      primary: '`primary:cs.LG` una categoría, sin listas cruzadas',
      source: '`source:hf` artículos que listó una fuente',
      org: '`org:deepmind` una organización, como la llama Hugging Face',
      id: '`id:2406.01234` un artículo, por su id o DOI',
      has: '`has:code` con código; también pdf y doi',
      is: '`graphs is:new` solo nuevos; también cross, replaced, `graphs is:withdrawn`, notice',
      upvotes: '`upvotes:>=20` con al menos esos votos',
    },
    pause: {
      noSubscription: '{channel} no tiene suscripciones, así que no hay boletín que pausar. Crea una con `/subscribe`.',
      done: 'Hecho: {channel} no recibe boletines hasta el {end}. Sus suscripciones se quedan como están.',
      doneOpen:
        'Hecho: {channel} no recibe boletines hasta que alguien use `/digest resume`. Sus suscripciones se quedan como están.',
      announced: '{person} ha pausado el boletín de este canal hasta el {end}.',
      announcedOpen: '{person} ha pausado el boletín de este canal hasta que alguien use `/digest resume`.',
      unreadable: '«{typed}» no es un día que pueda leer. {hint}',
      far: '«{typed}» queda demasiado lejos ({day}). {hint}',
      today: '«{typed}» es hoy. {hint}',
      past: '«{typed}» ya pasó ({day}). {hint}',
      hint: 'Da un día posterior a hoy y dentro de un año, como `2 weeks`, `next monday`, `1 July` o `2027-01-07`.',
    },
    permissions: {
      administrator: 'Administrador',
      manageChannels: 'Gestionar canales',
      viewChannel: 'Ver canal',
      sendMessages: 'Enviar mensajes',
      embedLinks: 'Insertar enlaces',
      readMessageHistory: 'Leer el historial de mensajes',
      manageThreads: 'Gestionar hilos',
      createPublicThreads: 'Crear hilos públicos',
      sendMessagesInThreads: 'Enviar mensajes en hilos',
    },
    personal: {
      /** Stands where a channel is named. */
      chat: 'nuestro chat',
      about: '-# Se trata de tu boletín personal, que llega como mensaje directo.',
      noSubscriptions: 'No tienes suscripciones. Crea una con `/subscribe`.',
      subscriptions: 'Tienes {n, plural, one {# suscripción} many {# de suscripciones} other {# suscripciones}}.',
      capReached:
        'Tienes {n, number} suscripciones, que es el máximo. Quita una con `/unsubscribe`, o une temas con OR, como en `graphs OR trees`.',
      notHere:
        'No estoy en este servidor, así que aquí solo puedo cambiar tu boletín personal. No des ningún canal, o invítame al servidor.',
      cannotWrite: 'No puedo escribirte: {reason}. {next}',
      closedLater: 'Está hecho, pero no puedo escribirte: {reason}. {next}',
    },
    pings: {
      added:
        'Hecho: {way, select, mention {te menciono en {channel}} other {te escribo}} cuando su boletín tenga un artículo sobre {topic}. Mira todos tus avisos con `/papers pings`.',
      changed:
        'Cambiado: desde ahora {way, select, mention {te menciono en {channel}} other {te escribo}} cuando su boletín tenga un artículo sobre {topic}.',
      full: 'Tienes {most, number} avisos en {channel}, que es el máximo. Quita uno con `/papers pings`, o une temas con OR.',
      elsewhere:
        'Esto funciona en un servidor, en un canal que recibe boletines. Un boletín personal no necesita avisos, porque es todo para ti.',
      noDigest:
        '{channel} no recibe boletines, así que no hay nada de que avisarte. Pide a alguien que gestione el canal que use `/subscribe`.',
      none: 'No tienes avisos. Crea uno con `/papers ping` en un canal que reciba boletines.',
      list: 'Tienes {count, plural, one {un aviso} many {# de avisos} other {# avisos}}.',
      row: '• {topic} en {place}: {way, select, mention {una mención} other {un mensaje directo}}',
      remove: 'Quitar un aviso…',
      removed: 'Quitado: ya no te aviso de {topic}.',
      noticeTitle: 'Un boletín de {channel} tiene artículos sobre tus temas:',
      noticeFoot: 'Lo pediste con `/papers ping`; `/papers pings` lo detiene',
      noticeMore: 'y {n, plural, one {# artículo más} many {# de artículos más} other {# artículos más}}',
    },
    past: {
      postedAt: '**El boletín del {day} para {channel}**, tal como se publicó: {link}. Esta copia solo la ves tú.',
      posted: '**El boletín del {day} para {channel}**, tal como se publicó. Esta copia solo la ves tú.',
      underWay:
        '**El boletín del {day} para {channel}**, tal como se preparó. Su estado: {state}. `/digest status` dice más. Esta copia solo la ves tú.',
      forgotten:
        'El boletín del {day} para {channel} tenía {papers, plural, one {# artículo} many {# de artículos} other {# artículos}}. Sus mensajes ya no están guardados aquí. Para ver sus artículos, usa `/papers cite since:{date} until:{date}` en {channel}.',
      quiet:
        'El {day} no coincidió ningún artículo nuevo para {channel}, así que no hubo boletín. Encuentra artículos de todos los días con `/papers search`.',
      stale:
        'El {day}, {channel} no recibió boletín: no coincidió ningún artículo, y faltaba una parte de los artículos de ese día. Los que llegaron después están en boletines posteriores. `/digest status` muestra lo que faltaba.',
      waiting: 'El boletín del {day} para {channel} aún no está hecho: espera una fuente. `/digest status` dice cuál.',
      notMade:
        'El boletín del {day} para {channel} no se hizo: esperó una fuente hasta que terminó su día. Sus artículos son para el boletín siguiente. `/digest status` muestra los últimos boletines.',
      failed:
        'El boletín del {day} para {channel} no se pudo hacer: {reason}. Sus artículos son para el boletín siguiente. `/digest status` muestra los últimos boletines.',
      before:
        'El {day}, {channel} no recibió boletín: su suscripción más antigua es del {since}. Encuentra artículos de todos los días con `/papers search`.',
      paused:
        'El {day}, {channel} no recibió boletín: está pausado desde el {since}. `/digest resume` termina la pausa.',
      off: 'El {day}, {channel} no recibió boletín. Su horario no tiene ninguno en un día así: {schedule}. Cámbialo con `/digest settings`.',
      unknown:
        'No consta ningún boletín del {day} para {channel}. Quizá estaba pausado, o yo no podía publicar o no estaba. `/digest status` muestra los últimos boletines.',
      future: 'El boletín del {day} aún no está hecho. `/digest preview` sin día muestra lo que se publicaría ahora.',
      unreadable:
        'No puedo leer «{typed}» como un día. Escríbelo como en `2026-06-01`, `yesterday` o `monday`, o elige una sugerencia.',
    },
    posting: {
      posted:
        'Hecho: {papers, plural, one {# artículo publicado} many {# de artículos publicados} other {# artículos publicados}} en {channel}, en {messages, plural, one {# mensaje} many {# de mensajes} other {# mensajes}}.',
      postedRest:
        'Hecho: el resto del boletín está publicado en {channel}, en {messages, plural, one {# mensaje} many {# de mensajes} other {# mensajes}}.',
      alreadyPosted: '{channel} ya tiene su boletín del {day}, y recibe uno al día. Próximo boletín: {next}.',
      queued:
        'El boletín para {channel} aún no está completo. Lo intento de nuevo {when}. No hace falta que uses esto otra vez.',
      queuedBecause:
        'El boletín para {channel} aún no está completo: {reason}. Lo intento de nuevo {when}. No hace falta que uses esto otra vez.',
      incomplete:
        'Mensajes del boletín del {day} que llegaron a {channel}: {arrived, number} de {messages, plural, one {#} many {#} other {#}}. {rest, select, uncertain {El resto puede estar o no estar} other {El resto no se pudo publicar}}{reason}. Mira `/digest status` para saber más.',
      because: ': {reason}',
      blocked: 'No se puede publicar nada en {channel}: {reason}. {next}',
      nothingSubscribed: '{channel} no tiene suscripciones, así que no recibe boletín. Crea una con `/subscribe`.',
      nothingNew:
        'No hay nada nuevo para {channel}: ningún artículo coincide desde su último boletín (o desde su suscripción). Encuentra artículos anteriores con `/papers search`.',
      goesOn:
        'El boletín sigue: {messages, plural, one {# mensaje más} many {# de mensajes más} other {# mensajes más}}.',
      notPaused: 'El boletín de {channel} no está pausado, así que no ha cambiado nada. Mira `/digest status`.',
      resumed:
        'Hecho: {channel} vuelve a recibir su boletín. Próximo boletín: {next}, con lo que coincidió mientras tanto.',
      resumedWithout:
        'Hecho: {channel} vuelve a recibir su boletín. Próximo boletín: {next}, con lo que coincidió en los últimos {days, number} días. {papers, plural, one {# artículo más antiguo que coincidió no se publicará; `/papers search` lo encuentra} many {# de artículos más antiguos que coincidieron no se publicarán; `/papers search` los encuentra} other {# artículos más antiguos que coincidieron no se publicarán; `/papers search` los encuentra}}.',
      resumeAnnounced: '{person} ha reanudado el boletín de este canal. Próximo boletín: {next}.',
    },
    proposal: {
      oneOfThree: 'Da una sola de las opciones `topic`, `file` y `author`: cada una dice de qué tratan los artículos.',
      badAuthor:
        'No puedo leer «{typed}» como el id de un autor. Da un ORCID, como `0000-0002-1825-0097`, un id de OpenAlex, como `A5023888391`, un id de Semantic Scholar, como `1741101`, o la dirección de una página así.',
      fromFile:
        'Propuesto a partir de {n, plural, one {# artículo} many {# de artículos} other {# artículos}} de tu archivo ({format}).',
      fromAuthor:
        'Propuesto a partir de {n, plural, one {# artículo} many {# de artículos} other {# artículos}} de {author}, según {service}.',
      skipped:
        '{n, plural, one {Se omitió # entrada} many {Se omitieron # de entradas} other {Se omitieron # entradas}}: {entries}.',
      skippedEntry: '{entry} ({reason, select, damaged {dañada} long {demasiado larga} other {sin título}})',
      skippedMore: '{n, number} más',
      further: 'Leí las primeras {n, number} entradas y omití las {more, number} siguientes.',
      finds:
        'Encuentra {found, number} de {n, plural, one {tu artículo} many {tus # de artículos} other {tus # artículos}}.',
      findsByTitle:
        'Encuentra {found, number} de {n, plural, one {tu artículo} many {tus # de artículos} other {tus # artículos}}, sobre todo por sus títulos, porque la mayoría llegó sin resumen.',
      missedButton: 'Lo que no encuentra',
      missed:
        '**{topic}** no encuentra {n, plural, one {este artículo tuyo} many {estos # de artículos tuyos} other {estos # artículos tuyos}}:',
      missedMore: '… y {n, number} más',
      missesNothing: '**{topic}** encuentra todos tus artículos.',
      forgotten: 'Ya no tengo tus artículos, porque los guardo una hora como máximo. Ejecuta `/subscribe` otra vez.',
      followAuthor: 'Seguir mejor a {author}',
      nothingInCommon:
        'No encontré palabras que {n, plural, one {tu artículo tenga} many {tus artículos compartan} other {tus artículos compartan}} y que otros no tengan. Da más artículos sobre un mismo asunto, o un tema con tus palabras.',
      fileTooLarge: 'Leo archivos de hasta 1 MB. Exporta menos artículos, o deja fuera adjuntos y notas.',
      fileGone: 'Discord ya no tiene este archivo. Adjúntalo otra vez.',
      fileUnreachable: 'No pude obtener este archivo de Discord. Inténtalo otra vez en un minuto.',
      fileTooHard:
        'No pude leer este archivo dentro de mis límites de tiempo y memoria. Exporta los artículos otra vez, o menos.',
      fileBusy: 'Estoy leyendo otros archivos. Inténtalo otra vez en un minuto.',
      fileEmpty: 'Este archivo está vacío. Exporta los artículos otra vez.',
      fileNoText: 'Este archivo no es un texto. Exporta los artículos como BibTeX, RIS o CSL-JSON.',
      fileUnknown: 'Este archivo no es BibTeX, RIS ni CSL-JSON. Exporta los artículos en uno de estos formatos.',
      fileDamaged: 'Este archivo empieza como CSL-JSON, pero no es JSON válido. Exporta los artículos otra vez.',
      fileNoPapers: 'No encontré ningún artículo con título en este archivo ({format}). {skipped}',
      authorUnknown: '{service} no conoce a este autor. Revisa el id, o da tus artículos en un archivo.',
      authorBusy:
        '{service} tiene demasiadas peticiones ahora. Inténtalo otra vez en unos minutos, o da tus artículos en un archivo.',
      authorClosed:
        '{service} no me responde, porque no tengo una clave válida. Quien me administra puede poner una. Da tus artículos en un archivo.',
      authorUnreachable: 'No se puede llegar a {service} ahora. Inténtalo más tarde, o da tus artículos en un archivo.',
      authorNoPapers: '{service} no tiene artículos de este autor. Da tus artículos en un archivo.',
    },
    quiet: {
      line: '**{date}**: no coincide ningún artículo nuevo. {announced, plural, =0 {No se anunció ninguno.} one {Se anunció #.} many {Se anunciaron #.} other {Se anunciaron #.}}',
      next: 'Próximo boletín: {time}',
    },
    reading: {
      savedOne: 'Guardado: {paper}',
      savedSome:
        '{papers, plural, one {# artículo guardado} many {# de artículos guardados} other {# artículos guardados}}',
      alreadyOne: 'Ya está en tu lista de lectura: {paper}',
      alreadySome:
        'Ya en tu lista de lectura: {papers, plural, one {# artículo} many {# de artículos} other {# artículos}}',
      andMore: 'y {papers, number} más',
      total:
        'Tu lista de lectura tiene {papers, plural, one {# artículo} many {# de artículos} other {# artículos}}. `/papers saved` la muestra y la exporta.',
      full: 'No se ha guardado nada: tu lista de lectura tiene {papers, plural, one {# artículo} many {# de artículos} other {# artículos}} y admite {limit, number}, así que {more, plural, one {# más no cabe} many {# más no caben} other {# más no caben}}. Quita algunos con `/papers saved`, que también exporta la lista.',
      undo: 'Deshacer',
      undone:
        'Deshecho: {papers, plural, one {# artículo quitado} many {# de artículos quitados} other {# artículos quitados}} de tu lista de lectura.',
      remove: 'Quitar',
      dropped: 'Quitado: el artículo ya no está en tu lista de lectura.',
      list: 'Tu lista de lectura: {papers, plural, one {# artículo} many {# de artículos, los últimos guardados primero} other {# artículos, los últimos guardados primero}}.',
      page: 'Página {page, number} de {pages, number}',
      exported:
        'Tu lista de lectura en {format}: {papers, plural, one {# artículo} many {# de artículos} other {# artículos}}, en el archivo.',
      empty:
        'Tu lista de lectura está vacía. Elige «Guardar» en el menú debajo de un boletín o un artículo, o «Guardar artículos» entre las aplicaciones de un mensaje.',
      savedWhen: 'guardado {when}',
      note: 'Nota: {note}',
      chooseRemove: 'Quitar un artículo…',
      chooseNote: 'Escribir una nota…',
      previous: 'Anterior',
      next: 'Siguiente',
      removed: 'Quitado: {paper}',
      restored: 'De vuelta en tu lista de lectura: {paper}',
      noted: 'Anotado: {paper}',
      unnoted: 'La nota se ha borrado: {paper}',
      noteTitle: 'Nota',
      noteLabel: '¿Qué quieres recordar?',
      noteHint: 'Solo la ves tú. Una nota vacía la borra.',
    },
    reasons: {
      found: '«{words}» en el {field, select, title {título} abstract {resumen} other {comentario}}',
      missing:
        'sin «{words}» en {field, select, any {el título o el resumen} title {el título} abstract {el resumen} other {el comentario}}',
      noComment: 'sin «{words}», porque no hay comentario',
      about: 'trata de {topic}',
      aboutBecause: 'trata de {topic}: {words}',
      word: '«{word}»',
      notAbout: 'no trata de {topic} (su puntuación es {score}, y el umbral {line})',
      scores: 'su puntuación es {score}, y el umbral {line}',
      announced: 'anunciado como {how, select, cross {lista cruzada} replaced {reemplazo} other {nuevo}}',
      notAnnounced: 'no anunciado como {how, select, cross {lista cruzada} replaced {reemplazo} other {nuevo}}',
      notYet: 'aún no anunciado',
      status: '{status, select, notice {un aviso} other {retirado}}',
      notStatus: '{status, select, notice {no es un aviso} other {no está retirado}}',
      onlyAsked: '{status, select, notice {un aviso} other {retirado}}, lo que solo pide {term}',
      by: 'de {author}',
      notBy: 'ningún autor «{author}»',
      inCategory: 'en {category}',
      notInCategory: 'no en {category}',
      primary: 'categoría principal {category}',
      otherPrimary: 'categoría principal {category}, no {asked}',
      with: 'con {part, select, pdf {un PDF} doi {un DOI} other {código}}',
      without: 'sin {part, select, pdf {PDF} doi {DOI} other {código}}',
      paper: 'el artículo {id}',
      otherPaper: 'no es el artículo {id}',
      from: 'de {organization}',
      notFrom: 'de {organization}, no «{asked}»',
      unknownOrganization: 'su organización es desconocida, así que no «{asked}»',
      listed: 'listado por {source}',
      notListed: 'no listado por {source}',
      upvotes: '{n, plural, one {# voto} many {# de votos} other {# votos}}',
      tooFewUpvotes: '{n, plural, one {# voto} many {# de votos} other {# votos}}, menos de {bound, number}',
      tooManyUpvotes: '{n, plural, one {# voto} many {# de votos} other {# votos}}, más de {bound, number}',
      upvotesUnknown: 'votos no contados',
      excluded: 'excluido por {term}',
      excludedBecause: 'excluido por {term}: {why}',
      moreFail:
        '{n, plural, one {# alternativa más falla} many {# de alternativas más fallan} other {# alternativas más fallan}}',
    },
    reviews: {
      title: '**Lo mejor de la semana, una vez más**',
      about: 'Artículos de los boletines del {first} al {last}, según lo que han recibido desde entonces.',
      postName: 'Lo mejor de la semana, {day}',
      upvotes: '▲ {n, plural, one {# voto} many {# de votos} other {# votos}}',
      upvotesGained: '▲ {n, plural, one {# voto} many {# de votos} other {# votos}} (+{gained, number} desde entonces)',
      marks: '{n, number} × {mark}',
      nextAt: 'Próximo resumen de la semana: {at}, {relative}',
      nextDue: 'Próximo resumen de la semana: después del boletín pendiente',
    },
    search: {
      previous: 'Anterior',
      next: 'Siguiente',
      share: 'Compartir',
      shared: '-# Has compartido esta página en el canal.',
      sharedBy: '{person} ha compartido una búsqueda de **{topic}**:',
      alsoAbout: 'También sobre esto',
      nearestOne: 'El artículo de significado más cercano a **{topic}**{place}.',
      nearest:
        '{n, plural, one {El artículo de significado más cercano} many {Los # de artículos de significado más cercano} other {Los # artículos de significado más cercano}} a **{topic}**{place}.',
      found: '{n, plural, one {# artículo} many {# de artículos} other {# artículos}} sobre **{topic}**{place}.',
      foundAtLeast:
        'Al menos {n, plural, one {# artículo} many {# de artículos} other {# artículos}} sobre **{topic}**{place}.',
      wordsNone:
        'Ningún artículo tiene todas las palabras de **{topic}**. {others, plural, one {Este tiene} many {Estos tienen} other {Estos tienen}} algunas{place}.',
      wordsSome:
        '{all, plural, one {# artículo tiene} many {# de artículos tienen} other {# artículos tienen}} todas las palabras de **{topic}**. {others, plural, one {El otro tiene} many {Los otros tienen} other {Los otros tienen}} algunas{place}.',
      order: ', los {order, select, newest {más recientes} nearest {más cercanos} other {mejores}} primero',
      range: ': del {from, number} al {to, number}{order}',
      asWords: '-# He leído esto como simples palabras. {reason}',
      withoutSigns:
        '-# Solo se compara el significado de las palabras: los campos, las exclusiones y otros signos no tienen efecto. Omite `sort` para usarlos.',
      examined:
        '-# Demasiados artículos podrían coincidir, así que solo se han mirado los {n, number} {order, select, newest {más recientes} nearest {más cercanos} other {mejores}}. Añade una palabra para llegar a otros.',
      listed:
        '-# Se listan los {n, number} {order, select, newest {más recientes} nearest {más cercanos} other {mejores}}. Añade una palabra para llegar a otros.',
      small: '-# {text}',
      noMore: 'No hay más artículos. Usa `/papers search` de nuevo.',
      since: '-# Solo artículos desde {since}.',
      noneSince:
        'No encontré ningún artículo sobre **{topic}** desde {since}. Omite `since` para buscar en todos los artículos guardados.',
      noneNear:
        'Ningún artículo guardado se acerca en significado a **{topic}**. Omite `sort` para buscar las palabras.',
      noneIndexed: 'Ningún artículo indexado hasta ahora coincide con **{topic}**. {indexing}',
      noneExamined:
        'De los {n, number} artículos {order, select, newest {más recientes} nearest {más cercanos} other {mejores}} que podrían coincidir con **{topic}**, no coincide ninguno. Añade una palabra para llegar a otros.',
      none: 'Ningún artículo guardado coincide con **{topic}**. `/papers help` explica el lenguaje de los temas.',
      noneAdvice:
        'Ningún artículo guardado coincide con **{topic}**. {advice} `/papers help` explica el lenguaje de los temas.',
      meaningOff:
        'Aquí no puedo ordenar por significado, porque la persona que aloja este bot lo desactivó (MEANING=off). Omite `sort`.',
      meaningDamaged:
        'Aquí no puedo ordenar por significado, porque la tabla de vectores de palabras del bot está dañada. Omite `sort`.',
      noneSimilar: 'No tengo ningún artículo que se parezca a {paper}.',
      similar: 'Artículos parecidos a {paper}, los más similares primero:',
      badId:
        '«{typed}» no es un id de arXiv, un DOI ni una dirección que conozca. Escríbelo como en `2406.01234`, o busca con `/papers search`.',
      unknown: 'No conozco el artículo `{id}`. Comprueba el id, o busca con `/papers search`.',
      unknownAnywhere:
        'No conozco el artículo `{id}`, y tampoco {n, plural, one {lo conoce} many {lo conocen} other {lo conocen}} {sources}. Comprueba el id, o busca con `/papers search`.',
      unreachable:
        'No tengo este artículo, y ahora mismo no puedo preguntar a {failed}. Inténtalo de nuevo en un minuto.',
      unreachableElse:
        'No tengo este artículo, {sources} tampoco, y ahora mismo no puedo preguntar a {failed}. Inténtalo de nuevo en un minuto.',
    },
    settings: {
      head: '**Ajustes del boletín de {channel}**',
      headChanged: '**Ajustes del boletín de {channel}** (cambiados ahora mismo)',
      line: '{label}: {value}',
      change: '{label}: {before} → **{after}**',
      subscriptions: 'Suscripciones: {count, number}',
      noDigest: 'Próximo boletín: ninguno, porque no hay suscripciones. Crea una con `/subscribe`.',
      lastDigest: 'Último boletín: {time}',
      unchanged: 'No ha cambiado nada.',

      when: 'Cuándo',
      max: 'Como mucho',
      maxValue: '{count, plural, one {# artículo} many {# de artículos} other {# artículos}} por boletín',
      grace: 'Espera a una fuente con retraso',
      graceValue: '{count, plural, =0 {nada} one {hasta # minuto} many {hasta # de minutos} other {hasta # minutos}}',
      layout: 'Aspecto',
      layoutQuestion: '¿Qué aspecto deben tener los artículos de un boletín?',
      ranking: 'Orden',
      rankingQuestion: '¿Qué artículos deben venir primero, y quedarse si hay demasiados?',

      sources: 'Fuentes',
      sourcesAll: 'todas',
      sourcesQuestion:
        '¿De quién debe tomar artículos un boletín? Si eliges todas, también toma los de las fuentes que se añadan más tarde.',
      upvotes: 'Votos',
      upvotesValue: '{count, plural, =0 {da igual} one {# voto o más} many {# de votos o más} other {# votos o más}}',
      upvotesQuestion:
        '¿Cuántos votos debe tener un artículo cuando se hace el boletín? Solo tienen votos los artículos que lista Hugging Face.',

      nothingPasses:
        'No hay nada nuevo para {channel}: ningún artículo desde su último boletín (o desde su suscripción) coincide y pasa sus ajustes de fuentes y votos. Míralos con `/digest settings`, o encuentra artículos anteriores con `/papers search`.',

      mention: 'Mención',
      mentionNobody: 'nadie',
      mentionGone: 'nadie, porque el rol se eliminó',
      mentionRefused: 'nadie, porque Discord no me deja mencionar a {role}',
      mentionQuestion:
        '¿A quién debe mencionar cada boletín? Todas las personas que tienen el rol reciben una notificación.',
      mentionMenu: 'Elige un rol',
      mentionClear: 'No mencionar a nadie',
      mentionWarning:
        'Cada boletín notificará a todas las personas que tienen el rol {role}. Los días sin artículos y las vistas previas, no.',
      refusedEveryone: 'Un boletín nunca menciona a todo el mundo. Elige un rol que cada persona pueda tomar o dejar.',
      refusedGone: 'Este rol se eliminó. Elige otro.',
      refusedBot: '{role} pertenece a un bot, así que no se mencionaría a nadie. Elige un rol que tengan personas.',
      mentionEverybody: 'Mencionar {everyone}, {here} y todos los roles',
      refusedToBot:
        'No puedo mencionar a {role}. En los ajustes del servidor, en «Roles», permite que cualquiera lo mencione, o dame el permiso {permission} en este canal. Después elígelo de nuevo.',
      refusedToPerson:
        'No puedes mencionar a {role}, así que yo tampoco lo hago por ti. Alguien puede permitir que cualquiera lo mencione, en los ajustes del servidor, en «Roles». Después elígelo de nuevo.',

      seen: 'Artículos que te mostró un servidor',
      seenOmitted: 'se omiten',
      seenRepeated: 'vuelven a venir',
      seenQuestion:
        '¿Debe tu boletín omitir los artículos que recibiste en un boletín al que suscribiste un servidor, o que guardaste?',
      seenChoiceOmit: 'Omitirlos',
      seenChoiceRepeat: 'Traerlos otra vez',

      learnedBoth:
        'Aprendido para {topic}: más {more}, menos {less}; de {marks, plural, one {# marca} many {# de marcas} other {# marcas}}',
      learnedMore:
        'Aprendido para {topic}: más {more}; de {marks, plural, one {# marca} many {# de marcas} other {# marcas}}',
      learnedLess:
        'Aprendido para {topic}: menos {less}; de {marks, plural, one {# marca} many {# de marcas} other {# marcas}}',
      learnedNothing:
        'Aprendido: nada para los temas actuales; de {marks, plural, one {# marca} many {# de marcas} other {# marcas}}',
      learnedOthers:
        '-# {count, plural, one {# tema más tiene marcas.} many {# de temas más tienen marcas.} other {# temas más tienen marcas.}}',
      forget: 'Olvidar lo aprendido',
      forgetQuestion:
        '**¿Olvidar lo que aprendí de {marks, plural, one {# marca} many {# de marcas} other {# marcas}} en {channel}?**',
      forgetHint: '-# Los próximos boletines se ordenan sin estas marcas. No se puede deshacer.',
      forgetNow: 'Olvidar',
      forgotten:
        '{marks, plural, =0 {No había nada que olvidar.} one {Hecho: # marca borrada.} many {Hecho: # de marcas borradas.} other {Hecho: # marcas borradas.}}',
      forgottenAnnounced:
        '{person} ha borrado lo que aprendí de {marks, plural, one {# marca} many {# de marcas} other {# marcas}} en este canal.',

      quiet: 'Días sin artículos',
      quietOn: 'una línea corta',
      quietOff: 'silencio',
      quietQuestion: '¿Qué debe llegar un día en que no coincide ningún artículo nuevo?',
      quietChoiceOn: 'Una línea corta',
      quietChoiceOff: 'Nada',
      followUps: 'Cambios de artículos publicados',
      followUpsOn: 'una respuesta, una vez',
      followUpsOff: 'no se avisa',
      followUpsQuestion:
        '¿Qué debe llegar cuando un artículo publicado tiene una nueva versión o código, se acepta o se retira?',
      followUpsChoiceOn: 'Una respuesta a su mensaje, una vez',
      followUpsChoiceOff: 'Nada',
      weekly: 'Resumen de la semana',
      weeklyQuestion:
        '¿Qué día deben volver los mejores artículos de los últimos siete días, en una lista? Cuentan los votos, el código, las aceptaciones y las marcas desde el boletín.',
      publish: 'Servidores que siguen este canal',
      publishOn: 'reciben los boletines',
      publishOff: 'no reciben nada',
      publishQuestion: '¿Deben los servidores que siguen este canal recibir sus boletines?',
      publishChoiceOn: 'Sí, difundirlos',
      publishChoiceOff: 'No, dejarlos aquí',
      language: 'Idioma',
      languageQuestion: '¿En qué idioma deben llegar los boletines? Los títulos y los resúmenes se quedan como están.',

      menu: 'Cambiar un ajuste…',
      menuNext: 'Cambiar otro ajuste…',
      menuForm: 'Hora, zona, días, máximo, espera',
      place: '**Boletín de {channel}**',
      present: 'Ahora: {value}',
      back: 'Volver',
      confirm: '**¿Cambiar el boletín de {channel}?**',
      unsaved: '-# No cambia nada hasta que guardes.',
      save: 'Guardar',
      cancel: 'Cancelar',
      cancelled: 'Cancelado. No ha cambiado nada.',
      changedMeanwhile: 'Alguien ha cambiado esto mientras tanto, así que no lo he guardado. Mira el cambio otra vez.',
      announced: '{person} ha cambiado el boletín de este canal.',

      form: 'Cuándo llega el boletín',
      formTime: 'Hora',
      formTimeHint: 'Como 09:00 o 9am',
      formZone: 'Zona horaria',
      formZoneHint: 'Una ciudad, una región o un país, como Berlin',
      formDays: 'Días',
      formDaysHint: 'En inglés, como: every day, weekdays, Mon Wed Fri',
      formMax: 'Máximo de artículos en un boletín',
      formMaxHint: 'Se muestran los mejores. De 1 a 30',
      formGrace: 'Minutos que espera a una fuente',
      formGraceHint: 'De 0 (nada) a 720',
      badTime: '«{typed}» no es una hora que pueda leer. Escríbela como en `09:00` o `9am`.',
      badDays: '«{typed}» no son días que pueda leer. Escríbelos como en `every day`, `weekdays` o `Mon, Wed, Fri`.',
      threadRefused:
        'Los boletines no pueden abrir un hilo en {channel}: me falta **{names}** allí. {n, plural, one {Dámelo} many {Dámelos} other {Dámelos}} en los ajustes del canal, en Permisos, y elige el formato otra vez.',
      threadInForum:
        'En {channel}, que es un foro, cada boletín ya es una publicación aparte. Elige el formato Tarjetas.',
      threadNowhere:
        'Los boletines solo pueden abrir hilos en canales de texto y de anuncios. Elige el formato Tarjetas u otro canal.',
      badNumber: '«{typed}» no es un número que pueda usar aquí. Da uno de {min, number} a {max, number}.',
      zoneSeveral: '«{typed}» está en más de una zona horaria. No ha cambiado nada. {next}',
      zoneClock:
        '«{typed}» nombra una hora y no un lugar, así que no dice cuándo cambian los relojes. No ha cambiado nada. {next}',
      zoneUnknown: 'No conozco la zona horaria «{typed}». No ha cambiado nada. {next}',
      zoneExample: 'Da una ciudad o una región, como en `Berlin` o `Europe/Berlin`.',
      zoneMeant: '¿Querías decir {zones}?',
    },
    setup: {
      greeting: '**¡Hola! Traigo los artículos de investigación del día.**',
      greetingNext:
        'Elige un canal y temas, y llega un boletín una vez al día. Pueden configurarme los miembros que gestionan canales; solo ellos ven los pasos.',
      start: 'Configurar',
      channel: '**Configuración, paso 1 de 4.** ¿Qué canal recibe los artículos?',
      chooseChannel: 'Elige un canal…',
      topics:
        '**Configuración, paso 2 de 4.** ¿De qué tratan los artículos para {channel}? Elige un campo de investigación para ver temas ya hechos, o usa tus propias palabras.',
      chooseField: 'Elige un campo de investigación…',
      chooseTopics: 'Temas de {field}…',
      chosen: 'Elegidos: {topics}',
      ownWords: 'Con mis propias palabras',
      next: 'Siguiente: la hora',
      clear: 'Elegir otros',
      cancel: 'Cancelar',
      tooMany: 'Una configuración admite como mucho {n, number} temas. Puedes añadir más después con `/subscribe`.',
      noneChosen: 'Aún no has elegido ningún tema. Elige un campo de investigación, o usa tus propias palabras.',
      time: '**Configuración, paso 3 de 4.** El boletín para {channel} llega a las **{time} {zone}**. ¿Te parece bien?',
      setTime: 'Cambiar hora y zona',
      preview: 'Sí, mostrar una vista previa',
      formTitle: 'Cuándo llega el boletín',
      would:
        '**Configuración, paso 4 de 4. Aún no hay suscripción.** {channel} recibiría un boletín a las **{time} {zone}**, con artículos sobre:',
      rate: '• {topic}: {rate}',
      noForecast: '• {topic}: sin previsión, porque aún no hay artículos guardados',
      noMatch: '• {topic}: no coincide ningún artículo en los últimos días',
      recent: 'Artículos recientes que coinciden',
      subscribe: 'Suscribir',
      changeTopics: 'Cambiar los temas',
      cancelled: 'Cancelado. No ha cambiado nada. El botón **Configurar** empieza de nuevo.',
      expired:
        'Esta configuración tiene más de un día, así que sus botones ya no funcionan. Pulsa **Configurar** otra vez, o usa `/subscribe`.',
      done: 'Hecho: {channel} recibe artículos sobre {topics}.',
      capReached:
        'No he añadido más temas, porque este servidor tiene {n, number} suscripciones, que es el máximo. Quita una con `/unsubscribe`.',
      doneNext: '{next}. Cámbialo con `/digest settings`, y los temas con `/subscriptions`.',
      announced: '{person} ha configurado este canal: recibe artículos sobre {topics}.',
      computerScience: 'Informática',
      statistics: 'Estadística',
      mathematics: 'Matemáticas',
      physics: 'Física',
      quantum: 'Física cuántica',
      astrophysics: 'Astrofísica',
      condensed: 'Materia condensada',
      biology: 'Biología',
      engineering: 'Ingeniería',
      economics: 'Economía y finanzas',
    },
    slack: {
      greeting: 'A partir de ahora, los boletines de {channel} en Discord se publican también aquí.',
      greetingOwn: 'A partir de ahora, tus boletines de Paperboy se publican también aquí.',
      badAddress:
        'Esa no es la dirección de un webhook entrante de Slack. Se parece a {example}. Slack te da una en la página «Incoming Webhooks» de una aplicación.',
      noDigest: '{channel} no tiene temas todavía, así que no hay boletín que enviar. `/subscribe` añade uno.',
      already: 'Ese webhook ya recibe el boletín de {channel}.',
      full: 'El boletín de {channel} ya va a {most, plural, one {# webhook} many {# webhooks} other {# webhooks}}. Quita uno primero.',
      refused: 'Slack no acepta nada para ese webhook: {reason}.',
      later:
        'No pude publicar un primer mensaje, así que nada ha cambiado: {reason}. Inténtalo de nuevo en unos minutos.',
      added: '{webhook} recibe desde ahora los boletines de {channel}. He publicado allí un primer mensaje.',
      addedOpenly: '{person} añadió un webhook de Slack, que recibe los boletines de este canal.',
      title: '**Webhooks de Slack del boletín de {channel}**',
      none: 'El boletín de {channel} no va a ningún Slack. Usa `/digest slack` con `webhook` para añadir uno.',
      row: '{webhook}: {state}',
      fresh: 'el próximo boletín va allí',
      sent: 'enviado por última vez el {day}',
      underWay: 'el boletín del {day} está en camino',
      underWayBecause: 'el boletín del {day} se intenta de nuevo: {reason}',
      uncertain: 'el boletín del {day} quizá no llegó, y no se envía otra vez: {reason}',
      dropped: 'el boletín del {day} no se envió: {reason}',
      blocked: '**no se envía nada allí:** {reason}',
      menu: 'Cambiar un webhook …',
      remove: 'Quitar {webhook}',
      retry: 'Intentar {webhook} de nuevo',
      removed: '{webhook} ya no recibe boletines.',
      removedOpenly: '{person} quitó un webhook de Slack, que recibía los boletines de este canal.',
      retried: 'Intento {webhook} de nuevo.',
      notice:
        'Ya no puedo enviar los boletines de {channel} a uno de sus webhooks de Slack: {reason}. `/digest slack` lo muestra, lo intenta de nuevo o lo quita.',
      statusLine:
        'Slack: {webhooks, plural, one {# webhook} many {# webhooks} other {# webhooks}}, {unsure, plural, =0 {nada dudoso} one {# boletín quizá no llegó} many {# boletines quizá no llegaron} other {# boletines quizá no llegaron}}, bloqueados: {blocked, number}. Mira `/digest slack`.',
    },
    stats: {
      shown:
        '**{name}**: {papers, plural, one {# artículo} many {# de artículos} other {# artículos}} en {days, plural, one {el último día} many {los últimos # de días} other {los últimos # días}}, {rate}.',
      most: 'La mayoría están en {categories}.',
      perDay: '{papers} al día',
      perWeek: '{papers} a la semana',
      rare: 'menos de 1 a la semana',
      rareShort: '< 1 a la semana',
      newestOnly:
        'Solo {days, plural, one {se cuenta el último día} many {se cuentan los últimos # de días} other {se cuentan los últimos # días}}, porque los artículos de un tema así se leen uno a uno.',
      allPapers: 'Todos los artículos',
      channelTopics: 'Temas de este canal',
      moreTopics:
        'Este canal tiene {topics, plural, one {# tema más, contado y no dibujado} many {# de temas más, contados y no dibujados} other {# temas más, contados y no dibujados}}.',
      subtitle:
        '{papers, plural, one {# artículo} many {# de artículos} other {# artículos}} en {days, plural, one {# día} many {# de días} other {# días}}',
      papersADay: 'Artículos al día',
      upvotesADay: 'Votos al día en Hugging Face',
      upvotes: '{upvotes, plural, one {# voto} many {# de votos} other {# votos}}',
      categories: 'Categorías principales',
      authors: 'Autores',
      altDays: 'Barras: artículos al día del {first} al {last}, {rate}: {values}.',
      altTopics: 'Barras: artículos al día del {first} al {last}, para cada tema: {values}.',
      altUpvotes: 'Curva: votos al día en Hugging Face, {upvotes, number} en total: {values}.',
      altRanks: '{title}: {values}.',
      nothing:
        'No se anunció ningún artículo sobre **{topic}** en {days, plural, one {el último día} many {los últimos # de días} other {los últimos # días}}. Prueba un periodo más largo, o `/papers search`.',
      nothingHere:
        'No se anunció ningún artículo sobre los temas de este canal en {days, plural, one {el último día} many {los últimos # de días} other {los últimos # días}}. Prueba un periodo más largo.',
      empty:
        'Aún no tengo artículos de {days, plural, one {el último día} many {los últimos # de días} other {los últimos # días}}. Inténtalo de nuevo en unos minutos, o elige un periodo más largo.',
      noPicture: 'Falta la imagen, porque no se pudo dibujar. Inténtalo de nuevo en un minuto.',
      trending: 'Tendencias en Hugging Face',
      trendingToday: 'Votos ganados en las últimas 24 horas',
      trendingWeek: 'Votos ganados en los últimos 7 días',
      trendingMonth: 'Votos ganados en los últimos 30 días',
      gained: '+{gained, number} de {upvotes, plural, one {# voto} many {# de votos} other {# votos}}',
      altTrending: '{title}: {values}.',
    },
    status: {
      title: '**Estado del boletín de {channel}**',
      nothingSubscribed: 'Aquí no hay suscripciones, así que no llega ningún boletín. Crea una con `/subscribe`.',
      waiting: 'Espero a {sources}: el boletín del {day} sale a las {until}, con los artículos que tenga entonces.',
      unreadable:
        '**{n, plural, one {# tema no se puede leer} many {# de temas no se pueden leer} other {# temas no se pueden leer}}**, así que faltan sus artículos. Mira `/subscriptions`.',
      damagedMeaning:
        'Los temas por significado, como en `about:"…"`, no funcionan: la tabla de vectores de palabras del bot está dañada. Díselo a la persona que aloja el bot; su registro dice más.',
      permitted: 'Permisos: aquí tengo todos los que necesito.',
      lacking:
        'Permisos: aquí me {n, plural, one {falta} many {faltan} other {faltan}} **{names}**. {n, plural, one {Dámelo} many {Dámelos} other {Dámelos}} en los ajustes del canal, en «Permisos».',
      whyHistory: '-# Tras una interrupción leo el historial, para ver si llegó un mensaje.',
      lastDigests: '**Últimos boletines**',
      sources: '**Fuentes**',
      run: '• {day}: **{state}**',
      runUnsure: '• {day}: **{state}, {n, number} de {all, number} sin confirmar**',
      delivered: 'entregado',
      onItsWay: 'en camino',
      heldBack: 'retenido',
      unsure: 'sin confirmar',
      withdrawn: 'retirado',
      notMade: 'no hecho',
      waitingRun: 'en espera',
      quiet: 'sin artículos',
      failed: 'fallido',
      shown:
        '{shown, number} de {matched, plural, one {# artículo que coincide} many {# de artículos que coinciden} other {# artículos que coinciden}}',
      nothingNew: 'nada nuevo desde la suscripción',
      announced: 'anunciados: {n, number}',
      without: 'sin {sources}',
      nextHasThem: 'sus artículos vienen con el próximo boletín',
      leftOut:
        '{n, plural, one {# artículo fuera, porque Discord lo rechaza} many {# de artículos fuera, porque Discord los rechaza} other {# artículos fuera, porque Discord los rechaza}}',
      dropped: '{n, number} de {all, plural, one {# mensaje} many {# de mensajes} other {# mensajes}} sin enviar',
      droppedBecause:
        '{n, number} de {all, plural, one {# mensaje} many {# de mensajes} other {# mensajes}} sin enviar: {reason}',
      maybeMissing:
        '{n, number} de {all, plural, one {# mensaje} many {# de mensajes} other {# mensajes}} quizá no llegó (mira en el canal; no envío dos veces lo que puede haber llegado)',
      maybeMissingBecause:
        '{n, number} de {all, plural, one {# mensaje} many {# de mensajes} other {# mensajes}} quizá no llegó (mira en el canal; no envío dos veces lo que puede haber llegado): {reason}',
      publishing:
        '{n, number} de {all, plural, one {# mensaje} many {# mensajes} other {# mensajes}} aún sin publicar para los servidores que siguen este canal (Discord lo limita; próximo intento {when})',
      unpublished:
        '{n, number} de {all, plural, one {# mensaje} many {# mensajes} other {# mensajes}} sin publicar para los servidores que siguen este canal: {reason}',
      notAsked: '• {source}: **en espera**, aún sin consultar',
      source: '• {source}: **{state}** {day}',
      sourceKind:
        '• {source}: **{state}** {day} ({kind, select, weekend {fin de semana} holiday {festivo} other {con retraso}})',
      stale: 'sin actualizar',
      partial: 'incompleto',
      announcedNothing: 'nada anunciado',
      papers: '{n, plural, one {# artículo} many {# de artículos} other {# artículos}} (nuevos: {fresh, number})',
      asked: 'consultado {when}',
      again: 'de nuevo {when}',
    },
    subscribe: {
      preview: '**Vista previa. Aún no hay suscripción.**',
      would: '{channel} recibiría artículos sobre **{topic}**.',
      wouldInstead: '{channel} recibiría artículos sobre **{topic}** en lugar de **{replaced}**.',
      recent: 'Artículos recientes que coinciden',
      subscribe: 'Suscribir',
      change: 'Cambiar',
      edit: 'Editar',
      cancel: 'Cancelar',
      cancelled: 'Cancelado. No ha cambiado nada.',
      noForecast: 'Previsión: aún ninguna, porque no hay artículos guardados.',
      forecastSoFar:
        'Previsión: {n, plural, one {# artículo} many {# de artículos} other {# artículos}} hasta ahora, porque aún no están indexados todos los artículos guardados.',
      forecastOneDay:
        'El último día con artículos trajo {n, plural, =0 {ninguno que coincida} one {# que coincide} many {# que coinciden} other {# que coinciden}}.',
      forecastNone:
        '{window, select, days {Últimos {days, number} días} other {Últimos {days, number} días con artículos}}: no coincide ningún artículo.',
      forecast:
        '{window, select, days {Últimos {days, number} días} other {Últimos {days, number} días con artículos}}: {rate} ({n, plural, one {# artículo} many {# de artículos} other {# artículos}}).',
      line: 'Los artículos coinciden por significado por encima de un umbral: una puntuación de {score}, el número después del ~.',
      lineUsual:
        'Los artículos coinciden por significado por encima de un umbral: una puntuación de {score}, el número después del ~. Este conviene a la mayoría de los temas.',
      lineMoves:
        'Los artículos coinciden por significado por encima de un umbral: una puntuación de {score}, el número después del ~. {which, select, fewer {**Menos** mueve} more {**Más** mueve} other {**Menos** y **Más** mueven}} el umbral.',
      fewer: 'Menos: {volume}',
      more: 'Más: {volume}',
      below: 'Justo debajo del umbral, quedan fuera',
      onLastDay: 'en el último día con artículos',
      inLastDays: 'en los últimos {days, number} días',
      inLastDaysWithPapers: 'en los últimos {days, number} días con artículos',
      youCan: 'Puedes suscribirlo de todos modos.',
      crowded:
        'Es mucho; un boletín muestra los {papers, number} mejores. Acótalo con otra palabra, una "frase", `title:` o una categoría como `cat:cs.LG`.',
      next: 'Próximo boletín: {next} ({schedule})',
      nextNew: 'Próximo boletín: {next} ({schedule}), con artículos anunciados a partir de ahora',
      previewNext: '{next}.',
      alreadyThere:
        '{channel} ya recibe artículos sobre **{topic}**, así que no ha cambiado nada. Cambia el tema, o déjalo como está.',
      changedMeanwhile:
        'Alguien ha cambiado mientras tanto este tema de {channel} a **{topic}**, así que no he cambiado nada. Cámbialo de nuevo, o déjalo como está.',
      changeTopic: 'Cambiar el tema',
      capReached:
        'Este servidor tiene {n, number} suscripciones, que es el máximo. Quita una con `/unsubscribe`, o une temas con OR, como en `graphs OR trees`.',
      done: 'Hecho: {channel} recibe artículos sobre **{topic}**.',
      doneInstead: 'Hecho: {channel} recibe artículos sobre **{topic}** en lugar de **{replaced}**.',
      doneNext: '{next}. Cámbialo con `/digest settings`; mira un boletín con `/digest preview`.',
      announced: '{person} ha suscrito este canal a **{topic}**.',
      announcedInstead: '{person} ha cambiado el tema **{replaced}** de este canal por **{topic}**.',
      formTitle: 'Tema',
      formLabel: '¿De qué deben tratar los artículos?',
      formHint: 'Palabras, "frases", OR, -sin, (…), title: author: cat:',
      indexing:
        'El índice de búsqueda se está reconstruyendo: {percent, number} % hecho, los artículos más recientes primero. Los boletines no se ven afectados.',
    },
    subscriptions: {
      noneOnServer: 'Este servidor no tiene suscripciones. Crea una con `/subscribe`.',
      noneInChannel: '{channel} no tiene suscripciones. Crea una con `/subscribe`.',
      onServer:
        'Este servidor tiene {n, plural, one {# suscripción} many {# de suscripciones} other {# suscripciones}}.',
      inChannel: '{channel} tiene {n, plural, one {# suscripción} many {# de suscripciones} other {# suscripciones}}.',
      page: 'Página {page, number} de {pages, number}',
      previous: 'Anterior',
      next: 'Siguiente',
      undo: 'Deshacer',
      topic: '• **{topic}**, de {person}',
      unreadable:
        '• **{topic}**, de {person}: **no se puede leer**, así que no llegan artículos. {reason} Cámbialo abajo.',
      blocked: '-# Bloqueado: {next}',
      goneBelow: 'Mueve o quita abajo los temas del canal eliminado.',
      channelBlocked: '{channel}: **bloqueado**, {reason}',
      channelNext: '{channel}: próximo boletín {when}',
      channelPaused: '{channel}: {when}',
      changeTopic: 'Cambiar un tema…',
      removeSubscription: 'Quitar una suscripción…',
      pauseOrResume: 'Pausar o reanudar un boletín…',
      pause: 'Pausar el boletín de {channel}',
      resume: 'Reanudar el boletín de {channel}',
      deletedChannel: 'el canal eliminado',
      moveTopics: 'Mover los temas ({channel}) a…',
      removeTopics: 'Quitar los temas ({channel})',
      here: 'aquí',
      moved:
        'Hecho: {n, plural, one {# tema movido} many {# de temas movidos} other {# temas movidos}} a {channel}. Próximo boletín allí: {next}.',
      alreadyThere:
        '{n, plural, one {# tema ya tenía} many {# de temas ya tenían} other {# temas ya tenían}} una suscripción allí.',
      notSent:
        '{n, plural, one {# mensaje para el canal eliminado no se enviará} many {# de mensajes para el canal eliminado no se enviarán} other {# mensajes para el canal eliminado no se enviarán}}: `/papers search` encuentra los artículos.',
      movedAnnounced:
        '{person} ha movido aquí {n, plural, one {# tema} many {# de temas} other {# temas}} de un canal eliminado.',
      dropped:
        'Hecho: {n, plural, one {# tema del canal eliminado quitado} many {# de temas del canal eliminado quitados} other {# temas del canal eliminado quitados}}.',
      removed: 'Hecho: {channel} ya no recibe artículos sobre {topic}.',
      removedLast:
        'Hecho: {channel} ya no recibe artículos sobre {topic}. Era su última suscripción: ya no recibe boletines.',
      withdrawn:
        '{n, plural, one {# mensaje que aún no había enviado queda retirado} many {# de mensajes que aún no había enviado quedan retirados} other {# mensajes que aún no había enviado quedan retirados}}.',
      withdrawnUndo:
        '{n, plural, one {# mensaje que aún no había enviado queda retirado; *Deshacer* lo envía} many {# de mensajes que aún no había enviado quedan retirados; *Deshacer* los envía} other {# mensajes que aún no había enviado quedan retirados; *Deshacer* los envía}} de todos modos.',
      removedAnnounced: '{person} ha quitado de este canal la suscripción a {topic}.',
      restored: 'Deshecho: {channel} recibe artículos sobre {topic} como antes.',
      restoredAnnounced: '{person} ha vuelto a suscribir este canal a {topic}.',
    },
    syntax: {
      typed: '«{typed}»',
      nothingTyped: 'Aún no hay tema. Escribe unas palabras, como diffusion models.',
      tooLong: 'Este tema tiene {length, number} caracteres; el límite es {limit, number}. Divídelo en dos temas.',
      tooLongInFull:
        'Escrito entero, este tema tiene {length, number} caracteres; el límite es {limit, number}. Quita algunos términos.',
      tooManyTerms: 'Un tema puede tener {limit, number} términos, y este es uno más. Divídelo en dos temas.',
      tooDeep:
        'Los grupos pueden anidarse hasta {limit, number} niveles, y esto va más hondo. Escribe esta parte con menos paréntesis.',
      tooWide:
        'Por sí solo, esto coincidiría con casi todos los artículos. Añade de qué tratan, como en graphs is:new.',
      tildeAfterWord:
        'Un ~ con un número va después de palabras entre comillas, como en "graph neural"~5. Pon las palabras entre comillas, o escribe solo {typed} para encontrarlo en cualquier forma.',
      tildeWithoutNumber:
        'Un ~ después de palabras entre comillas necesita un número justo detrás, como en "graph neural"~5. Añádelo, o quita el ~.',
      onlyExclusions:
        'Esto solo dice qué excluir, así que coincidiría con casi todos los artículos. Añade lo que buscas, como en graphs -survey.',
      unclosedQuote: 'Estas comillas no se cierran nunca. Añade otras donde acaba la frase, o quítalas.',
      unclosedGroup: 'Este paréntesis no se cierra nunca. Añade un ) donde acaba el grupo.',
      unopenedGroup: 'Este paréntesis no cierra nada. Quítalo, o añade un ( antes.',
      emptyGroup: 'No hay nada entre estos paréntesis. Añade un término, o quítalos.',
      loneMinus: 'Un menos va justo antes de lo que excluye, como en -survey. Quita el espacio, o el menos.',
      tiedMinus:
        'Esto puede ser un guion o un menos. Pon un espacio antes para excluir lo que sigue, o escribe un espacio en su lugar.',
      missingWord:
        'Falta un término {side, select, before {antes} other {después}} de {typed}. Añádelo, o pon la palabra entre comillas para buscarla.',
      missingTerm:
        'Falta un término {side, select, before {antes} other {después}} de {typed}. Añádelo, o quita el signo.',
      missingValue: 'Después de {name}: falta un valor ({takes}). Añádelo, o quita {name}:.',
      fieldInField: 'Un grupo de {outer}: no puede contener otro campo. Cierra el paréntesis antes de {name}:.',
      groupInField:
        '{name}: necesita un valor ({takes}), y no un grupo. Pon las palabras entre comillas en lugar de paréntesis.',
      bareCategory: '{typed} es una categoría. Escribe cat:{category}, o ponla entre comillas para buscar el texto.',
      barePaper: '{typed} es un artículo. Escribe id:{id}, o ponlo entre comillas para buscar el texto.',
      exclamation:
        'Un signo de exclamación no excluye nada. Escribe -{word}, o ponlo entre comillas para buscar el texto.',
      fieldWithoutColon:
        'Un campo necesita dos puntos después de su nombre. Escribe {meant}, o ponlo entre comillas para buscar el texto.',
      unknownField: 'No hay ningún campo {typed}. Los campos son {fields}. Para buscar el texto, ponlo entre comillas.',
      unknownFieldMeant:
        'No hay ningún campo {typed}. ¿Querías decir {meant}:? Para buscar el texto, ponlo entre comillas.',
      noWords: 'No hay palabras entre estas comillas. Añade alguna, o quítalas.',
      onlySigns: '{typed} solo tiene signos. Quítalo, o añade letras o cifras.',
      noStar:
        '{what, select, sentence {Una frase} organization {El nombre de una organización} other {Un nombre}} se compara entero, así que el asterisco de {typed} no tiene efecto. Quítalo.',
      unknownValue: 'No existe {typed}. Escribe uno de {values}.',
      unknownValueMeant: 'No existe {typed}. ¿Querías decir {meant}?',
      unknownCategory:
        'No hay ninguna categoría {typed}. Escribe una categoría como cs.LG, o un archivo entero como cs.*.',
      unknownCategoryMeant: 'No hay ninguna categoría {typed}. ¿Querías decir {meant}?',
      unknownArea: 'No hay ninguna categoría {typed}. Escribe un área como {area}, o todas con {server}/*.',
      starMoved:
        'Un asterisco va al final de una palabra, como en transform*. Mueve el asterisco de {typed}, o quítalo.',
      starInside: 'Un asterisco va al final de una palabra, como en transform*. Escribe {begun}* en lugar de {typed}.',
      starInPhrase: 'Un asterisco no tiene efecto entre comillas. Quita el asterisco de {typed}, o las comillas.',
      shortPrefix:
        '{typed} coincidiría con casi todos los artículos. Escribe al menos {least, number} letras antes del asterisco.',
      exactAndNear: '{typed} tiene un = y un ~, que se excluyen. Quita el = o el ~{distance}.',
      brokenDistance:
        'Entre palabras hay un número entero de otras. Escribe {whole} en lugar de {distance}, o about: antes de las palabras si piensas en su significado.',
      tooFar:
        '{distance} palabras de distancia no es cerca; el límite es {limit, number}. Escribe un número menor después del ~.',
      initials: '{typed} solo tiene iniciales, que tienen miles de nombres. Añade el apellido.',
      notAnId:
        '{typed} no es un id de arXiv ni un DOI. Escribe uno como 2406.01234 o 10.1101/2026.01.02.123456, o pega la dirección de un artículo.',
      notACount: '{typed} no es un número de votos. Escribe uno como >=20, <5, 20 o 10..50.',
      impossibleCount: 'Ningún número de votos puede ser {typed}. Intercambia los límites, o cámbialos.',
      exactSentence: '{typed} tiene un =, que no tiene efecto en el significado. Quítalo.',
      longSentence:
        'Esta frase tiene {words, number} palabras; el límite es {limit, number}. Di en una frase corta de qué tratan los artículos.',
      meaningOff:
        'La persona que aloja este bot desactivó los temas por significado (MEANING=off). Escribe palabras que tengan los artículos, sin about: ni ~.',
      meaningDamaged:
        'Los temas por significado no funcionan aquí por ahora, porque la tabla de vectores de palabras del bot está dañada. Díselo a la persona que aloja el bot, o escribe palabras que tengan los artículos.',
      strictness:
        'Lo estricto que es un tema va después del ~: un número de {least} (muchos artículos) a {most} (pocos), con como mucho dos cifras después del punto. Cambia {typed}, o quítalo.',
      emptySentence: 'Estas palabras están en casi todos los artículos. Añade de qué tratan los artículos.',
      unknownMeaning:
        'No sé qué significa {typed}. Para encontrar artículos con estas palabras, quita about: y ~, o dilo con otras palabras.',
      takesWords: 'una palabra, una "frase" o un grupo entre paréntesis',
      takesName: 'un nombre, un "nombre completo" o un grupo entre paréntesis',
      takesSource: 'una fuente: {sources}',
      takesPart: 'code, pdf o doi',
      takesId: 'un id de arXiv como 2406.01234, un DOI o la dirección de un artículo',
      takesCount: 'un número: >=20, <5, 20 o 10..50',
      takesSentence: 'una frase entre comillas, como en about:"editing the weights of a trained model"',
      takesState: 'new, cross, replaced, withdrawn o notice',
      takesCategory:
        'una categoría como cs.LG o biorxiv/genomics, un archivo como cs.*, o un grupo de ellos entre paréntesis',
    },
    timing: {
      nextDue: 'Próximo boletín: ahora mismo',
      nextAt: 'Próximo boletín: {at}, {relative}',
      paused: '**Pausado** desde el {since}. Reanúdalo con `/digest resume`.',
      pausedUntil: '**Pausado** desde el {since}, hasta el {until}. Reanúdalo con `/digest resume`.',
      dueNow: 'ahora mismo',
      pausedOpen: 'pausado hasta que alguien use `/digest resume`',
      pausedTill: 'pausado hasta el {until}',
      everyDay: 'todos los días',
      weekdays: 'de lunes a viernes',
      weekends: 'los fines de semana',
      schedule: '{time} {zone}, {days}',
      perDay: '{rate, number} al día',
      perWeek: '{rate, number} a la semana',
      lessThanWeekly: 'menos de 1 a la semana',
      aboutPerDay: 'unos {rate, number} al día',
      aboutPerWeek: 'unos {rate, number} a la semana',
    },
    topics: {
      unreadable: 'No puedo leer este tema:',
      unreadableEnd: 'No puedo leer este tema, al final:',
      unreadableAt: 'No puedo leer este tema, en el carácter {character, number}:',
    },
    trail: {
      listedBy: 'Listado por {listings}',
      listing:
        '{source} el {day} ({how, select, new {nuevo} pick {seleccionado} cross {lista cruzada} replace {nueva versión} other {nueva versión, lista cruzada}})',
      received: 'Recibido el {at}',
      topics: '**Temas de {channel}**',
      moreTopics: 'y {n, plural, one {# tema más} many {# de temas más} other {# temas más}}',
      misses: '• **{topic}** no coincide: {reason}',
      matches: '• **{topic}** coincide: {reason}',
      late: '{line}; suscrito después, el {at}',
      unreadable: 'no se puede leer: {reason}',
      thisPaper: 'Este artículo',
      duplicate: '{paper}, que tiene el mismo título y los mismos autores,',
      because: ': {reason}',
      posted: '{subject} se publicó en el boletín del {day} para {channel}.',
      postedAt: '{subject} se publicó en el boletín del {day} para {channel}. {link}',
      blocked: '{subject} está en el boletín del {day} para {channel}, que no se puede publicar{because}. {next}',
      dropped:
        '{subject} está en el boletín del {day} para {channel}, pero ese mensaje no se pudo publicar{because}. Muéstralo con `/papers show`.',
      uncertain:
        '{subject} está en el boletín del {day} para {channel}. No sé si ese mensaje llegó, así que no lo envié de nuevo{because}. Búscalo en el canal.',
      uncertainFrom:
        '{subject} está en el boletín del {day} para {channel}. No sé si ese mensaje llegó, así que no lo envié de nuevo{because}. Búscalo en el canal, desde el {from}.',
      withdrawn:
        '{subject} estaba en el boletín del {day} para {channel}, que se retiró: la última suscripción del canal se quitó antes de que yo enviara el boletín. Muéstralo con `/papers show`.',
      onItsWay:
        '{subject} está en el boletín del {day} para {channel}, que está en camino{because}. Sigo intentándolo. No tienes que hacer nada.',
      onItsWayAgain:
        '{subject} está en el boletín del {day} para {channel}, que está en camino{because}. Lo intento de nuevo {when}. No tienes que hacer nada.',
      refused:
        '{subject} estaba en el boletín del {day} para {channel}, pero lo dejé fuera, porque Discord lo rechaza. Muéstralo con `/papers show`.',
      noSubscription: '{channel} no tiene suscripciones, así que no recibe artículos. Crea una con `/subscribe`.',
      notListed:
        'Este artículo no estaba en ningún listado que obtuve, así que ningún boletín podía tenerlo. Es anterior a mi primera consulta, o aún no está anunciado. Muéstralo en {channel} con `/papers show`.',
      inNoListing:
        'Este artículo no estaba en ningún listado, así que no contaba como nuevo. Muéstralo en {channel} con `/papers show`.',
      newVersionOnly:
        'Este artículo solo estaba listado como nueva versión, así que no contaba como nuevo. Muéstralo en {channel} con `/papers show`.',
      noMatch:
        'Este artículo no llegó a {channel}, porque no coincide ningún tema. Mira abajo qué le falta a cada tema. Cambia uno con `/subscriptions`.',
      past: 'Este artículo se anunció hacia el {day}. Lo recibí más tarde, con artículos del pasado, que no se publican. Muéstralo en {channel} con `/papers show`.',
      beforeSubscription:
        'Este artículo coincide, pero lo recibí antes de que {channel} se suscribiera a un tema que coincide. Una suscripción solo trae artículos posteriores. Muéstralo con `/papers show`.',
      otherSources:
        'Este artículo coincide, pero los boletines de {channel} solo toman artículos de {sources}. Cámbialo con `/digest settings`.',
      otherSourcesOn:
        'Este artículo coincide, pero los boletines de {channel} solo toman artículos de {sources}. No estaba en el boletín del {day}. Cámbialo con `/digest settings`.',
      fewUpvotes:
        'Este artículo coincide, pero los boletines de {channel} solo toman artículos con {least, plural, one {# voto} many {# de votos} other {# votos}} o más, y por ahora tiene {upvotes, plural, =0 {cero} one {#} many {#} other {#}}. Cámbialo con `/digest settings`.',
      fewUpvotesOn:
        'Este artículo coincide, pero los boletines de {channel} solo toman artículos con {least, plural, one {# voto} many {# de votos} other {# votos}} o más, y por ahora tiene {upvotes, plural, =0 {cero} one {#} many {#} other {#}}. No estaba en el boletín del {day}. Cámbialo con `/digest settings`.',
      noUpvotes:
        'Este artículo coincide, pero los boletines de {channel} solo toman artículos con {least, plural, one {# voto} many {# de votos} other {# votos}} o más, y ninguna fuente los cuenta para él. Cámbialo con `/digest settings`.',
      noUpvotesOn:
        'Este artículo coincide, pero los boletines de {channel} solo toman artículos con {least, plural, one {# voto} many {# de votos} other {# votos}} o más, y ninguna fuente los cuenta para él. No estaba en el boletín del {day}. Cámbialo con `/digest settings`.',
      overMaximum:
        'Este artículo coincidía, pero en el boletín del {day} para {channel} solo {n, plural, one {cabe # artículo} many {caben # de artículos} other {caben # artículos}}, y no estaba entre ellos. Sube el máximo con `/digest settings`.',
      leftOut:
        'Este artículo coincide con los temas de {channel}, pero quedó fuera cuando se examinó. Un tema, los ajustes o el artículo han cambiado desde entonces. Muéstralo con `/papers show`.',
      leftOutOf:
        'Este artículo coincide con los temas de {channel}, pero quedó fuera cuando se examinó para el boletín del {day}. Un tema, los ajustes o el artículo han cambiado desde entonces. Muéstralo con `/papers show`.',
      comingBlocked:
        'Este artículo espera al próximo boletín de {channel}, donde no se puede publicar nada: {reason}. {next}',
      comingPaused:
        'Este artículo coincide, pero el boletín de {channel} está {when}. El primer boletín tras una pausa solo tiene los artículos de los últimos días.',
      comingOverMaximum:
        'Este artículo coincide, pero {n, plural, one {# otro artículo vendría} many {# de otros artículos vendrían} other {# otros artículos vendrían}} antes en el próximo boletín de {channel}, {when}. En ese boletín no caben más. Sube el máximo con `/digest settings`.',
      coming: 'Este artículo estará en el próximo boletín de {channel}, {when}. Míralo con `/digest preview`.',
      place: 'Puesto {place, number}',
      placeOf: 'Puesto {place, number} de {n, number}',
      oneOf:
        'Entre {n, plural, one {# artículo que coincidía} many {# de artículos que coincidían} other {# artículos que coincidían}}',
      ordered: '{place}, {order}',
      orderedHere: 'Aquí los boletines se ordenan {order}',
      placeAndOrder: '{place}. Aquí los boletines se ordenan {order}',
      byVotes: 'por votos; este artículo tiene {n, plural, one {# voto} many {# de votos} other {# votos}}.',
      byDate: 'por fecha; este artículo es del {date}.',
      byNoDate: 'por fecha; este artículo no la tiene.',
      byRelevance: 'por relevancia.',
      byRelevanceFor: 'por relevancia: {place, selectordinal, other {#.º}} de {n, number} para **{topic}**.',
      raised:
        '{n, plural, one {# voto la multiplica por {times}} many {# de votos la multiplican por {times}} other {# votos la multiplican por {times}}}.',
      raisedByMarks:
        '{n, plural, one {# marca la multiplica por {times}} many {# de marcas la multiplican por {times}} other {# marcas la multiplican por {times}}}.',
      loweredByMarks:
        '{n, plural, one {# marca la divide por {times}} many {# de marcas la dividen por {times}} other {# marcas la dividen por {times}}}.',
      unmoved:
        '{n, plural, one {# marca no la cambia} many {# de marcas no la cambian} other {# marcas no la cambian}}.',
      lowered: 'Como lista cruzada cuenta {share} veces.',
      relevance: 'relevancia {relevance} ({high} es alta)',
    },
    trending: {
      today: 'las últimas 24 horas',
      week: 'los últimos 7 días',
      month: 'los últimos 30 días',
      title:
        '**Tendencias en Hugging Face**: {n, plural, one {el artículo} many {los artículos} other {los artículos}} con más votos por hora en {period}.',
      titleOn:
        '**Tendencias en Hugging Face** sobre **{topic}**: {n, plural, one {el artículo} many {los artículos} other {los artículos}} con más votos por hora en {period}.',
      asOf: 'Actualizado {when}.',
      gained: '{upvotes}, de ellos {gained, number} en {span} ({pace})',
      gainedAll: '{upvotes}, todos en {span} ({pace})',
      sinceListed: '{upvotes} desde que se listó hace {span}',
      gainedKnown: '{upvotes}, de ellos {gained, number} en {span}',
      hours: '{n, plural, one {# hora} many {# de horas} other {# horas}}',
      days: '{n, plural, one {# día} many {# de días} other {# días}}',
      lessThanAnHour: 'menos de una hora',
      perHour: '{rate, number} por hora',
      perDay: '{rate, number} al día',
      place: 'n.º {place, number} de su clasificación',
      noneOn:
        'Ningún artículo sobre **{topic}** recibió votos en Hugging Face en {period}. Prueba un periodo más largo, o `/papers search`.',
      none: 'Ningún artículo recibió votos en Hugging Face en {period}. Prueba un periodo más largo.',
      noUpvotes:
        'Aún no tengo votos de Hugging Face. Inténtalo de nuevo en unos minutos. Si no llegan, este bot funciona sin Hugging Face: usa `/papers search`.',
    },
  },
};
