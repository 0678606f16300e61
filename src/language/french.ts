import { frenchCommands } from './commands/french.ts';
import type { Language } from './language.ts';

/**
 * French. It says “vous”, which suits a server where a laboratory and its students meet. A paper is an “article”, a
 * digest a “bulletin”, a topic a “sujet”, an upvote a “vote”. The spaces before `:`, `;`, `!`, `?` and inside « » do not
 * break.
 */
export const french: Language = {
  locale: 'fr',
  commandWords: frenchCommands.words,
  texts: {
    actions: {
      menu: 'Actions sur un article…',
      save: 'Enregistrer',
      saveHint: 'L’ajouter à votre liste de lecture',
      cite: 'Citer',
      citeHint: 'En BibTeX, RIS, CSL-JSON, texte ou Markdown',
      otherFormat: 'Autre format…',
      similar: 'Similaires',
      similarHint: 'Lister les articles qui lui ressemblent le plus',
      discuss: 'Discuter',
      discussHint: 'Ouvrir son fil dans ce salon',
      vote: 'Voter',
      voteHint: 'Pour la prochaine réunion du club de lecture',
      more: 'Plus d’articles comme celui-ci',
      moreHint: 'De tels articles viennent en premier ici',
      less: 'Moins d’articles comme celui-ci',
      lessHint: 'De tels articles viennent en dernier ici',
      why: 'Pourquoi',
      whyHint: 'Dire pourquoi il est dans le bulletin',
      showRest: 'Voir le reste ({papers, number})',
      previous: 'Précédent',
      next: 'Suivant',
      choosePaper: 'Choisir un article…',
      choosePapers: 'Choisir des articles…',
      whichPaper: '**{action}** : quel article du bulletin du {day} ?',
      whichPapers: '**{action}** : quels articles du bulletin du {day} ?',
      page: 'Page {page, number} sur {pages, number}',
      digestGone:
        'Ce bulletin est plus ancien que ce que je conserve. `/papers show` trouve un article par son identifiant.',
      restForgotten:
        'Je ne sais plus quels articles ce bulletin a laissés de côté, car je ne garde cela que quelques semaines. `/papers search` trouve des articles par leurs mots.',
      rest: '{papers, plural, one {# article correspondait aussi, mais n’a} many {# d’articles correspondaient aussi, mais n’ont} other {# articles correspondaient aussi, mais n’ont}} pas tenu dans le bulletin du {day}.',
      restListed: 'Voici les {papers, number} meilleurs.',
      restGone:
        '{papers, plural, one {# article de cette page n’est plus stocké} many {# d’articles de cette page ne sont plus stockés} other {# articles de cette page ne sont plus stockés}}.',
      matches: 'Correspond à {topics} : {why}',
      matchesNoMore: 'Il ne correspond plus à aucun sujet du salon.',
      inNoDigest: '{paper} n’est dans aucun bulletin de {channel} et n’y correspond à aucun sujet.',
      inNoDigestMatching:
        '{paper} n’est dans aucun bulletin de {channel}. Il y correspond à {topics, plural, one {# sujet} many {# de sujets} other {# sujets}}.',
      inDigest: '{paper} est dans le bulletin du {day} pour {channel}, car il correspond à :',
      inDigestAs:
        '{paper} est dans le bulletin du {day} pour {channel}, sous la forme de {duplicate}, car il correspond à :',
      inDigestChanged:
        '{paper} est dans le bulletin du {day} pour {channel}. Il ne correspond plus à aucun sujet du salon : les sujets ou l’article ont changé depuis.',
      moreTopics: 'et {topics, plural, one {# autre sujet} many {# d’autres sujets} other {# autres sujets}}',
      inCommon: 'en commun : {words}',
    },
    blocks: {
      gone: 'le salon n’existe plus',
      locked: 'le fil est verrouillé',
      closed: 'vous n’acceptez pas mes messages privés',
      unblockClosed:
        'Autorisez les messages privés dans les paramètres de confidentialité d’un serveur que nous avons en commun, ou débloquez-moi. Lancez ensuite `/subscriptions` : je réessaie et j’envoie ce que j’avais retenu.',
      missing: 'il me manque {n, plural, one {la permission} many {les permissions} other {les permissions}} {names}',
      guildGone: 'le serveur n’existe plus, ou je n’en fais pas partie',
      untagged: 'le forum exige un tag, et aucun ne s’appelle Papers ou Digest',
      forum: 'le salon est un forum, où seuls des fils peuvent être publiés',
      noMessages: 'on ne peut pas publier de messages dans ce type de salon',
      noPermission: 'il me manque une permission dans le salon',
      wrongKind: 'ce type de salon ne peut pas recevoir de messages',
      restricted: 'le serveur est restreint',
      slowDown: 'Discord m’a demandé de ralentir',
      unreachable: 'Discord était injoignable',
      late: 'Discord n’a pas répondu à temps',
      unblockGone: 'Déplacez ses sujets vers un autre salon ou supprimez-les avec `/subscriptions`.',
      unblockLocked:
        'Déverrouillez le fil, ou donnez-moi la permission « Gérer les fils ». Je le remarque en moins d’une minute et je publie ce que j’avais retenu.',
      unblockUntagged:
        'Ajoutez dans les paramètres du forum un tag nommé Papers, que tout le monde peut utiliser. Je le remarque en moins d’une minute et je publie ce que j’avais retenu.',
      unblockMissing:
        'Donnez-moi {n, plural, one {la permission manquante} many {les permissions manquantes} other {les permissions manquantes}} dans les paramètres du salon, sous « Permissions ». Je le remarque en moins d’une minute et je publie ce que j’avais retenu.',
      unblockOther:
        'Corrigez la cause dans les paramètres du salon, ou abonnez un autre salon. Je revérifie une fois par jour.',
      blocked: '**Bloqué**, rien ne peut être publié : {reason}. {next}',
    },
    cards: {
      withdrawn: '**Retiré :** les auteurs ou l’éditeur ont retiré cet article.',
      notice: '**Avis :** c’est un avis d’une revue, et non un article de recherche.',
      withdrawnWord: '**retiré**',
      noticeWord: '**avis**',
      aiSummary: '*Résumé par IA :* {text}',
      tldr: '*TLDR de Semantic Scholar :* {text}',
      abstract: '*Résumé :* {text}',
      noAbstract: 'La source ne donne pas de résumé.',
      manyAuthors: '{first}, {second} … {last} ({n, plural, one {# auteur} many {# d’auteurs} other {# auteurs}})',
      others: '{first} et {n, plural, one {# autre} many {# d’autres} other {# autres}}',
      forGroups: '{people}, pour {groups}',
      group: 'le groupe {group}',
      matches: 'Correspond à {reasons}',
      moreTopics: 'et {n, plural, one {# autre sujet} many {# d’autres sujets} other {# autres sujets}}',
      topics: '{n, plural, one {# sujet} many {# de sujets} other {# sujets}}',
      code: 'Code',
      stars: '{code} ({n, plural, one {# étoile} many {# d’étoiles} other {# étoiles}})',
      cross: 'liste croisée',
      replace: 'nouvelle version',
      replaceCross: 'nouvelle version, liste croisée',
      late: 'en retard',
      acceptedAt: 'Accepté à {venue}',
      acceptedBy: 'Accepté par {venue}',
      publishedIn: 'Publié dans {venue}',
      presentedAt: 'Présenté à {venue}',
      upvotes: '{n, plural, one {# vote} many {# de votes} other {# votes}}',
      upvotesGained:
        '{n, plural, one {# vote} many {# de votes} other {# votes}} (+{gained, number} en {hours, number} h)',
      citations: '{n, plural, one {# citation} many {# de citations} other {# citations}}',
      sameAs: 'Mêmes titre et auteurs que {places} : affiché comme un seul article',
      alsoAs: 'aussi sous {places}',
      morePlaces: '{n, plural, one {# autre endroit} many {# d’autres endroits} other {# autres endroits}}',
      lead: '{first} +{n, number}',
      upvotesShort: '▲{n, number}',
      thumbnail: 'Image de l’article',
    },
    cite: {
      shown: '{papers, plural, one {# article} many {# d’articles} other {# articles}} en {format} :',
      inFile: '{papers, plural, one {# article} many {# d’articles} other {# articles}} en {format}, dans le fichier.',
      plainText: 'texte brut',
      tooMany:
        'Je cite {limit, number} articles à la fois : voici les premiers sur {total, number}. Choisissez moins de jours pour avoir les autres.',
      unknown:
        'Je ne connais pas {papers} : je l’ai laissé de côté. Vérifiez l’identifiant, ou cherchez avec `/papers search`.',
      nothingNamed:
        'Dites quels articles : `id` prend des identifiants et des adresses, et `since` un jour, pour tous les articles des bulletins de ce salon à partir de là.',
      bothNamed:
        'Donnez soit `id`, soit des jours, mais pas les deux : `id` désigne des articles, et les jours les bulletins de ce salon.',
      unreadableId:
        '« {typed} » n’est pas un identifiant arXiv, un DOI ou une adresse que je connais. Écrivez par exemple `2406.01234`, et mettez des espaces s’il y en a plusieurs.',
      tooManyIds:
        'Je cherche au plus {limit, number} articles à la fois, et vous en avez nommé {named, number}. Nommez-en moins.',
      unreadableDay:
        '« {typed} » n’est pas un jour passé ou présent que je sais lire. Écrivez par exemple `2026-06-01`, `2026-06`, `monday` ou `2 weeks`.',
      wrongOrder: 'Le dernier jour, {until}, précède le premier, {since}. Échangez `since` et `until`.',
      noDigests:
        'Ce salon n’a reçu aucun article dans ses bulletins ces jours-là. Choisissez d’autres jours, ou nommez des articles avec `id`.',
      tooLarge: 'Le fichier dépasserait {limit, number} Mo, et Discord le refuse. Choisissez moins de jours.',
    },
    club: {
      noServer: 'Un club de lecture a besoin d’un serveur. Lancez-le là-bas dans un salon qui reçoit des bulletins.',
      noDigest:
        '{channel} ne reçoit pas de bulletins, il n’y a donc rien à voter. Donnez-lui d’abord un sujet avec `/subscribe`.',
      badTime:
        '« {typed} » n’est pas un jour de la semaine avec une heure. Écrivez-le comme `Thu 17:00` ou `Friday 9am`.',
      tooSoon:
        'Le club doit se réunir au moins 15 minutes après la clôture de l’ordre du jour. Choisissez une autre heure pour l’un des deux.',
      badVoice: '{channel} n’est pas un salon vocal. Choisissez-en un, ou omettez l’option.',
      started: 'C’est fait : {channel} a un club de lecture.',
      changed: 'C’est fait : j’ai modifié le club de lecture de {channel}. Ses votes restent.',
      plan: 'L’ordre du jour se clôt {closes}, et le club se réunit {meets}. Le fuseau horaire est {zone}.',
      rounds:
        '{weeks, plural, one {Cela revient chaque semaine.} many {Cela revient toutes les # de semaines.} other {Cela revient toutes les # semaines.}}',
      lacksEvents:
        'Il me manque la permission « Créer des événements », donc aucun événement n’apparaîtra sur le serveur. Tout le reste marche sans elle. Pour avoir des événements, donnez cette permission à mon rôle dans les paramètres du serveur.',
      lacksThreads:
        'Il me manque dans {channel} {n, plural, one {la permission} many {les permissions} other {les permissions}} {names}, donc les articles seront dans le salon plutôt que dans un fil.',
      startAnnounced:
        '{person} a lancé un club de lecture ici. Votez pour des articles avec **Voter** sous les bulletins, ou avec `/club status`. L’ordre du jour se clôt {closes}, et le club se réunit {meets}.',
      changeAnnounced:
        '{person} a modifié le club de lecture d’ici. L’ordre du jour se clôt {closes}, et le club se réunit {meets}.',
      stopped:
        'C’est fait : {channel} n’a plus de club de lecture. Ses votes sont supprimés. Les réunions annoncées restent.',
      stopAnnounced: '{person} a arrêté le club de lecture d’ici.',
      none: '{channel} n’a pas de club de lecture. Une personne qui gère le salon peut en lancer un avec `/club start`.',
      status:
        '**Club de lecture** de {channel} : l’ordre du jour se clôt {closes} ({relative}), et le club se réunit {meets}.',
      rule: '{papers, plural, one {On lit l’article qui a le plus de votes.} many {On lit les # d’articles qui ont le plus de votes.} other {On lit les # articles qui ont le plus de votes.}} En cas d’égalité, le premier vote le plus ancien décide.',
      voters:
        '{people, plural, =0 {Personne n’a encore voté.} one {Une personne a voté.} many {# de personnes ont voté.} other {# personnes ont voté.}}',
      votes: '{votes, plural, one {# vote} many {# de votes} other {# votes}}',
      yours: 'dont le vôtre',
      more: 'et {n, plural, one {# autre article} many {# d’autres articles} other {# autres articles}}',
      noPapers: 'Aucun bulletin n’a encore apporté d’articles pour cet ordre du jour.',
      voteMenu: 'Voter, ou retirer un vote…',
      voted: 'Vous avez voté pour {paper}. Il a {votes, plural, one {# vote} many {# de votes} other {# votes}}.',
      unvoted:
        'Retiré : votre vote pour {paper}. Il a {votes, plural, =0 {aucun vote} one {# vote} many {# de votes} other {# votes}}.',
      again:
        '-# L’ordre du jour se clôt {closes}. Votez de nouveau pour retirer un vote ; `/club status` montre l’ordre du jour.',
      closed:
        'L’ordre du jour de cet article est clos, donc ce vote ne peut pas compter. Votez pour des articles de bulletins plus récents : `/club status` les liste.',
      notInDigest: 'Cet article n’était dans aucun bulletin de {channel}, donc personne ne peut y voter pour lui.',
      agendaClosed:
        '**Club de lecture** : l’ordre du jour est clos. {papers, plural, one {Cet article a le plus de votes :} many {Ces articles ont le plus de votes :} other {Ces articles ont le plus de votes :}}',
      tie: 'À égalité de votes, le premier vote le plus ancien a décidé',
      late: 'J’étais absent quand l’ordre du jour devait se clore ({closed}), donc ceci arrive tard. Les votes jusque-là comptent',
      noVotes:
        '**Club de lecture** : personne n’a voté, il n’y a donc pas de réunion cette fois. Le prochain ordre du jour se clôt {next}.',
      meetingName: 'Club de lecture : {paper}',
      meetingNameMore: 'Club de lecture : {paper} et {n, plural, one {# autre} many {# d’autres} other {# autres}}',
      meets: '**Club de lecture** : nous nous réunissons {when} ({relative}).',
      event: 'L’événement : {link}',
      agenda: 'L’ordre du jour : {link}',
      presentedBy: '{person} le présente',
      free: 'Personne ne le présente encore',
      present: 'Présenter',
      presentPlace: 'Présenter le {place, number}',
      giveBack: 'Rendre',
      giveBackPlace: 'Rendre le {place, number}',
      presentedAlready: '{person} a été plus rapide et présente cet article.',
      notYours: '{person} présente cet article. Seules cette personne et celles qui gèrent le salon peuvent le rendre.',
      givenBackFor:
        '{manager} a rendu {paper}, que {person} voulait présenter. Quelqu’un d’autre peut maintenant le présenter.',
      permissionProblem:
        'Il n’y a pas d’événement, car il me manque la permission « Créer des événements ». Donnez-la à mon rôle dans les paramètres du serveur : la prochaine réunion aura un événement.',
      voiceProblem:
        'Il n’y a pas d’événement, car je n’ai pas pu en créer dans {voice}. Il m’y faut les permissions « Créer des événements », « Voir le salon » et « Se connecter » ; `/club start` prend un autre salon vocal, ou aucun.',
      limitProblem:
        'Il n’y a pas d’événement, car le serveur en a déjà 100. Supprimez-en d’anciens : la prochaine réunion en aura un.',
      lateProblem: 'Il n’y a pas d’événement, car son heure était passée quand j’ai pu le créer.',
      unreachableProblem:
        'Il n’y a pas d’événement, car Discord ne l’a pas accepté pendant une heure. Quelqu’un peut le créer à la main.',
      refusedProblem: 'Il n’y a pas d’événement, car Discord l’a refusé. Quelqu’un peut le créer à la main.',
      noThread:
        'Il n’y a pas de fil, car il me manque ici {n, plural, one {la permission {names}. Dès que je l’aurai, la prochaine réunion aura un fil.} many {les permissions {names}. Dès que je les aurai, la prochaine réunion aura un fil.} other {les permissions {names}. Dès que je les aurai, la prochaine réunion aura un fil.}}',
    },
    commands: frenchCommands.commands,
    completeness: {
      more: '{n, plural, one {# autre catégorie : complète} many {# d’autres catégories : complètes} other {# autres catégories : complètes}}',
      moreIncomplete:
        '{n, plural, one {# autre catégorie} many {# d’autres catégories} other {# autres catégories}}, dont incomplètes : {incomplete, number}',
      complete: '{category} {fetched, number} sur {announced, number} annoncés, {matched}',
      unchecked: '{category} {fetched, number} sur {announced, number} annoncés (non vérifié), {matched}',
      partlyUnread: '{category} lue en partie seulement, {fetched, number} sur {announced, number} annoncés, {matched}',
      unread: '{category} non lue, {matched}',
      unreadFound: '{category} non lue, {fetched, number} trouvés par la recherche, {matched}',
      matched: 'retenus : {n, number}',
      matchedLate: 'retenus : {n, number}, dont en retard : {late, number}',
    },
    data: {
      nothing: 'Rien n’est stocké, donc il n’y a rien à exporter.',
      exported:
        'Tout ce qui est stocké est dans le fichier, en JSON : {rows, plural, one {# ligne} many {# de lignes} other {# lignes}}.',
      tooLarge:
        'Le fichier serait plus grand que ce que permet Discord. Demandez à la personne qui m’héberge : elle peut tout lire dans la base de données.',
      notServerManager:
        'Il vous faut pour cela la permission « Gérer le serveur », car il s’agit de tout le serveur. Demandez à quelqu’un qui l’a.',
      eraseServer:
        '**Ceci efface tout ce que j’ai stocké sur ce serveur** : {topics, plural, one {# abonnement} many {# d’abonnements} other {# abonnements}} dans {channels, plural, one {# salon} many {# de salons} other {# salons}}, tous les réglages, et la trace de ce qui a été publié. Les messages restent dans leurs salons. C’est irréversible. `/digest export` vous en donne d’abord une copie.',
      eraseOwn:
        '**Ceci efface votre bulletin personnel** : {topics, plural, one {# abonnement} many {# d’abonnements} other {# abonnements}} dans {channels, plural, one {# salon} many {# de salons} other {# salons}}, tous les réglages, et la trace de ce qui a été publié. C’est irréversible. `/papers privacy` efface tout le reste sur vous.',
      eraseButton: 'Tout effacer…',
      formTitle: 'Tout effacer',
      formLabel: 'Tapez « {word} »',
      formHint: 'Tout est effacé aussitôt. C’est irréversible.',
      word: 'effacer',
      wrongWord:
        'Rien n’a été effacé : vous avez tapé « {typed} », et non « {word} ». Appuyez de nouveau sur le bouton.',
      stillSending: 'Rien n’a été effacé, car un message est encore en cours d’envoi. Réessayez dans une minute.',
      erasedServer: 'C’est fait : tout ce que j’avais stocké sur ce serveur est effacé. `/subscribe` recommence.',
      erasedOwn: 'C’est fait : votre bulletin personnel est effacé. `/subscribe` recommence.',
      erasedMine: 'C’est fait : tout ce que j’avais stocké sur vous est effacé.',
      erasedAnnounced: '{person} a effacé tout ce que j’avais stocké sur ce serveur. Il n’arrive plus de bulletins.',
      privacy: `**Ce que je stocke sur vous**
Sous votre identifiant Discord, et seulement si vous vous en servez : votre liste de lecture avec ses notes, votre bulletin personnel, vos alertes, vos marques sur des articles, et le fait que vous avez abonné un salon à un sujet. Les recherches et les formulaires qui attendent votre réponse sont gardés environ un jour.
Je ne lis pas les messages, et je ne stocke ni noms, ni adresses, ni liste de membres.
**Combien de temps**
Jusqu’à ce que vous le supprimiez, ou effaciez tout ici. Quand un serveur me retire, ses données sont effacées après 7 jours. Les sauvegardes de l’hébergeur gardent ce qu’elles ont jusqu’à leur suppression.
**Ce que voient les autres**
Votre liste de lecture, vos alertes et votre bulletin personnel ne sont que pour vous. Les abonnements montrent qui les a créés.
Les boutons exportent ou effacent tout ce qui vous concerne sur tous les serveurs. Les sujets des serveurs restent, sans votre identifiant.`,
      exportMine: 'Exporter mes données',
      eraseMine: 'Effacer mes données…',
      somebody: 'quelqu’un',
    },
    digest: {
      preview: '**Aperçu. Rien n’est publié.**',
      part: 'Partie {part, number} sur {parts, number}',
      title: '### Articles du {day}',
      /** The name of a post in a forum. */
      postName: 'Articles du {day}',
      all: '{n, plural, one {# nouvel article} many {# de nouveaux articles} other {# nouveaux articles}} sur {topics}',
      bestOne:
        'Le meilleur de {n, plural, one {# nouvel article} many {# de nouveaux articles} other {# nouveaux articles}} sur {topics}',
      best: 'Les {shown, number} meilleurs de {n, plural, one {# nouvel article} many {# de nouveaux articles} other {# nouveaux articles}} sur {topics}',
      yourTopics: 'vos sujets : {topics}',
      topicsAndMore: '{topics} et {n, number} de plus',
      announced: 'annoncés : {n, number}',
      findOther: '`/papers search` trouve l’autre',
      findOthers: '`/papers search` trouve les {n, number} autres',
      late: '{n, plural, one {# article est en retard : un bulletin précédent est parti avant son annonce} many {# d’articles sont en retard : un bulletin précédent est parti avant leur annonce} other {# articles sont en retard : un bulletin précédent est parti avant leur annonce}}.',
      skipped:
        '{n, plural, one {# article plus ancien a été sauté : `/papers search` le trouve} many {# d’articles plus anciens ont été sautés : `/papers search` les trouve} other {# articles plus anciens ont été sautés : `/papers search` les trouve}}.',
      coversAway: 'Couvre du {from} au {to} : j’étais absent.',
      coversBlocked: 'Couvre du {from} au {to} : je ne pouvais pas publier ici.',
      missingMany:
        '{n, plural, one {# liste de {sources} n’a pas pu être récupérée : ses articles viendront peut-être plus tard} many {# de listes de {sources} n’ont pas pu être récupérées : leurs articles viendront peut-être plus tard} other {# listes de {sources} n’ont pas pu être récupérées : leurs articles viendront peut-être plus tard}}.',
      missingWaiting: '{source} n’avait pas encore annoncé le {day} à {time}.',
      missingPartial: '{source} n’avait annoncé qu’une partie du {day} à {time}.',
      missingStale: '{source} montrait encore à {time} les articles d’un jour précédent au lieu du {day}.',
      missingFailed: '{source} était injoignable à {time} pour le {day}.',
    },
    discussion: {
      found: 'La discussion de cet article est dans {thread}.',
      beingOpened: 'Quelqu’un ouvre la discussion en ce moment même. Réessayez dans un instant.',
      noThreads: 'Il n’y a pas de fils ici. Utilisez « Discuter » sur un serveur.',
      locked:
        'La discussion de cet article est dans {thread}, qui est verrouillé. Demandez à la modération de le déverrouiller.',
      youLack:
        'Vous ne pouvez pas ouvrir de discussion dans {channel} : il vous y manque {n, plural, one {la permission} many {les permissions} other {les permissions}} {names}. Demandez à quelqu’un qui gère le salon.',
      iLack:
        'Je ne peux pas ouvrir de discussion dans {channel} : il m’y manque {n, plural, one {la permission {names}. Demandez à quelqu’un qui gère le salon de me la donner.} many {les permissions {names}. Demandez à quelqu’un qui gère le salon de me les donner.} other {les permissions {names}. Demandez à quelqu’un qui gère le salon de me les donner.}}',
      forumTag:
        'Je ne peux pas ouvrir de discussion dans {channel} : le forum exige un tag, et aucun ne s’appelle Papers ou Digest. Demandez à quelqu’un qui gère le forum d’en ajouter un.',
      failed: 'Je n’ai pas pu ouvrir la discussion : {reason}. Réessayez dans une minute.',
    },
    errors: {
      reference: '-# Référence {reference}',
      failed:
        'Cela n’a pas marché, car quelque chose s’est mal passé de mon côté. Réessayez dans une minute ; si cela échoue encore, donnez cette référence à la personne qui m’héberge : `{reference}`.',
      refusedAnswer:
        'Je ne peux pas vous montrer la réponse, car Discord la refuse. Votre demande a peut-être quand même abouti. Donnez cette référence à la personne qui m’héberge : `{reference}`.',
      failedBusy:
        'Cela n’a pas marché, car un autre programme de ma machine utilise ma base de données. Réessayez dans une minute ; si cela échoue encore, donnez cette référence à la personne qui m’héberge : `{reference}`.',
      announcedElsewhere: 'Dans {channel} : {line}',
      notAnnounced: 'C’est fait, mais je n’ai pas pu le dire dans {channel} : {reason}.',
      notShared:
        'Je n’ai pas pu partager cela ici : {reason}. Relancez la commande dans un autre salon, et partagez-y le résultat.',
      cannotShare:
        'Vous ne pouvez pas partager cela ici, car vous ne pouvez pas y écrire vous-même : il vous manque {n, plural, one {la permission} many {les permissions} other {les permissions}} {names}. Relancez la commande dans un salon où vous le pouvez.',
      shownPrivately:
        'Je n’ai pas pu partager cela ici : Discord ne le montre qu’à vous, car il vous manque la permission « Utiliser des applications externes ». Relancez la commande dans un autre salon, et partagez-y le résultat.',
      formTooLate: 'Le formulaire ne s’est pas ouvert, car Discord m’a répondu trop lentement. Réessayez.',
      unknownCommand: 'Je ne connais pas cette commande. Rechargez Discord (Ctrl+R) pour voir les commandes actuelles.',
      unknownComponent: 'Ce bouton vient d’une version précédente de moi et ne fonctionne plus. Relancez la commande.',
      stale:
        'Cela n’existe plus : c’est supprimé, remplacé ou vieux de plus d’un jour. Relancez la commande pour voir l’état actuel.',
      badOption:
        'Je ne peux rien faire de la valeur de l’option `{name}`. Discord montre peut-être encore une ancienne forme de cette commande : rechargez (Ctrl+R) et réessayez.',
      notManager:
        'Vous ne pouvez pas modifier les bulletins de {channel} : il vous y faut la permission « Gérer les salons ». Demandez à quelqu’un qui l’a.',
      notOwner: 'Seule la personne qui a lancé la commande peut utiliser ses boutons. Lancez la commande vous-même.',
      noSuchChannel:
        'Je ne vois pas ce salon : il est supprimé, ou il m’y manque la permission « Voir le salon ». Donnez-la-moi, ou choisissez un autre salon.',
      invokerCannotWrite:
        'Vous ne pouvez pas faire publier de bulletins dans {channel}, car vous ne pouvez pas y écrire vous-même : il vous manque {n, plural, one {la permission} many {les permissions} other {les permissions}} {names}. Choisissez un salon où vous le pouvez.',
      botCannotPost:
        'Je ne peux pas publier dans {channel} : il m’y manque {n, plural, one {la permission {names}. Donnez-la-moi} many {les permissions {names}. Donnez-les-moi} other {les permissions {names}. Donnez-les-moi}} dans les paramètres du salon, sous « Permissions », et réessayez.',
      threadLocked:
        'Je ne peux pas publier dans {channel} : le fil est verrouillé. Déverrouillez-le, ou donnez-moi la permission « Gérer les fils », et réessayez.',
      forumTag:
        'Je ne peux pas publier dans {channel} : le forum exige un tag, et aucun ne s’appelle Papers ou Digest. Ajoutez dans les paramètres du forum un tag nommé Papers, que tout le monde peut utiliser, et réessayez.',
      channelType:
        '{channel} n’est pas un salon pour des bulletins. Choisissez un salon textuel, un salon d’annonces, un forum ou un fil.',
      noSubscription: 'Il n’y a pas d’abonnement « {typed} » ici. Voyez-les tous avec `/subscriptions`.',
      unreadableTopics:
        '{channel} n’a pas de bulletin, car {n, plural, one {son seul sujet est illisible} many {ses # de sujets sont tous illisibles} other {ses # sujets sont tous illisibles}}. `/subscriptions` montre pourquoi, et modifie les sujets.',
    },
    feeds: {
      heading:
        '**Flux de {channel}**\nAjoutez une adresse à un lecteur de flux. Quiconque l’a peut lire le flux sans Discord : partagez-la avec prudence.',
      digests: 'Articles des bulletins',
      page: 'Page {page, number} sur {pages, number}',
      renew: 'Renouveler les adresses',
      revoke: 'Révoquer',
      renewed: 'Les flux ont de nouvelles adresses. Les anciennes n’affichent plus rien.',
      revoked:
        'Les flux de {channel} sont révoqués, et leurs adresses n’affichent plus rien. `/digest feed` en crée de nouvelles.',
      off: 'Ce bot ne propose pas de flux. Demandez aux personnes qui l’hébergent de définir `HTTP_PORT` et `PUBLIC_URL`.',
      channelTitle: 'Articles dans #{channel}',
      digestsTitle: 'Articles de mon bulletin',
      digestsSubtitle: 'Les articles des bulletins dans Discord, le bulletin le plus récent d’abord.',
      topicSubtitle: 'Les articles qui correspondent à ce sujet, les plus récents d’abord.',
      project: 'Projet',
    },
    followUps: {
      title:
        '{n, plural, one {**Un article d’un bulletin précédent a changé**} many {**Des articles de bulletins précédents ont changé**} other {**Des articles de bulletins précédents ont changé**}}',
      postName: 'Articles modifiés, {day}',
      line: '• {paper} : {news}',
      lineLinked: '• {paper} ([dans le bulletin]({link})) : {news}',
      version: 'nouvelle version {version}',
      withdrawn: 'retiré',
      code: 'maintenant [avec du code]({link})',
      codeUnlinked: 'maintenant avec du code',
    },
    habits: {
      dates: 'Un sujet n’a pas de date, car chaque bulletin apporte les articles nouveaux du jour. Enlevez-la.',
      range:
        'Un intervalle avec TO ne marche pas ici. Un sujet n’a pas de date, car chaque bulletin apporte les articles nouveaux du jour. Enlevez-la.',
      year: 'Ceci demande une année. Un sujet n’a pas de date, car chaque bulletin apporte les articles nouveaux du jour. Enlevez-la.',
      tag: '{typed} est une étiquette de PubMed. Écrivez plutôt {meant}.',
      tagOfDates:
        '{typed} est une étiquette de PubMed. Un sujet n’a pas de date, car chaque bulletin apporte les articles nouveaux du jour. Enlevez-la.',
      tagElsewhere: '{typed} est une étiquette de PubMed. Les sujets n’ont rien de tel. Enlevez cette partie.',
      field: '{typed} est un champ de {service}. Écrivez plutôt {meant}.',
      fieldElsewhere: '{typed} est un champ de {service}. Les sujets n’ont rien de tel. Enlevez cette partie.',
      patternBegun:
        '{typed} est une expression régulière, et les sujets n’en ont pas. Écrivez {begun}* pour tous les mots qui commencent ainsi.',
      patternUnsure:
        '{typed} est une expression régulière, et les sujets n’en ont pas. Écrivez les mots avec OR entre eux, comme dans (woman OR women).',
      patternExact:
        '{typed} est une expression régulière, et les sujets n’en ont pas. Écrivez ={word} pour ce mot précis.',
      patternEither: '{typed} est une expression régulière, et les sujets n’en ont pas. Écrivez {words}.',
      patternCase:
        '{typed} est une expression régulière, et les sujets n’en ont pas. Écrivez {word}, qui le trouve en majuscules comme en minuscules.',
      wildcardBegun:
        'Le seul joker est une étoile à la fin d’un mot, donc {typed} ne marche pas. Écrivez {begun}* pour tous les mots qui commencent ainsi.',
      wildcardUnsure:
        'Le seul joker est une étoile à la fin d’un mot, donc {typed} ne marche pas. Écrivez les mots avec OR entre eux, comme dans (woman OR women).',
      anchor: 'Un ^ ne désigne pas un début ici. Écrivez plutôt {word}.',
      near: '{typed} ne marche pas ici. Pour des mots proches l’un de l’autre, écrivez {meant}.',
      boost:
        'Ailleurs, {typed} donne plus de poids à un terme. Ici, tous les termes comptent autant : écrivez {word} seul.',
      numbers: 'Seuls les votes ont un intervalle de nombres, comme dans upvotes:10..50. Enlevez cette partie.',
      plusCategories: 'Un + entouré d’espaces ne relie pas des catégories. Écrivez cat:({left} OR {right}).',
      plus: 'Un + seul ne relie pas des termes. Écrivez {left} {right} pour les deux, ou {left} OR {right} pour l’un ou l’autre.',
      journals:
        'Les sujets ne tiennent compte ni des revues ni des numéros de rapport. Enlevez cette partie, ou écrivez une source, comme dans source:crossref.',
      googleFields:
        'Les champs de Google ne marchent pas ici. Écrivez title:word ou title:(two words) pour le titre, et de simples mots pour le titre ou le résumé.',
      site: 'Le champ « site » de Google ne marche pas ici. Écrivez une source, comme dans source:arxiv ou source:biorxiv.',
      fileTypes:
        'Ici, les articles n’ont pas de type de fichier. Écrivez has:pdf ou has:code, ou enlevez cette partie.',
      keywords:
        'Les sujets ne tiennent pas compte des mots-clés. Écrivez de simples mots pour les trouver dans le titre ou le résumé, ou une catégorie, comme dans cat:cs.LG.',
      affiliations:
        'Je ne connais les organisations que comme Hugging Face les nomme. Écrivez org:, comme dans org:deepmind.',
      ids: 'Écrivez l’identifiant d’un article après id:, comme dans id:2406.01234 ou id:10.5555/x.',
      addresses:
        'Ceci est une adresse. Écrivez id: devant si c’est celle d’un article, ou mettez-la entre guillemets pour chercher le texte.',
      languages: 'Les sujets ne tiennent pas compte de la langue d’un article. Enlevez cette partie.',
    },
    help: {
      title: '**Paperboy apporte la recherche du jour.**',
      what: 'Un salon s’abonne à des sujets, et reçoit un bulletin par jour avec les articles trouvés.',
      topics: `**Sujets**
\`diffusion models\` les deux mots, à toute forme
\`"diffusion models"\` l’expression
\`cats OR dogs\` l’un ou l’autre · \`-survey\` sans
\`about:"edit a trained model"\` par le sens
\`author:"Y. LeCun"\` articles d’une personne
\`cat:cs.LG\` une catégorie`,
      moreTopics: 'Toutes les façons : `/papers help about:topics`',
      everyone: '**Pour tout le monde**',
      managers: '**Pour vous, qui gérez ce salon**',
      moreCommands: 'Le détail : `/papers help about:commands`',
      allTopics: '**Toutes les façons de demander des articles**',
      combining:
        'Tout peut se combiner : une espace veut dire « et ». Tapez un domaine de recherche dans `/subscribe`, par ex. *exoplanets*, pour des sujets tout prêts.',
      sources: 'Les articles viennent de {sources}.',
      allCommands: '**Toutes les commandes**',
      menus: 'Dans le menu d’un message, sous *Applications* : {names}.',
    },
    hints: {
      impossible: '**Aucun article ne peut jamais correspondre**, car {why}.',
      impossibleWithout: '**Aucun article ne peut jamais correspondre**, car {why}. Sans {other} : {found} {window}.',
      excludes: '{other} exclut tout ce que {wanted} trouve',
      notBoth: 'un article ne peut pas avoir à la fois {wanted} et {other}',
      unknownWord: 'Aucun article stocké n’a {word}, donc ceci en trouve {n, number} {window}. Sans : {found}.',
      unknownWordNear:
        'Aucun article stocké n’a {word}, donc ceci en trouve {n, number} {window}. Avec {nearest} : {found}.',
      list: 'Articles trouvés qui ont tout cela : {n, number} {window}. Avec l’un ou l’autre : {found}.',
      sentence:
        'Comme mots, qu’un article doit tous avoir, ceci en trouve {n, number} {window}. Comme une seule phrase, par le sens : {found}.',
      openSentence:
        'Seul le premier mot est lu par le sens, car la phrase n’a pas de guillemets : {n, number} {window}. Le tout comme une seule phrase : {found}.',
      acronym: '{word} trouve aussi le mot {small} : {n, number} {window}. Avec ces majuscules seulement : {found}.',
      narrow: 'Ceci en trouve {n, number} {window}, à cause de {term}. Sans : {found}.',
      about: 'environ {n, number}',
      without: 'Sans {term}',
      any: 'L’un ou l’autre',
      byMeaning: 'Par le sens',
      upvotes: 'Pensiez-vous à un nombre de votes, comme dans `upvotes:>20` ?',
      minus: 'Pour exclure un mot, écrivez un moins devant, comme dans `-survey`.',
      comma:
        'Pensiez-vous à OR, comme dans `diffusion OR "flow matching"` ? Une virgule ne veut pas dire OR : un article doit correspondre à chaque terme.',
      askLess: 'Vérifiez l’orthographe, ou demandez moins à la fois : un article doit correspondre à chaque terme.',
      spelling: 'Vérifiez l’orthographe.',
      quoted: '« {part} »',
    },
    lists: {
      names: '{one}, {other}',
      facts: '{one}, {other}',
      clauses: '{one} ; {other}',
      reasons: '{topics} : {reasons}',
    },
    mail: {
      channelLink: 'd’un salon sur Discord',
      why: 'Vous recevez cet e-mail parce que {user} a demandé le bulletin {channel} à cette adresse, et que l’adresse a été confirmée le {day}.',
      whyOwn:
        'Vous recevez cet e-mail parce que vous avez confirmé cette adresse pour votre bulletin personnel le {day}.',
      unsubscribe: 'Se désabonner',
      codeSubject: '{code} est votre code pour Paperboy',
      codeText:
        'Quelqu’un sur Discord veut envoyer à cette adresse les bulletins de Paperboy, un bot pour les nouveaux articles de recherche. Si c’était vous, exécutez cette commande là-bas dans les {minutes, number} minutes : {command}',
      codeIgnore: 'Si ce n’était pas vous, ne faites rien. Rien d’autre n’est envoyé à cette adresse.',
      pageTitle: 'E-mails de Paperboy',
      pageAsk: 'Voulez-vous arrêter les e-mails de ce bulletin ?',
      pageDone: 'Vous êtes désabonné. Cette adresse ne reçoit plus d’e-mails de ce bulletin.',
      pageInvalid: 'Ce lien n’est pas valide. Utilisez le lien d’un e-mail tel quel, ou répondez à l’e-mail.',
      off: 'Ce bot n’envoie pas d’e-mails. La personne qui l’exploite peut les activer.',
      noDigest:
        '{channel} n’a pas encore de sujets, il n’y a donc pas de bulletin à envoyer. `/subscribe` en ajoute un.',
      badAddress: '« {address} » n’est pas une adresse que je peux utiliser. Écrivez-en une comme `name@example.org`.',
      codeSent:
        'J’ai envoyé un code à {address}. Exécutez `/digest email` avec `code` dans les {minutes, number} minutes. D’ici là, rien d’autre n’y est envoyé.',
      already: '{address} reçoit déjà le bulletin de {channel}.',
      full: 'Le bulletin de {channel} a déjà {most, plural, one {# adresse} many {# d’adresses} other {# adresses}}. Retirez-en d’abord une.',
      limited: 'Trop de codes ont été demandés aujourd’hui. Réessayez demain.',
      refused: 'Le serveur de messagerie n’accepte pas l’adresse {address} : {reason}. Vérifiez-la et réessayez.',
      later: 'Le code n’a pas pu être envoyé maintenant. Réessayez dans quelques minutes.',
      noCode: 'Il n’y a pas de code à saisir pour {channel}. Exécutez d’abord `/digest email` avec `address`.',
      wrongCode:
        'Ce n’est pas le code que j’ai envoyé. {tries, plural, one {Il reste # essai} many {Il reste # d’essais} other {Il reste # essais}}.',
      codeExpired: 'Ce code n’est plus valide. Exécutez `/digest email` avec `address` pour en recevoir un autre.',
      confirmed: '{address} reçoit désormais les bulletins de {channel}. Chaque e-mail a un lien pour se désabonner.',
      confirmedOpenly: '{person} a ajouté une adresse e-mail qui reçoit les bulletins de ce salon.',
      title: '**Adresses e-mail du bulletin de {channel}**',
      none: 'Aucune adresse ne reçoit le bulletin de {channel}. Exécutez `/digest email` avec `address` pour en ajouter une.',
      row: '{address} : {state}',
      fresh: 'le prochain bulletin y est envoyé',
      sent: 'dernier envoi le {day}',
      underWay: 'l’e-mail du {day} est en route',
      underWayBecause: 'l’e-mail du {day} est réessayé : {reason}',
      uncertain: 'l’e-mail du {day} n’est peut-être pas arrivé, et n’est pas renvoyé : {reason}',
      dropped: 'l’e-mail du {day} n’a pas été envoyé : {reason}',
      blocked: '**rien n’y est envoyé :** {reason}',
      menu: 'Modifier une adresse…',
      remove: 'Retirer {address}',
      retry: 'Réessayer {address}',
      removed: '{address} ne reçoit plus d’e-mails.',
      removedOpenly: '{person} a retiré une adresse e-mail qui recevait les bulletins de ce salon.',
      retried: 'Je réessaie {address}.',
      notice:
        'Je ne peux plus envoyer les bulletins de {channel} à l’une de ses adresses e-mail : {reason}. `/digest email` la montre, la réessaie ou la retire.',
      statusLine:
        'E-mail : {addresses, plural, one {# adresse} many {# d’adresses} other {# adresses}}, {unsure, plural, =0 {rien d’incertain} one {# e-mail n’est peut-être pas arrivé} many {# d’e-mails ne sont peut-être pas arrivés} other {# e-mails ne sont peut-être pas arrivés}}, {blocked, number} bloquées. Voir `/digest email`.',
    },
    marks: {
      more: 'Noté : les articles comme {papers} viendront plus tôt dans les prochains bulletins ici.',
      less: 'Noté : les articles comme {papers} viendront plus tard dans les prochains bulletins ici.',
      again:
        '-# Aucun article n’est laissé de côté pour autant. Refaites ce choix pour l’annuler ; `/digest settings` montre ce que j’ai appris.',
      takenBack: 'Annulé : votre marque sur {papers}.',
      others: '{count, plural, one {# autre} many {# d’autres} other {# autres}}',
      notInDigest:
        'Cet article n’était dans aucun bulletin de ce salon, donc il ne peut pas être marqué ici. Marquez les articles sous les bulletins qui les contiennent.',
    },
    mentions: {
      none: 'Ce message ne nomme aucun article que je sais lire. Je connais les identifiants arXiv et les DOI, et les adresses d’arXiv, alphaXiv, Hugging Face, bioRxiv, medRxiv, doi.org et des éditeurs. `/papers search` trouve des articles par leurs mots.',
      noneFound:
        'Je n’ai trouvé aucun des articles que nomme ce message : {ids}. Vérifiez les identifiants, ou cherchez avec `/papers search`.',
      noneReached:
        'Les articles que nomme ce message ne sont pas stockés ({ids}), et je ne peux pas interroger {sources} en ce moment. Réessayez dans une minute.',
      unknown: 'Introuvables : {ids}',
      unreached: 'Non trouvés, car je ne peux pas interroger {sources} en ce moment : {ids}',
      skipped: 'Non cherchés, car un message a droit à {lookUps, number} recherches : {ids}',
      tooMany:
        'Le message nomme {papers, plural, one {# article} many {# d’articles} other {# articles}}. J’ai pris les {taken, number} premiers.',
    },
    menus: frenchCommands.menus,
    notices: {
      yourServer: 'votre serveur',
      server: 'le serveur **{name}**',
      gone: 'Un salon a été supprimé ({server}) : les articles sur ses sujets n’ont plus de place.',
      goneNamed: 'Le salon **#{channel}** ({server}) a été supprimé : les articles sur ses sujets n’ont plus de place.',
      goneNext:
        'Lancez `/subscriptions` sur ce serveur : cela déplace les sujets vers un autre salon, ou les supprime.',
      blocked: 'Je ne peux pas publier les articles dans {channel} ({server}) : {reason}.',
      blockedNamed: 'Je ne peux pas publier les articles dans {channel} (**#{name}**, {server}) : {reason}.',
      unblock: '{next} J’abandonne un message qui attend plus de 7 jours.',
      noNeed: 'Si le salon n’a plus besoin d’articles, supprimez ses sujets avec `/subscriptions`.',
      digest: 'bulletin du {day} pour {channel}',
      digestOn: 'bulletin du {day} pour {channel} (serveur **{server}**)',
      dropped:
        'Je n’ai pas pu publier {n, plural, one {le message} many {les messages} other {les messages}} {parts} sur {all, number} du {digest} : {reason}.',
      leftOut:
        'J’ai laissé {n, plural, one {# article} many {# d’articles} other {# articles}} hors du {digest} : Discord {n, plural, one {le} many {les} other {les}} refuse.',
      uncertain:
        'Je ne sais pas si {n, plural, one {le message} many {les messages} other {les messages}} {parts} sur {all, number} du {digest} {n, plural, one {est arrivé} many {sont arrivés} other {sont arrivés}} : {reason}. Je n’envoie pas deux fois ce qui est peut-être arrivé.',
      noReason: 'Discord ne dit pas pourquoi',
      seeStatus: 'Voyez ce qu’est devenu le bulletin avec `/digest status`.',
      lookFor:
        'Cherchez {n, plural, one {cet article} many {ces articles} other {ces articles}} dans le salon, ou lisez-{n, plural, one {le} many {les} other {les}} ici : {papers}',
      read: 'Lisez {n, plural, one {l’article manquant} many {les articles manquants} other {les articles manquants}} ici : {papers}',
      andMore: '{list} et {n, number} de plus',
    },
    operators: {
      words: '`diffusion models` les deux mots, à toute forme : model, models, modelling',
      phrase: '`"diffusion models"` l’expression · `"graph attention"~5` au plus 5 mots entre les deux',
      logic: '`cats OR dogs` l’un ou l’autre · `-survey` sans ce mot · `(a OR b) c` des groupes',
      forms:
        '`superconduct*` les mots qui commencent ainsi · `=transformer` exactement cette forme · `=IT` avec ces majuscules',
      all: '`all:trial` dans le titre ou le résumé, comme `trial` seul',
      title: '`title:attention` dans le titre',
      abstract: '`abstract:trial` dans le résumé',
      comment: '`comment:"accepted at ACL"` dans le commentaire des auteurs',
      about: '`about:"editing the weights of a model"` sur ce thème, quels que soient les mots',
      author: '`author:"Y. LeCun"` les articles d’une personne',
      cat: '`cat:cs.LG` une catégorie · `cat:(cs.AI, cs.CV)` l’une ou l’autre · `cat:cs.*` une archive · `cat:biorxiv/genomics` un domaine',
      primary: '`primary:cs.LG` une catégorie, sans listes croisées',
      source: '`source:hf` les articles listés par une source',
      org: '`org:deepmind` une organisation, comme Hugging Face la nomme',
      id: '`id:2406.01234` un article, par son identifiant ou son DOI',
      has: '`has:code` avec du code ; aussi pdf et doi',
      is: '`graphs is:new` seulement les nouveaux ; aussi cross, replaced, `graphs is:withdrawn`, notice',
      upvotes: '`upvotes:>=20` avec au moins autant de votes',
    },
    pause: {
      noSubscription:
        '{channel} n’a aucun abonnement, donc il n’y a pas de bulletin à suspendre. Créez-en un avec `/subscribe`.',
      done: 'C’est fait : {channel} ne reçoit pas de bulletin jusqu’au {end}. Ses abonnements restent tels quels.',
      doneOpen:
        'C’est fait : {channel} ne reçoit pas de bulletin jusqu’à ce que quelqu’un lance `/digest resume`. Ses abonnements restent tels quels.',
      announced: '{person} a suspendu le bulletin de ce salon jusqu’au {end}.',
      announcedOpen: '{person} a suspendu le bulletin de ce salon jusqu’à ce que quelqu’un lance `/digest resume`.',
      unreadable: '« {typed} » n’est pas un jour que je sais lire. {hint}',
      far: '« {typed} » est trop loin ({day}). {hint}',
      today: '« {typed} », c’est aujourd’hui. {hint}',
      past: '« {typed} » est passé ({day}). {hint}',
      hint: 'Donnez un jour après aujourd’hui et d’ici un an, comme `2 weeks`, `next monday`, `1 July` ou `2027-01-07`.',
    },
    permissions: {
      administrator: 'Administrateur',
      manageChannels: 'Gérer les salons',
      viewChannel: 'Voir le salon',
      sendMessages: 'Envoyer des messages',
      embedLinks: 'Intégrer des liens',
      readMessageHistory: 'Voir les anciens messages',
      manageThreads: 'Gérer les fils',
      createPublicThreads: 'Créer des fils publics',
      sendMessagesInThreads: 'Envoyer des messages dans les fils',
    },
    personal: {
      /** Stands where a channel is named. */
      chat: 'notre conversation',
      about: '-# Il s’agit de votre bulletin personnel, qui arrive en message privé.',
      noSubscriptions: 'Vous n’avez aucun abonnement. Créez-en un avec `/subscribe`.',
      subscriptions: 'Vous avez {n, plural, one {# abonnement} many {# d’abonnements} other {# abonnements}}.',
      capReached:
        'Vous avez {n, number} abonnements, ce qui est le maximum. Supprimez-en un avec `/unsubscribe`, ou réunissez des sujets avec OR, comme dans `graphs OR trees`.',
      notHere:
        'Je ne suis pas sur ce serveur : ici, je ne peux modifier que votre bulletin personnel. Ne donnez pas de salon, ou invitez-moi sur le serveur.',
      cannotWrite: 'Je ne peux pas vous écrire : {reason}. {next}',
      closedLater: 'C’est fait, mais je ne peux pas vous écrire : {reason}. {next}',
    },
    pings: {
      added:
        'C’est fait : {way, select, mention {je vous mentionne dans {channel}} other {je vous écris}} quand son bulletin a un article sur {topic}. Voyez toutes vos alertes avec `/papers pings`.',
      changed:
        'Modifié : désormais, {way, select, mention {je vous mentionne dans {channel}} other {je vous écris}} quand son bulletin a un article sur {topic}.',
      full: 'Vous avez {most, number} alertes dans {channel}, ce qui est le maximum. Supprimez-en une avec `/papers pings`, ou réunissez des sujets avec OR.',
      elsewhere:
        'Cela fonctionne sur un serveur, dans un salon qui reçoit des bulletins. Un bulletin personnel n’a pas besoin d’alertes, car il est tout entier pour vous.',
      noDigest:
        '{channel} ne reçoit pas de bulletins, donc je n’ai rien à vous signaler. Demandez à quelqu’un qui gère le salon de l’abonner avec `/subscribe`.',
      none: 'Vous n’avez aucune alerte. Créez-en une avec `/papers ping` dans un salon qui reçoit des bulletins.',
      list: 'Vous avez {count, plural, one {une alerte} many {# d’alertes} other {# alertes}}.',
      row: '• {topic} dans {place} : {way, select, mention {une mention} other {un message privé}}',
      remove: 'Supprimer une alerte…',
      removed: 'Supprimé : je ne vous signale plus {topic}.',
      noticeTitle: 'Un bulletin de {channel} a des articles sur vos sujets :',
      noticeFoot: 'Vous l’avez demandé avec `/papers ping` ; `/papers pings` l’arrête',
      noticeMore: 'et {n, plural, one {# autre article} many {# d’autres articles} other {# autres articles}}',
    },
    past: {
      postedAt:
        '**Le bulletin du {day} pour {channel}**, tel qu’il a été publié : {link}. Vous seul voyez cette copie.',
      posted: '**Le bulletin du {day} pour {channel}**, tel qu’il a été publié. Vous seul voyez cette copie.',
      underWay:
        '**Le bulletin du {day} pour {channel}**, tel qu’il a été préparé. Son état : {state}. `/digest status` en dit plus. Vous seul voyez cette copie.',
      forgotten:
        'Le bulletin du {day} pour {channel} avait {papers, plural, one {# article} many {# d’articles} other {# articles}}. Ses messages ne sont plus enregistrés ici. Pour ses articles, lancez `/papers cite since:{date} until:{date}` dans {channel}.',
      quiet:
        'Le {day}, aucun nouvel article ne correspondait pour {channel}, donc il n’y a pas eu de bulletin. Trouvez des articles de tous les jours avec `/papers search`.',
      stale:
        'Le {day}, {channel} n’a pas reçu de bulletin : aucun article ne correspondait, et une partie des articles du jour manquait. Ceux qui sont arrivés plus tard sont dans des bulletins suivants. `/digest status` montre ce qui manquait.',
      waiting:
        'Le bulletin du {day} pour {channel} n’est pas encore prêt : il attend une source. `/digest status` dit laquelle.',
      notMade:
        'Le bulletin du {day} pour {channel} n’a pas été préparé : il a attendu une source jusqu’à la fin du jour. Ses articles sont pour le bulletin suivant. `/digest status` montre les derniers bulletins.',
      failed:
        'Le bulletin du {day} pour {channel} n’a pas pu être préparé : {reason}. Ses articles sont pour le bulletin suivant. `/digest status` montre les derniers bulletins.',
      before:
        'Le {day}, {channel} n’a pas reçu de bulletin : son abonnement le plus ancien date du {since}. Trouvez des articles de tous les jours avec `/papers search`.',
      paused:
        'Le {day}, {channel} n’a pas reçu de bulletin : il est suspendu depuis le {since}. `/digest resume` le reprend.',
      off: 'Le {day}, {channel} n’a pas reçu de bulletin. Son horaire n’en prévoit pas ce jour-là : {schedule}. Modifiez-le avec `/digest settings`.',
      unknown:
        'Aucun bulletin du {day} n’est enregistré pour {channel}. Il était peut-être suspendu, ou je ne pouvais pas publier ou j’étais absent. `/digest status` montre les derniers bulletins.',
      future:
        'Le bulletin du {day} n’est pas encore prêt. `/digest preview` sans jour montre ce qui serait publié maintenant.',
      unreadable:
        'Je ne peux pas lire « {typed} » comme un jour. Écrivez-le comme dans `2026-06-01`, `yesterday` ou `monday`, ou choisissez une suggestion.',
    },
    posting: {
      posted:
        'C’est fait : {papers, plural, one {# article publié} many {# d’articles publiés} other {# articles publiés}} dans {channel}, en {messages, plural, one {# message} many {# de messages} other {# messages}}.',
      postedRest:
        'C’est fait : le reste du bulletin est publié dans {channel}, en {messages, plural, one {# message} many {# de messages} other {# messages}}.',
      alreadyPosted: '{channel} a déjà son bulletin du {day}, et en reçoit un par jour. Prochain bulletin : {next}.',
      queued:
        'Le bulletin pour {channel} n’est pas encore complet. Je réessaie {when}. Inutile de relancer la commande.',
      queuedBecause:
        'Le bulletin pour {channel} n’est pas encore complet : {reason}. Je réessaie {when}. Inutile de relancer la commande.',
      incomplete:
        'Messages du bulletin du {day} arrivés dans {channel} : {arrived, number} sur {messages, plural, one {#} many {#} other {#}}. {rest, select, uncertain {Le reste est peut-être là, ou peut-être pas} other {Le reste n’a pas pu être publié}}{reason}. Voyez `/digest status` pour en savoir plus.',
      because: ', car {reason}',
      blocked: 'Rien ne peut être publié dans {channel} : {reason}. {next}',
      nothingSubscribed:
        '{channel} n’a aucun abonnement, donc ne reçoit pas de bulletin. Créez-en un avec `/subscribe`.',
      nothingNew:
        'Rien de nouveau pour {channel} : aucun article ne correspond depuis son dernier bulletin (ou depuis son abonnement). Trouvez des articles plus anciens avec `/papers search`.',
      goesOn:
        'Le bulletin continue : {messages, plural, one {encore # message} many {encore # de messages} other {encore # messages}}.',
      notPaused: 'Le bulletin de {channel} n’est pas suspendu, donc rien n’a changé. Voyez `/digest status`.',
      resumed:
        'C’est fait : {channel} reçoit de nouveau son bulletin. Prochain bulletin : {next}, avec ce qui a correspondu entre-temps.',
      resumedWithout:
        'C’est fait : {channel} reçoit de nouveau son bulletin. Prochain bulletin : {next}, avec ce qui a correspondu ces {days, number} derniers jours. {papers, plural, one {# article plus ancien qui correspondait ne sera pas publié ; `/papers search` le trouve} many {# d’articles plus anciens qui correspondaient ne seront pas publiés ; `/papers search` les trouve} other {# articles plus anciens qui correspondaient ne seront pas publiés ; `/papers search` les trouve}}.',
      resumeAnnounced: '{person} a repris le bulletin de ce salon. Prochain bulletin : {next}.',
    },
    proposal: {
      oneOfThree:
        'Donnez une seule des options `topic`, `file` et `author` : chacune dit de quoi parlent les articles.',
      badAuthor:
        'Je ne peux pas lire « {typed} » comme l’identifiant d’un auteur. Donnez un ORCID, comme `0000-0002-1825-0097`, un identifiant d’OpenAlex, comme `A5023888391`, un identifiant de Semantic Scholar, comme `1741101`, ou l’adresse d’une telle page.',
      fromFile:
        'Proposé d’après {n, plural, one {l’article} many {les # d’articles} other {les # articles}} de votre fichier ({format}).',
      fromAuthor:
        'Proposé d’après {n, plural, one {# article} many {# d’articles} other {# articles}} de {author}, selon {service}.',
      skipped:
        '{n, plural, one {# entrée a été laissée} many {# d’entrées ont été laissées} other {# entrées ont été laissées}} de côté : {entries}.',
      skippedEntry: '{entry} ({reason, select, damaged {endommagée} long {trop longue} other {sans titre}})',
      skippedMore: '{n, number} autres',
      further: 'J’ai lu les {n, number} premières entrées et laissé de côté les {more, number} suivantes.',
      finds:
        'Il trouve {found, number} de {n, plural, one {votre article} many {vos # d’articles} other {vos # articles}}.',
      findsByTitle:
        'Il trouve {found, number} de {n, plural, one {votre article} many {vos # d’articles} other {vos # articles}}, surtout d’après leurs titres, car la plupart sont venus sans résumé.',
      missedButton: 'Ce qu’il manque',
      missed:
        '**{topic}** ne trouve pas {n, plural, one {cet article} many {ces # d’articles} other {ces # articles}} parmi les vôtres :',
      missedMore: '… et {n, number} autres',
      missesNothing: '**{topic}** trouve tous vos articles.',
      forgotten: 'Je n’ai plus vos articles, car je les garde une heure au plus. Lancez `/subscribe` de nouveau.',
      followAuthor: 'Suivre plutôt {author}',
      nothingInCommon:
        'Je n’ai pas trouvé de mots que {n, plural, one {votre article a} many {vos articles partagent} other {vos articles partagent}} et que les autres n’ont pas. Donnez plus d’articles sur un même objet, ou un sujet dans vos propres mots.',
      fileTooLarge:
        'Je lis des fichiers de 1 Mo au plus. Exportez moins d’articles, ou laissez de côté pièces jointes et notes.',
      fileGone: 'Discord n’a plus ce fichier. Joignez-le de nouveau.',
      fileUnreachable: 'Je n’ai pas pu obtenir ce fichier de Discord. Réessayez dans une minute.',
      fileTooHard:
        'Je n’ai pas pu lire ce fichier dans mes limites de temps et de mémoire. Exportez les articles de nouveau, ou moins d’articles.',
      fileBusy: 'Je lis d’autres fichiers en ce moment. Réessayez dans une minute.',
      fileEmpty: 'Ce fichier est vide. Exportez les articles de nouveau.',
      fileNoText: 'Ce fichier n’est pas un texte. Exportez les articles en BibTeX, RIS ou CSL-JSON.',
      fileUnknown: 'Ce fichier n’est ni BibTeX, ni RIS, ni CSL-JSON. Exportez les articles dans l’un de ces formats.',
      fileDamaged:
        'Ce fichier commence comme du CSL-JSON, mais n’est pas du JSON valide. Exportez les articles de nouveau.',
      fileNoPapers: 'Je n’ai trouvé aucun article avec un titre dans ce fichier ({format}). {skipped}',
      authorUnknown:
        '{service} ne connaît pas cet auteur. Vérifiez l’identifiant, ou donnez vos articles dans un fichier.',
      authorBusy:
        '{service} a trop de demandes en ce moment. Réessayez dans quelques minutes, ou donnez vos articles dans un fichier.',
      authorClosed:
        '{service} ne me répond pas, car je n’ai pas de clé valide. La personne qui m’héberge peut en mettre une. Donnez plutôt vos articles dans un fichier.',
      authorUnreachable:
        '{service} est injoignable en ce moment. Réessayez plus tard, ou donnez vos articles dans un fichier.',
      authorNoPapers: '{service} ne connaît aucun article de cet auteur. Donnez plutôt vos articles dans un fichier.',
    },
    quiet: {
      line: '**{date}** : aucun nouvel article ne correspond. {announced, plural, =0 {Aucun n’a été annoncé.} one {# a été annoncé.} many {# ont été annoncés.} other {# ont été annoncés.}}',
      next: 'Prochain bulletin : {time}',
    },
    reading: {
      savedOne: 'Enregistré : {paper}',
      savedSome:
        '{papers, plural, one {# article enregistré} many {# d’articles enregistrés} other {# articles enregistrés}}',
      alreadyOne: 'Déjà dans votre liste de lecture : {paper}',
      alreadySome:
        'Déjà dans votre liste de lecture : {papers, plural, one {# article} many {# d’articles} other {# articles}}',
      andMore: 'et {papers, number} de plus',
      total:
        'Votre liste de lecture a {papers, plural, one {# article} many {# d’articles} other {# articles}}. `/papers saved` la montre et l’exporte.',
      full: 'Rien n’a été enregistré : votre liste de lecture a {papers, plural, one {# article} many {# d’articles} other {# articles}} et en contient au plus {limit, number}, donc {more, plural, one {# de plus ne tient pas} many {# de plus ne tiennent pas} other {# de plus ne tiennent pas}}. Retirez-en avec `/papers saved`, qui exporte aussi la liste.',
      undo: 'Annuler',
      undone:
        'Annulé : {papers, plural, one {# article a été retiré} many {# d’articles ont été retirés} other {# articles ont été retirés}} de votre liste de lecture.',
      remove: 'Retirer',
      dropped: 'Retiré : l’article n’est plus dans votre liste de lecture.',
      list: 'Votre liste de lecture : {papers, plural, one {# article} many {# d’articles, les derniers enregistrés d’abord} other {# articles, les derniers enregistrés d’abord}}.',
      page: 'Page {page, number} sur {pages, number}',
      exported:
        'Votre liste de lecture en {format} : {papers, plural, one {# article} many {# d’articles} other {# articles}}, dans le fichier.',
      empty:
        'Votre liste de lecture est vide. Choisissez « Enregistrer » dans le menu sous un bulletin ou un article, ou « Enregistrer les articles » parmi les applications d’un message.',
      savedWhen: 'enregistré {when}',
      note: 'Note : {note}',
      chooseRemove: 'Retirer un article…',
      chooseNote: 'Écrire une note…',
      previous: 'Précédent',
      next: 'Suivant',
      removed: 'Retiré : {paper}',
      restored: 'De retour dans votre liste de lecture : {paper}',
      noted: 'Noté : {paper}',
      unnoted: 'La note est supprimée : {paper}',
      noteTitle: 'Note',
      noteLabel: 'De quoi voulez-vous vous souvenir ?',
      noteHint: 'Vous seul la voyez. Une note vide la supprime.',
    },
    reasons: {
      found: '« {words} » dans le {field, select, title {titre} abstract {résumé} other {commentaire}}',
      missing:
        'pas de « {words} » dans {field, select, any {le titre ou le résumé} title {le titre} abstract {le résumé} other {le commentaire}}',
      noComment: 'pas de « {words} », car il n’y a pas de commentaire',
      about: 'sur {topic}',
      aboutBecause: 'sur {topic} : {words}',
      word: '« {word} »',
      notAbout: 'pas sur {topic} (son score est {score}, et le seuil {line})',
      scores: 'son score est {score}, et le seuil {line}',
      announced: 'annoncé comme {how, select, cross {liste croisée} replaced {remplacement} other {nouveau}}',
      notAnnounced: 'pas annoncé comme {how, select, cross {liste croisée} replaced {remplacement} other {nouveau}}',
      notYet: 'pas encore annoncé',
      status: '{status, select, notice {un avis} other {retiré}}',
      notStatus: '{status, select, notice {pas un avis} other {pas retiré}}',
      onlyAsked: '{status, select, notice {un avis} other {retiré}}, ce que seul {term} demande',
      by: 'de {author}',
      notBy: 'aucun auteur « {author} »',
      inCategory: 'dans {category}',
      notInCategory: 'pas dans {category}',
      primary: 'catégorie principale {category}',
      otherPrimary: 'catégorie principale {category}, et non {asked}',
      with: 'avec {part, select, pdf {un PDF} doi {un DOI} other {du code}}',
      without: 'sans {part, select, pdf {PDF} doi {DOI} other {code}}',
      paper: 'l’article {id}',
      otherPaper: 'pas l’article {id}',
      from: 'de {organization}',
      notFrom: 'de {organization}, et non « {asked} »',
      unknownOrganization: 'son organisation est inconnue, donc pas « {asked} »',
      listed: 'listé par {source}',
      notListed: 'pas listé par {source}',
      upvotes: '{n, plural, one {# vote} many {# de votes} other {# votes}}',
      tooFewUpvotes: '{n, plural, one {# vote} many {# de votes} other {# votes}}, moins de {bound, number}',
      tooManyUpvotes: '{n, plural, one {# vote} many {# de votes} other {# votes}}, plus de {bound, number}',
      upvotesUnknown: 'votes non comptés',
      excluded: 'exclu par {term}',
      excludedBecause: 'exclu par {term} : {why}',
      moreFail:
        '{n, plural, one {# autre possibilité échoue} many {# d’autres possibilités échouent} other {# autres possibilités échouent}}',
    },
    reviews: {
      title: '**Le meilleur de la semaine, une fois encore**',
      about: 'Articles des bulletins du {first} au {last}, selon ce qu’ils ont reçu depuis.',
      postName: 'Le meilleur de la semaine, {day}',
      upvotes: '▲ {n, plural, one {# vote} many {# de votes} other {# votes}}',
      upvotesGained: '▲ {n, plural, one {# vote} many {# de votes} other {# votes}} (+{gained, number} depuis)',
      marks: '{n, number} × {mark}',
      nextAt: 'Prochain bilan de la semaine : {at}, {relative}',
      nextDue: 'Prochain bilan de la semaine : après le bulletin dû',
    },
    search: {
      previous: 'Précédent',
      next: 'Suivant',
      share: 'Partager',
      shared: '-# Vous avez partagé cette page dans le salon.',
      sharedBy: '{person} a partagé une recherche sur **{topic}** :',
      alsoAbout: 'Aussi sur ce sujet',
      nearestOne: 'L’article dont le sens est le plus proche de **{topic}**{place}.',
      nearest:
        '{n, plural, one {L’article dont le sens est le plus proche} many {Les # d’articles dont le sens est le plus proche} other {Les # articles dont le sens est le plus proche}} de **{topic}**{place}.',
      found: '{n, plural, one {# article} many {# d’articles} other {# articles}} sur **{topic}**{place}.',
      foundAtLeast:
        'Au moins {n, plural, one {# article} many {# d’articles} other {# articles}} sur **{topic}**{place}.',
      wordsNone:
        'Aucun article n’a tous les mots de **{topic}**. {others, plural, one {Celui-ci en a} many {Ceux-ci en ont} other {Ceux-ci en ont}} quelques-uns{place}.',
      wordsSome:
        '{all, plural, one {# article a} many {# d’articles ont} other {# articles ont}} tous les mots de **{topic}**. {others, plural, one {L’autre en a} many {Les autres en ont} other {Les autres en ont}} quelques-uns{place}.',
      order: ', les {order, select, newest {plus récents} nearest {plus proches} other {meilleurs}} d’abord',
      range: ', de {from, number} à {to, number}{order}',
      asWords: '-# J’ai lu ceci comme de simples mots. {reason}',
      withoutSigns:
        '-# Seul le sens des mots est comparé : les champs, les exclusions et les autres signes n’ont pas d’effet. Omettez `sort` pour les utiliser.',
      examined:
        '-# Trop d’articles pourraient correspondre : seuls les {n, number} {order, select, newest {plus récents} nearest {plus proches} other {meilleurs}} ont été examinés. Ajoutez un mot pour en atteindre d’autres.',
      listed:
        '-# Les {n, number} {order, select, newest {plus récents} nearest {plus proches} other {meilleurs}} sont listés. Ajoutez un mot pour en atteindre d’autres.',
      small: '-# {text}',
      noMore: 'Il n’y a plus d’articles. Relancez `/papers search`.',
      since: '-# Seulement les articles depuis {since}.',
      noneSince:
        'Je n’ai trouvé aucun article sur **{topic}** depuis {since}. Omettez `since` pour chercher dans tous les articles stockés.',
      noneNear: 'Aucun article stocké n’est proche par le sens de **{topic}**. Omettez `sort` pour chercher les mots.',
      noneIndexed: 'Aucun article indexé jusqu’ici ne correspond à **{topic}**. {indexing}',
      noneExamined:
        'Parmi les {n, number} articles {order, select, newest {les plus récents} nearest {les plus proches} other {les meilleurs}} qui pourraient correspondre à **{topic}**, aucun ne correspond. Ajoutez un mot pour en atteindre d’autres.',
      none: 'Aucun article stocké ne correspond à **{topic}**. `/papers help` explique le langage des sujets.',
      noneAdvice:
        'Aucun article stocké ne correspond à **{topic}**. {advice} `/papers help` explique le langage des sujets.',
      meaningOff:
        'Je ne peux pas trier par le sens ici, car la personne qui héberge ce bot l’a désactivé (MEANING=off). Omettez `sort`.',
      meaningDamaged:
        'Je ne peux pas trier par le sens ici, car la table de vecteurs de mots du bot est endommagée. Omettez `sort`.',
      noneSimilar: 'Je n’ai aucun article qui ressemble à {paper}.',
      similar: 'Articles semblables à {paper}, les plus proches d’abord :',
      badId:
        '« {typed} » n’est pas un identifiant arXiv, un DOI ou une adresse que je connais. Écrivez par exemple `2406.01234`, ou cherchez avec `/papers search`.',
      unknown: 'Je ne connais pas l’article `{id}`. Vérifiez l’identifiant, ou cherchez avec `/papers search`.',
      unknownAnywhere:
        'Je ne connais pas l’article `{id}`, et {sources} {n, plural, one {ne le connaît} many {ne le connaissent} other {ne le connaissent}} pas non plus. Vérifiez l’identifiant, ou cherchez avec `/papers search`.',
      unreachable:
        'Je n’ai pas cet article, et je ne peux pas interroger {failed} en ce moment. Réessayez dans une minute.',
      unreachableElse:
        'Je n’ai pas cet article, {sources} non plus, et je ne peux pas interroger {failed} en ce moment. Réessayez dans une minute.',
    },
    settings: {
      head: '**Réglages du bulletin de {channel}**',
      headChanged: '**Réglages du bulletin de {channel}** (modifiés à l’instant)',
      line: '{label} : {value}',
      change: '{label} : {before} → **{after}**',
      subscriptions: 'Abonnements : {count, number}',
      noDigest: 'Prochain bulletin : aucun, car il n’y a pas d’abonnement. Abonnez avec `/subscribe`.',
      lastDigest: 'Dernier bulletin : {time}',
      unchanged: 'Rien n’a été modifié.',

      when: 'Quand',
      max: 'Au plus',
      maxValue: '{count, plural, one {# article} many {# d’articles} other {# articles}} par bulletin',
      grace: 'Attente d’une source en retard',
      graceValue:
        '{count, plural, =0 {aucune} one {jusqu’à # minute} many {jusqu’à # de minutes} other {jusqu’à # minutes}}',
      layout: 'Présentation',
      layoutQuestion: 'Comment les articles d’un bulletin doivent-ils se présenter ?',
      ranking: 'Ordre',
      rankingQuestion: 'Quels articles doivent venir d’abord, et rester s’il y en a trop ?',

      sources: 'Sources',
      sourcesAll: 'toutes',
      sourcesQuestion:
        'De qui un bulletin doit-il prendre les articles ? Si vous choisissez tout, il prend aussi ceux des sources ajoutées plus tard.',
      upvotes: 'Votes',
      upvotesValue:
        '{count, plural, =0 {peu importe} one {au moins # vote} many {au moins # de votes} other {au moins # votes}}',
      upvotesQuestion:
        'Combien de votes un article doit-il avoir quand le bulletin est fait ? Seuls les articles listés par Hugging Face ont des votes.',

      nothingPasses:
        'Rien de nouveau pour {channel} : aucun article depuis son dernier bulletin (ou depuis son abonnement) ne correspond et ne passe ses réglages de sources et de votes. Voyez-les avec `/digest settings`, ou trouvez des articles plus anciens avec `/papers search`.',

      mention: 'Mention',
      mentionNobody: 'personne',
      mentionGone: 'personne, car le rôle a été supprimé',
      mentionRefused: 'personne, car Discord ne me laisse pas mentionner {role}',
      mentionQuestion:
        'Qui chaque bulletin doit-il mentionner ? Toutes les personnes qui ont le rôle reçoivent une notification.',
      mentionMenu: 'Choisir un rôle',
      mentionClear: 'Ne mentionner personne',
      mentionWarning:
        'Chaque bulletin notifiera toutes les personnes qui ont le rôle {role}. Les jours sans article et les aperçus ne le feront pas.',
      refusedEveryone:
        'Un bulletin ne mentionne jamais tout le monde. Choisissez un rôle que chacun peut prendre ou laisser.',
      refusedGone: 'Ce rôle a été supprimé. Choisissez-en un autre.',
      refusedBot:
        '{role} appartient à un bot : personne ne serait mentionné. Choisissez un rôle que des personnes ont.',
      mentionEverybody: 'Mentionner {everyone}, {here} et tous les rôles',
      refusedToBot:
        'Je n’ai pas le droit de mentionner {role}. Dans les paramètres du serveur, sous « Rôles », permettez à tout le monde de le mentionner, ou donnez-moi la permission {permission} dans ce salon. Puis choisissez-le de nouveau.',
      refusedToPerson:
        'Vous n’avez pas le droit de mentionner {role}, donc je ne le mentionne pas pour vous. Quelqu’un peut permettre à tout le monde de le mentionner, dans les paramètres du serveur, sous « Rôles ». Puis choisissez-le de nouveau.',

      seen: 'Articles qu’un serveur vous a montrés',
      seenOmitted: 'laissés de côté',
      seenRepeated: 'reviennent',
      seenQuestion:
        'Votre bulletin doit-il laisser de côté les articles reçus dans un bulletin auquel vous avez abonné un serveur, ou enregistrés ?',
      seenChoiceOmit: 'Les laisser de côté',
      seenChoiceRepeat: 'Les apporter de nouveau',

      learnedBoth:
        'Appris pour {topic} : plus de {more}, moins de {less} ; d’après {marks, plural, one {# marque} many {# de marques} other {# marques}}',
      learnedMore:
        'Appris pour {topic} : plus de {more} ; d’après {marks, plural, one {# marque} many {# de marques} other {# marques}}',
      learnedLess:
        'Appris pour {topic} : moins de {less} ; d’après {marks, plural, one {# marque} many {# de marques} other {# marques}}',
      learnedNothing:
        'Appris : rien pour les sujets actuels ; d’après {marks, plural, one {# marque} many {# de marques} other {# marques}}',
      learnedOthers:
        '-# {count, plural, one {# autre sujet a des marques.} many {# d’autres sujets ont des marques.} other {# autres sujets ont des marques.}}',
      forget: 'Oublier ce qui a été appris',
      forgetQuestion:
        '**Oublier ce que j’ai appris de {marks, plural, one {# marque} many {# de marques} other {# marques}} dans {channel} ?**',
      forgetHint: '-# Les prochains bulletins sont classés sans ces marques. C’est irréversible.',
      forgetNow: 'Oublier',
      forgotten:
        '{marks, plural, =0 {Il n’y avait rien à oublier.} one {C’est fait : # marque est effacée.} many {C’est fait : # de marques sont effacées.} other {C’est fait : # marques sont effacées.}}',
      forgottenAnnounced:
        '{person} a effacé ce que j’avais appris de {marks, plural, one {# marque} many {# de marques} other {# marques}} dans ce salon.',

      quiet: 'Jours sans article',
      quietOn: 'une courte ligne',
      quietOff: 'silence',
      quietQuestion: 'Que doit-il arriver un jour où aucun nouvel article ne correspond ?',
      quietChoiceOn: 'Une courte ligne',
      quietChoiceOff: 'Rien',
      followUps: 'Changements des articles publiés',
      followUpsOn: 'une réponse, une fois',
      followUpsOff: 'non signalés',
      followUpsQuestion:
        'Que doit-il arriver quand un article publié reçoit une nouvelle version ou du code, est accepté ou est retiré ?',
      followUpsChoiceOn: 'Une réponse à son message, une fois',
      followUpsChoiceOff: 'Rien',
      weekly: 'Bilan de la semaine',
      weeklyQuestion:
        'Quel jour les meilleurs articles des sept derniers jours doivent-ils revenir, en liste ? Comptent les votes, le code, les acceptations et les marques depuis le bulletin.',
      publish: 'Serveurs qui suivent ce salon',
      publishOn: 'reçoivent les bulletins',
      publishOff: 'ne reçoivent rien',
      publishQuestion: 'Les serveurs qui suivent ce salon doivent-ils recevoir ses bulletins ?',
      publishChoiceOn: 'Oui, les diffuser',
      publishChoiceOff: 'Non, les garder ici',
      language: 'Langue',
      languageQuestion:
        'Dans quelle langue les bulletins doivent-ils arriver ? Les titres et les résumés restent tels quels.',

      menu: 'Modifier un réglage…',
      menuNext: 'Modifier un autre réglage…',
      menuForm: 'Heure, fuseau, jours, maximum, attente',
      place: '**Bulletin de {channel}**',
      present: 'Actuellement : {value}',
      back: 'Retour',
      confirm: '**Modifier le bulletin de {channel} ?**',
      unsaved: '-# Rien ne change avant que vous enregistriez.',
      save: 'Enregistrer',
      cancel: 'Annuler',
      cancelled: 'Annulé. Rien n’a été modifié.',
      changedMeanwhile:
        'Quelqu’un a modifié ceci entre-temps, donc je ne l’ai pas enregistré. Regardez de nouveau la modification.',
      announced: '{person} a modifié le bulletin de ce salon.',

      form: 'Quand le bulletin arrive',
      formTime: 'Heure',
      formTimeHint: 'Par ex. 09:00 ou 9am',
      formZone: 'Fuseau horaire',
      formZoneHint: 'Une ville, une région ou un pays, par ex. Berlin',
      formDays: 'Jours',
      formDaysHint: 'En anglais, par ex. : every day, weekdays, Mon Wed Fri',
      formMax: 'Nombre maximal d’articles par bulletin',
      formMaxHint: 'Les meilleurs sont montrés. De 1 à 30',
      formGrace: 'Minutes d’attente d’une source en retard',
      formGraceHint: 'De 0 (pas du tout) à 720',
      badTime: '« {typed} » n’est pas une heure que je sais lire. Écrivez par exemple `09:00` ou `9am`.',
      badDays:
        '« {typed} » ne désigne pas des jours que je sais lire. Écrivez par exemple `every day`, `weekdays` ou `Mon, Wed, Fri`.',
      threadRefused:
        'Les bulletins ne peuvent pas ouvrir de fil dans {channel} : il me manque **{names}** là-bas. Donnez-{n, plural, one {la-moi} many {les-moi} other {les-moi}} dans les paramètres du salon, sous Permissions, puis choisissez de nouveau la présentation.',
      threadInForum:
        'Dans {channel}, qui est un forum, chaque bulletin est déjà un post à part. Choisissez la présentation Cartes.',
      threadNowhere:
        'Les bulletins ne peuvent ouvrir des fils que dans les salons textuels et d’annonces. Choisissez la présentation Cartes, ou un autre salon.',
      badNumber:
        '« {typed} » n’est pas un nombre que je peux utiliser ici. Donnez-en un de {min, number} à {max, number}.',
      zoneSeveral: '« {typed} » est dans plus d’un fuseau horaire. Rien n’a été modifié. {next}',
      zoneClock:
        '« {typed} » nomme une heure et non un lieu, donc ne dit pas quand les horloges changent. Rien n’a été modifié. {next}',
      zoneUnknown: 'Je ne connais pas le fuseau horaire « {typed} ». Rien n’a été modifié. {next}',
      zoneExample: 'Donnez une ville ou une région, comme `Berlin` ou `Europe/Berlin`.',
      zoneMeant: 'Vouliez-vous dire {zones} ?',
    },
    setup: {
      greeting: '**Bonjour ! J’apporte les articles de recherche du jour.**',
      greetingNext:
        'Choisissez un salon et des sujets, et un bulletin arrive une fois par jour. Les membres qui peuvent gérer les salons peuvent me configurer ; eux seuls voient les étapes.',
      start: 'Configurer',
      channel: '**Configuration, étape 1 sur 4.** Quel salon reçoit les articles ?',
      chooseChannel: 'Choisir un salon…',
      topics:
        '**Configuration, étape 2 sur 4.** De quoi parlent les articles pour {channel} ? Choisissez un domaine de recherche pour des sujets tout prêts, ou vos propres mots.',
      chooseField: 'Choisir un domaine de recherche…',
      chooseTopics: 'Sujets en {field}…',
      chosen: 'Choisis : {topics}',
      ownWords: 'Avec mes propres mots',
      next: 'Suite : l’heure',
      clear: 'En choisir d’autres',
      cancel: 'Annuler',
      tooMany:
        'Une configuration prend au plus {n, number} sujets. Vous pourrez en ajouter plus tard avec `/subscribe`.',
      noneChosen: 'Aucun sujet n’est encore choisi. Choisissez un domaine de recherche, ou vos propres mots.',
      time: '**Configuration, étape 3 sur 4.** Le bulletin pour {channel} arrive à **{time} {zone}**. Cela vous convient ?',
      setTime: 'Changer l’heure et le fuseau',
      preview: 'Oui, voir un aperçu',
      formTitle: 'Quand le bulletin arrive',
      would:
        '**Configuration, étape 4 sur 4. Rien n’est encore abonné.** {channel} recevrait un bulletin à **{time} {zone}**, avec les articles sur :',
      rate: '• {topic} : {rate}',
      noForecast: '• {topic} : aucune prévision, car aucun article n’est encore stocké',
      noMatch: '• {topic} : aucun article ne correspond ces derniers jours',
      recent: 'Articles récents qui correspondent',
      subscribe: 'S’abonner',
      changeTopics: 'Changer les sujets',
      cancelled: 'Annulé. Rien n’a été modifié. Le bouton **Configurer** recommence.',
      expired:
        'Cette configuration a plus d’un jour, donc ses boutons ne marchent plus. Appuyez de nouveau sur **Configurer**, ou utilisez `/subscribe`.',
      done: 'C’est fait : {channel} reçoit les articles sur {topics}.',
      capReached:
        'Je n’ai pas ajouté d’autres sujets, car ce serveur a {n, number} abonnements, ce qui est le maximum. Supprimez-en un avec `/unsubscribe`.',
      doneNext: '{next}. Modifiez cela avec `/digest settings`, et les sujets avec `/subscriptions`.',
      announced: '{person} a configuré ce salon : il reçoit les articles sur {topics}.',
      computerScience: 'Informatique',
      statistics: 'Statistique',
      mathematics: 'Mathématiques',
      physics: 'Physique',
      quantum: 'Physique quantique',
      astrophysics: 'Astrophysique',
      condensed: 'Matière condensée',
      biology: 'Biologie',
      engineering: 'Ingénierie',
      economics: 'Économie et finance',
    },
    slack: {
      greeting: 'Désormais, les bulletins de {channel} sur Discord sont aussi publiés ici.',
      greetingOwn: 'Désormais, vos bulletins de Paperboy sont aussi publiés ici.',
      badAddress:
        'Ce n’est pas l’adresse d’un webhook entrant de Slack. Elle ressemble à {example}. Slack vous en donne une sur la page « Incoming Webhooks » d’une application.',
      noDigest:
        '{channel} n’a pas encore de sujets, donc il n’y a pas de bulletin à envoyer. `/subscribe` en ajoute un.',
      already: 'Ce webhook reçoit déjà le bulletin de {channel}.',
      full: 'Le bulletin de {channel} va déjà à {most, plural, one {# webhook} many {# webhooks} other {# webhooks}}. Retirez-en un d’abord.',
      refused: 'Slack n’accepte rien pour ce webhook : {reason}.',
      later:
        'Je n’ai pas pu publier un premier message, donc rien n’a changé : {reason}. Réessayez dans quelques minutes.',
      added: '{webhook} reçoit désormais les bulletins de {channel}. J’y ai publié un premier message.',
      addedOpenly: '{person} a ajouté un webhook de Slack, qui reçoit les bulletins de ce salon.',
      title: '**Webhooks de Slack du bulletin de {channel}**',
      none: 'Le bulletin de {channel} ne va à aucun Slack. Lancez `/digest slack` avec `webhook` pour en ajouter un.',
      row: '{webhook} : {state}',
      fresh: 'le prochain bulletin y va',
      sent: 'dernier envoi le {day}',
      underWay: 'le bulletin du {day} est en route',
      underWayBecause: 'le bulletin du {day} est retenté : {reason}',
      uncertain: 'le bulletin du {day} n’est peut-être pas arrivé, et n’est pas renvoyé : {reason}',
      dropped: 'le bulletin du {day} n’a pas été envoyé : {reason}',
      blocked: '**rien n’y est envoyé :** {reason}',
      menu: 'Changer un webhook …',
      remove: 'Retirer {webhook}',
      retry: 'Réessayer {webhook}',
      removed: '{webhook} ne reçoit plus de bulletins.',
      removedOpenly: '{person} a retiré un webhook de Slack, qui recevait les bulletins de ce salon.',
      retried: 'Je réessaie {webhook}.',
      notice:
        'Je ne peux plus envoyer les bulletins de {channel} à l’un de ses webhooks Slack : {reason}. `/digest slack` le montre, le réessaie ou le retire.',
      statusLine:
        'Slack : {webhooks, plural, one {# webhook} many {# webhooks} other {# webhooks}}, {unsure, plural, =0 {rien d’incertain} one {# bulletin n’est peut-être pas arrivé} many {# bulletins ne sont peut-être pas arrivés} other {# bulletins ne sont peut-être pas arrivés}}, bloqués : {blocked, number}. Voir `/digest slack`.',
    },
    stats: {
      shown:
        '**{name}** : {papers, plural, one {# article} many {# d’articles} other {# articles}} {days, plural, one {le dernier jour} many {ces # derniers jours} other {ces # derniers jours}}, {rate}.',
      most: 'La plupart sont dans {categories}.',
      perDay: '{papers} par jour',
      perWeek: '{papers} par semaine',
      rare: 'moins de 1 par semaine',
      rareShort: '< 1 par semaine',
      newestOnly:
        '{days, plural, one {Seul le dernier jour est compté} many {Seuls les # derniers jours sont comptés} other {Seuls les # derniers jours sont comptés}}, car les articles d’un tel sujet sont lus un par un.',
      allPapers: 'Tous les articles',
      channelTopics: 'Sujets de ce salon',
      moreTopics:
        'Ce salon a {topics, plural, one {# autre sujet, compté mais non dessiné} many {# d’autres sujets, comptés mais non dessinés} other {# autres sujets, comptés mais non dessinés}}.',
      subtitle:
        '{papers, plural, one {# article} many {# d’articles} other {# articles}} en {days, plural, one {# jour} many {# de jours} other {# jours}}',
      papersADay: 'Articles par jour',
      upvotesADay: 'Votes par jour sur Hugging Face',
      upvotes: '{upvotes, plural, one {# vote} many {# de votes} other {# votes}}',
      categories: 'Catégories principales',
      authors: 'Auteurs',
      altDays: 'Barres : articles par jour du {first} au {last}, {rate} : {values}.',
      altTopics: 'Barres : articles par jour du {first} au {last}, pour chaque sujet : {values}.',
      altUpvotes: 'Courbe : votes par jour sur Hugging Face, {upvotes, number} au total : {values}.',
      altRanks: '{title} : {values}.',
      nothing:
        'Aucun article sur **{topic}** n’a été annoncé {days, plural, one {le dernier jour} many {ces # derniers jours} other {ces # derniers jours}}. Essayez une période plus longue, ou `/papers search`.',
      nothingHere:
        'Aucun article sur les sujets de ce salon n’a été annoncé {days, plural, one {le dernier jour} many {ces # derniers jours} other {ces # derniers jours}}. Essayez une période plus longue.',
      empty:
        'Je n’ai pas encore d’articles {days, plural, one {du dernier jour} many {des # derniers jours} other {des # derniers jours}}. Réessayez dans quelques minutes, ou choisissez une période plus longue.',
      noPicture: 'L’image manque, car elle n’a pas pu être dessinée. Réessayez dans une minute.',
      trending: 'Tendances sur Hugging Face',
      trendingToday: 'Votes gagnés ces dernières 24 heures',
      trendingWeek: 'Votes gagnés ces 7 derniers jours',
      trendingMonth: 'Votes gagnés ces 30 derniers jours',
      gained: '+{gained, number} sur {upvotes, plural, one {# vote} many {# de votes} other {# votes}}',
      altTrending: '{title} : {values}.',
    },
    status: {
      title: '**État du bulletin de {channel}**',
      nothingSubscribed: 'Il n’y a pas d’abonnement ici, donc aucun bulletin n’arrive. Abonnez avec `/subscribe`.',
      waiting: 'J’attends {sources} : le bulletin du {day} part à {until}, avec les articles que j’aurai alors.',
      unreadable:
        '**{n, plural, one {# sujet est illisible} many {# de sujets sont illisibles} other {# sujets sont illisibles}}**, donc leurs articles manquent. Voyez `/subscriptions`.',
      damagedMeaning:
        'Les sujets par le sens, comme `about:"…"`, ne fonctionnent pas : la table de vecteurs de mots du bot est endommagée. Prévenez la personne qui héberge le bot ; son journal en dit plus.',
      permitted: 'Permissions : j’ai ici toutes celles qu’il me faut.',
      lacking:
        'Permissions : il me manque ici **{names}**. Donnez-{n, plural, one {la-moi} many {les-moi} other {les-moi}} dans les paramètres du salon, sous « Permissions ».',
      whyHistory: '-# Après une interruption, je lis l’historique pour voir si un message est arrivé.',
      lastDigests: '**Derniers bulletins**',
      sources: '**Sources**',
      run: '• {day} : **{state}**',
      runUnsure: '• {day} : **{state}, {n, number} sur {all, number} incertains**',
      delivered: 'livré',
      onItsWay: 'en route',
      heldBack: 'retenu',
      unsure: 'incertain',
      withdrawn: 'retiré',
      notMade: 'non fait',
      waitingRun: 'en attente',
      quiet: 'sans article',
      failed: 'échec',
      shown:
        '{shown, number} sur {matched, plural, one {# article correspondant} many {# d’articles correspondants} other {# articles correspondants}}',
      nothingNew: 'rien de nouveau depuis l’abonnement',
      announced: 'annoncés : {n, number}',
      without: 'sans {sources}',
      nextHasThem: 'ses articles viennent avec le prochain bulletin',
      leftOut:
        '{n, plural, one {# article laissé de côté, car Discord le refuse} many {# d’articles laissés de côté, car Discord les refuse} other {# articles laissés de côté, car Discord les refuse}}',
      dropped:
        '{n, number} sur {all, plural, one {# message abandonné} many {# de messages abandonnés} other {# messages abandonnés}}',
      droppedBecause:
        '{n, number} sur {all, plural, one {# message abandonné} many {# de messages abandonnés} other {# messages abandonnés}} : {reason}',
      maybeMissing:
        '{n, number} sur {all, plural, one {# message manque} many {# de messages manquent} other {# messages manquent}} peut-être (regardez dans le salon ; je n’envoie pas deux fois ce qui est peut-être arrivé)',
      maybeMissingBecause:
        '{n, number} sur {all, plural, one {# message manque} many {# de messages manquent} other {# messages manquent}} peut-être (regardez dans le salon ; je n’envoie pas deux fois ce qui est peut-être arrivé) : {reason}',
      publishing:
        '{n, number} sur {all, plural, one {# message} many {# messages} other {# messages}} pas encore publiés pour les serveurs qui suivent ce salon (Discord le limite ; prochain essai {when})',
      unpublished:
        '{n, number} sur {all, plural, one {# message} many {# messages} other {# messages}} non publiés pour les serveurs qui suivent ce salon : {reason}',
      notAsked: '• {source} : **en attente**, pas encore interrogé',
      source: '• {source} : **{state}** {day}',
      sourceKind:
        '• {source} : **{state}** {day} ({kind, select, weekend {week-end} holiday {jour férié} other {en retard}})',
      stale: 'pas à jour',
      partial: 'incomplet',
      announcedNothing: 'rien annoncé',
      papers: '{n, plural, one {# article} many {# d’articles} other {# articles}} (nouveaux : {fresh, number})',
      asked: 'interrogé {when}',
      again: 'de nouveau {when}',
    },
    subscribe: {
      preview: '**Aperçu. Rien n’est encore abonné.**',
      would: '{channel} recevrait les articles sur **{topic}**.',
      wouldInstead: '{channel} recevrait les articles sur **{topic}** au lieu de **{replaced}**.',
      recent: 'Articles récents qui correspondent',
      subscribe: 'S’abonner',
      change: 'Modifier',
      edit: 'Modifier le sujet',
      cancel: 'Annuler',
      cancelled: 'Annulé. Rien n’a été modifié.',
      noForecast: 'Prévision : aucune encore, car aucun article n’est stocké.',
      forecastSoFar:
        'Prévision : {n, plural, one {# article} many {# d’articles} other {# articles}} jusqu’ici, car les articles stockés ne sont pas encore tous indexés.',
      forecastOneDay:
        'Le dernier jour avec des articles en a apporté {n, plural, =0 {aucun qui correspond} one {# qui correspond} many {# qui correspondent} other {# qui correspondent}}.',
      forecastNone:
        '{window, select, days {{days, number} derniers jours} other {{days, number} derniers jours avec des articles}} : aucun article ne correspond.',
      forecast:
        '{window, select, days {{days, number} derniers jours} other {{days, number} derniers jours avec des articles}} : {rate} ({n, plural, one {# article} many {# d’articles} other {# articles}}).',
      line: 'Les articles correspondent par le sens au-dessus d’un seuil : un score de {score}, le nombre après le ~.',
      lineUsual:
        'Les articles correspondent par le sens au-dessus d’un seuil : un score de {score}, le nombre après le ~. Celui-ci convient à la plupart des sujets.',
      lineMoves:
        'Les articles correspondent par le sens au-dessus d’un seuil : un score de {score}, le nombre après le ~. {which, select, fewer {**Moins** déplace} more {**Plus** déplace} other {**Moins** et **Plus** déplacent}} le seuil.',
      fewer: 'Moins : {volume}',
      more: 'Plus : {volume}',
      below: 'Juste sous le seuil, laissés de côté',
      onLastDay: 'le dernier jour avec des articles',
      inLastDays: 'ces {days, number} derniers jours',
      inLastDaysWithPapers: 'ces {days, number} derniers jours avec des articles',
      youCan: 'Vous pouvez quand même vous abonner.',
      crowded:
        'C’est beaucoup ; un bulletin montre les {papers, number} meilleurs. Précisez avec un autre mot, une "expression", `title:` ou une catégorie comme `cat:cs.LG`.',
      next: 'Prochain bulletin : {next} ({schedule})',
      nextNew: 'Prochain bulletin : {next} ({schedule}), avec les articles annoncés à partir de maintenant',
      previewNext: '{next}.',
      alreadyThere:
        '{channel} reçoit déjà les articles sur **{topic}**, donc rien n’a été modifié. Changez le sujet, ou laissez-le tel quel.',
      changedMeanwhile:
        'Quelqu’un a entre-temps changé ce sujet de {channel} en **{topic}**, donc je n’ai rien modifié. Changez-le de nouveau, ou laissez-le tel quel.',
      changeTopic: 'Changer le sujet',
      capReached:
        'Ce serveur a {n, number} abonnements, ce qui est le maximum. Supprimez-en un avec `/unsubscribe`, ou réunissez des sujets avec OR, comme dans `graphs OR trees`.',
      done: 'C’est fait : {channel} reçoit les articles sur **{topic}**.',
      doneInstead: 'C’est fait : {channel} reçoit les articles sur **{topic}** au lieu de **{replaced}**.',
      doneNext: '{next}. Modifiez cela avec `/digest settings` ; voyez un bulletin avec `/digest preview`.',
      announced: '{person} a abonné ce salon à **{topic}**.',
      announcedInstead: '{person} a changé le sujet **{replaced}** de ce salon en **{topic}**.',
      formTitle: 'Sujet',
      formLabel: 'De quoi les articles doivent-ils parler ?',
      formHint: 'Mots, "expressions", OR, -sans, (…), title: author: cat:',
      indexing:
        'L’index de recherche est en reconstruction : {percent, number} % faits, les articles récents d’abord. Les bulletins ne sont pas touchés.',
    },
    subscriptions: {
      noneOnServer: 'Ce serveur n’a aucun abonnement. Créez-en un avec `/subscribe`.',
      noneInChannel: '{channel} n’a aucun abonnement. Créez-en un avec `/subscribe`.',
      onServer: 'Ce serveur a {n, plural, one {# abonnement} many {# d’abonnements} other {# abonnements}}.',
      inChannel: '{channel} a {n, plural, one {# abonnement} many {# d’abonnements} other {# abonnements}}.',
      page: 'Page {page, number} sur {pages, number}',
      previous: 'Précédent',
      next: 'Suivant',
      undo: 'Annuler',
      topic: '• **{topic}**, par {person}',
      unreadable:
        '• **{topic}**, par {person} : **ce sujet est illisible**, donc aucun article n’arrive. {reason} Modifiez-le ci-dessous.',
      blocked: '-# Bloqué : {next}',
      goneBelow: 'Déplacez ou supprimez ci-dessous les sujets du salon supprimé.',
      channelBlocked: '{channel} : **bloqué**, {reason}',
      channelNext: '{channel} : prochain bulletin {when}',
      channelPaused: '{channel} : {when}',
      changeTopic: 'Modifier un sujet…',
      removeSubscription: 'Supprimer un abonnement…',
      pauseOrResume: 'Suspendre ou faire revenir un bulletin…',
      pause: 'Suspendre le bulletin de {channel}',
      resume: 'Faire revenir le bulletin de {channel}',
      deletedChannel: 'le salon supprimé',
      moveTopics: 'Déplacer les sujets ({channel}) vers…',
      removeTopics: 'Supprimer les sujets ({channel})',
      here: 'ici',
      moved:
        'C’est fait : {n, plural, one {# sujet déplacé} many {# de sujets déplacés} other {# sujets déplacés}} vers {channel}. Prochain bulletin là-bas : {next}.',
      alreadyThere:
        '{n, plural, one {# sujet y avait} many {# de sujets y avaient} other {# sujets y avaient}} déjà un abonnement.',
      notSent:
        '{n, plural, one {# message pour le salon supprimé ne sera pas envoyé} many {# de messages pour le salon supprimé ne seront pas envoyés} other {# messages pour le salon supprimé ne seront pas envoyés}} : `/papers search` trouve les articles.',
      movedAnnounced:
        '{person} a déplacé ici {n, plural, one {# sujet} many {# de sujets} other {# sujets}} d’un salon supprimé.',
      dropped:
        'C’est fait : {n, plural, one {# sujet du salon supprimé est retiré} many {# de sujets du salon supprimé sont retirés} other {# sujets du salon supprimé sont retirés}}.',
      removed: 'C’est fait : {channel} ne reçoit plus les articles sur {topic}.',
      removedLast:
        'C’est fait : {channel} ne reçoit plus les articles sur {topic}. C’était son dernier abonnement : il ne reçoit plus de bulletins.',
      withdrawn:
        '{n, plural, one {# message que je n’avais pas encore envoyé est retiré} many {# de messages que je n’avais pas encore envoyés sont retirés} other {# messages que je n’avais pas encore envoyés sont retirés}}.',
      withdrawnUndo:
        '{n, plural, one {# message que je n’avais pas encore envoyé est retiré ; *Annuler* l’envoie} many {# de messages que je n’avais pas encore envoyés sont retirés ; *Annuler* les envoie} other {# messages que je n’avais pas encore envoyés sont retirés ; *Annuler* les envoie}} malgré tout.',
      removedAnnounced: '{person} a désabonné ce salon de {topic}.',
      restored: 'Annulé : {channel} reçoit les articles sur {topic} comme avant.',
      restoredAnnounced: '{person} a de nouveau abonné ce salon à {topic}.',
    },
    syntax: {
      typed: '« {typed} »',
      nothingTyped: 'Il n’y a pas encore de sujet. Tapez quelques mots, par ex. diffusion models.',
      tooLong: 'Ce sujet a {length, number} caractères ; la limite est {limit, number}. Divisez-le en deux sujets.',
      tooLongInFull:
        'Écrit en entier, ce sujet a {length, number} caractères ; la limite est {limit, number}. Enlevez quelques termes.',
      tooManyTerms: 'Un sujet peut avoir {limit, number} termes, et en voici un de plus. Divisez-le en deux sujets.',
      tooDeep:
        'Les groupes peuvent s’emboîter sur {limit, number} niveaux, et ceci va plus loin. Écrivez cette partie avec moins de parenthèses.',
      tooWide:
        'À lui seul, ceci correspondrait à presque tous les articles. Ajoutez de quoi ils parlent, comme dans graphs is:new.',
      tildeAfterWord:
        'Un ~ avec un nombre suit des mots entre guillemets, comme dans "graph neural"~5. Mettez les mots entre guillemets, ou écrivez seulement {typed} pour le trouver à toute forme.',
      tildeWithoutNumber:
        'Un ~ après des mots entre guillemets veut un nombre juste après, comme dans "graph neural"~5. Ajoutez-le, ou enlevez le ~.',
      onlyExclusions:
        'Ceci dit seulement ce qu’il faut exclure, et correspondrait donc à presque tous les articles. Ajoutez ce que vous cherchez, comme dans graphs -survey.',
      unclosedQuote: 'Ce guillemet n’est jamais fermé. Ajoutez-en un où finit l’expression, ou enlevez-le.',
      unclosedGroup: 'Cette parenthèse n’est jamais fermée. Ajoutez un ) où finit le groupe.',
      unopenedGroup: 'Cette parenthèse ne ferme rien. Enlevez-la, ou ajoutez un ( avant elle.',
      emptyGroup: 'Il n’y a rien entre ces parenthèses. Ajoutez un terme, ou enlevez-les.',
      loneMinus: 'Un moins va juste devant ce qu’il exclut, comme dans -survey. Enlevez l’espace, ou le moins.',
      tiedMinus:
        'Cela peut être un trait d’union ou un moins. Mettez une espace devant pour exclure la suite, ou écrivez une espace à la place.',
      missingWord:
        'Il n’y a pas de terme {side, select, before {avant} other {après}} {typed}. Ajoutez-en un, ou mettez le mot entre guillemets pour le chercher.',
      missingTerm:
        'Il n’y a pas de terme {side, select, before {avant} other {après}} {typed}. Ajoutez-en un, ou enlevez le signe.',
      missingValue: 'Après {name}: il manque une valeur ({takes}). Ajoutez-la, ou enlevez {name}:.',
      fieldInField: 'Un groupe de {outer}: ne peut pas contenir un autre champ. Fermez la parenthèse avant {name}:.',
      groupInField:
        '{name}: demande une valeur ({takes}), et non un groupe. Mettez les mots entre guillemets au lieu de parenthèses.',
      bareCategory:
        '{typed} est une catégorie. Écrivez cat:{category}, ou mettez-la entre guillemets pour chercher le texte.',
      barePaper: '{typed} est un article. Écrivez id:{id}, ou mettez-le entre guillemets pour chercher le texte.',
      exclamation:
        'Un point d’exclamation n’exclut rien. Écrivez -{word}, ou mettez-le entre guillemets pour chercher le texte.',
      fieldWithoutColon:
        'Un champ veut un deux-points après son nom. Écrivez {meant}, ou mettez-le entre guillemets pour chercher le texte.',
      unknownField:
        'Il n’y a pas de champ {typed}. Les champs sont {fields}. Pour chercher le texte, mettez-le entre guillemets.',
      unknownFieldMeant:
        'Il n’y a pas de champ {typed}. Vouliez-vous dire {meant}: ? Pour chercher le texte, mettez-le entre guillemets.',
      noWords: 'Il n’y a pas de mots entre ces guillemets. Ajoutez-en, ou enlevez-les.',
      onlySigns: '{typed} n’a que des signes. Enlevez-le, ou ajoutez des lettres ou des chiffres.',
      noStar:
        '{what, select, sentence {Une phrase} organization {Le nom d’une organisation} other {Un nom}} se compare en entier, donc l’étoile de {typed} n’a pas d’effet. Enlevez-la.',
      unknownValue: '{typed} n’existe pas. Choisissez parmi {values}.',
      unknownValueMeant: '{typed} n’existe pas. Vouliez-vous dire {meant} ?',
      unknownCategory:
        'Il n’y a pas de catégorie {typed}. Écrivez une catégorie comme cs.LG, ou toute une archive comme cs.*.',
      unknownCategoryMeant: 'Il n’y a pas de catégorie {typed}. Vouliez-vous dire {meant} ?',
      unknownArea: 'Il n’y a pas de catégorie {typed}. Écrivez un domaine comme {area}, ou tous avec {server}/*.',
      starMoved: 'Une étoile va à la fin d’un mot, comme dans transform*. Déplacez l’étoile de {typed}, ou enlevez-la.',
      starInside: 'Une étoile va à la fin d’un mot, comme dans transform*. Écrivez {begun}* au lieu de {typed}.',
      starInPhrase: 'Une étoile n’a pas d’effet entre guillemets. Enlevez l’étoile de {typed}, ou les guillemets.',
      shortPrefix:
        '{typed} correspondrait à presque tous les articles. Écrivez au moins {least, number} lettres avant l’étoile.',
      exactAndNear: '{typed} a un = et un ~, qui s’excluent. Enlevez le = ou le ~{distance}.',
      brokenDistance:
        'Entre des mots, on compte d’autres mots en nombre entier. Écrivez {whole} au lieu de {distance}, ou about: devant les mots si vous pensez à leur sens.',
      tooFar:
        '{distance} mots d’écart, ce n’est pas proche ; la limite est {limit, number}. Écrivez un nombre plus petit après le ~.',
      initials: '{typed} n’a que des initiales, que des milliers de noms partagent. Ajoutez le nom de famille.',
      notAnId:
        '{typed} n’est ni un identifiant arXiv ni un DOI. Écrivez par exemple 2406.01234 ou 10.1101/2026.01.02.123456, ou collez l’adresse d’un article.',
      notACount: '{typed} n’est pas un nombre de votes. Écrivez par exemple >=20, <5, 20 ou 10..50.',
      impossibleCount: 'Aucun nombre de votes ne peut être {typed}. Échangez les bornes, ou changez-les.',
      exactSentence: '{typed} a un =, qui n’a pas d’effet sur le sens. Enlevez-le.',
      longSentence:
        'Cette phrase a {words, number} mots ; la limite est {limit, number}. Dites en une courte phrase de quoi parlent les articles.',
      meaningOff:
        'La personne qui héberge ce bot a désactivé les sujets par le sens (MEANING=off). Écrivez des mots que contiennent les articles, sans about: ni ~.',
      meaningDamaged:
        'Les sujets par le sens ne fonctionnent pas ici en ce moment, car la table de vecteurs de mots du bot est endommagée. Prévenez la personne qui héberge le bot, ou écrivez des mots que contiennent les articles.',
      strictness:
        'La sévérité d’un sujet suit le ~ : un nombre de {least} (beaucoup d’articles) à {most} (peu), avec au plus deux chiffres après le point. Changez {typed}, ou enlevez-le.',
      emptySentence: 'Ces mots sont dans presque tous les articles. Ajoutez de quoi parlent les articles.',
      unknownMeaning:
        'Je ne sais pas ce que veut dire {typed}. Pour trouver des articles avec ces mots, enlevez about: et ~, ou dites-le autrement.',
      takesWords: 'un mot, une "expression" ou un groupe entre parenthèses',
      takesName: 'un nom, un "nom complet" ou un groupe entre parenthèses',
      takesSource: 'une source : {sources}',
      takesPart: 'code, pdf ou doi',
      takesId: 'un identifiant arXiv comme 2406.01234, un DOI ou l’adresse d’un article',
      takesCount: 'un nombre : >=20, <5, 20 ou 10..50',
      takesSentence: 'une phrase entre guillemets, comme dans about:"editing the weights of a trained model"',
      takesState: 'new, cross, replaced, withdrawn ou notice',
      takesCategory:
        'une catégorie comme cs.LG ou biorxiv/genomics, une archive comme cs.*, ou un groupe entre parenthèses',
    },
    timing: {
      nextDue: 'Prochain bulletin : dû maintenant',
      nextAt: 'Prochain bulletin : {at}, {relative}',
      paused: '**Suspendu** depuis le {since}. Reprenez avec `/digest resume`.',
      pausedUntil: '**Suspendu** depuis le {since}, jusqu’au {until}. Reprenez avec `/digest resume`.',
      dueNow: 'dû maintenant',
      pausedOpen: 'suspendu jusqu’à ce que quelqu’un lance `/digest resume`',
      pausedTill: 'suspendu jusqu’au {until}',
      everyDay: 'tous les jours',
      weekdays: 'en semaine',
      weekends: 'le week-end',
      schedule: '{time} {zone}, {days}',
      perDay: '{rate, number} par jour',
      perWeek: '{rate, number} par semaine',
      lessThanWeekly: 'moins de 1 par semaine',
      aboutPerDay: 'environ {rate, number} par jour',
      aboutPerWeek: 'environ {rate, number} par semaine',
    },
    topics: {
      unreadable: 'Je ne peux pas lire ce sujet :',
      unreadableEnd: 'Je ne peux pas lire ce sujet, à sa fin :',
      unreadableAt: 'Je ne peux pas lire ce sujet, au caractère {character, number} :',
    },
    trail: {
      listedBy: 'Listé par {listings}',
      listing:
        '{source} le {day} ({how, select, new {nouveau} pick {sélectionné} cross {liste croisée} replace {nouvelle version} other {nouvelle version, liste croisée}})',
      received: 'Reçu le {at}',
      topics: '**Sujets de {channel}**',
      moreTopics: 'et {n, plural, one {# autre sujet} many {# d’autres sujets} other {# autres sujets}}',
      misses: '• **{topic}** ne correspond pas : {reason}',
      matches: '• **{topic}** correspond : {reason}',
      late: '{line} ; abonné plus tard, le {at}',
      unreadable: 'il est illisible : {reason}',
      thisPaper: 'Cet article',
      duplicate: '{paper}, qui a le même titre et les mêmes auteurs,',
      because: ', car {reason}',
      posted: '{subject} a été publié dans le bulletin du {day} pour {channel}.',
      postedAt: '{subject} a été publié dans le bulletin du {day} pour {channel}. {link}',
      blocked: '{subject} est dans le bulletin du {day} pour {channel}, qui ne peut pas être publié{because}. {next}',
      dropped:
        '{subject} est dans le bulletin du {day} pour {channel}, mais ce message n’a pas pu être publié{because}. Montrez-le avec `/papers show`.',
      uncertain:
        '{subject} est dans le bulletin du {day} pour {channel}. Je ne sais pas si ce message est arrivé, donc je ne l’ai pas renvoyé{because}. Cherchez-le dans le salon.',
      uncertainFrom:
        '{subject} est dans le bulletin du {day} pour {channel}. Je ne sais pas si ce message est arrivé, donc je ne l’ai pas renvoyé{because}. Cherchez-le dans le salon, à partir du {from}.',
      withdrawn:
        '{subject} était dans le bulletin du {day} pour {channel}, qui a été retiré : le dernier abonnement du salon a été supprimé avant que j’envoie le bulletin. Montrez-le avec `/papers show`.',
      onItsWay:
        '{subject} est dans le bulletin du {day} pour {channel}, qui est en route{because}. Je continue d’essayer. Vous n’avez rien à faire.',
      onItsWayAgain:
        '{subject} est dans le bulletin du {day} pour {channel}, qui est en route{because}. Je réessaie {when}. Vous n’avez rien à faire.',
      refused:
        '{subject} était dans le bulletin du {day} pour {channel}, mais je l’ai laissé de côté, car Discord le refuse. Montrez-le avec `/papers show`.',
      noSubscription: '{channel} n’a aucun abonnement, donc ne reçoit pas d’articles. Créez-en un avec `/subscribe`.',
      notListed:
        'Cet article n’était dans aucune liste que j’ai récupérée, donc aucun bulletin ne pouvait le contenir. Il est plus ancien que ma première récupération, ou il n’est pas encore annoncé. Montrez-le dans {channel} avec `/papers show`.',
      inNoListing:
        'Cet article n’était dans aucune liste, donc il ne comptait pas comme nouveau. Montrez-le dans {channel} avec `/papers show`.',
      newVersionOnly:
        'Cet article n’était listé que comme nouvelle version, donc il ne comptait pas comme nouveau. Montrez-le dans {channel} avec `/papers show`.',
      noMatch:
        'Cet article n’est pas arrivé dans {channel}, car aucun sujet ne correspond. Voyez ci-dessous ce qui manque à chaque sujet. Modifiez-en un avec `/subscriptions`.',
      past: 'Cet article a été annoncé vers le {day}. Je l’ai reçu plus tard, avec des articles du passé, qui ne sont pas publiés. Montrez-le dans {channel} avec `/papers show`.',
      beforeSubscription:
        'Cet article correspond, mais je l’ai reçu avant que {channel} s’abonne à un sujet qui correspond. Un abonnement n’apporte que les articles suivants. Montrez-le avec `/papers show`.',
      otherSources:
        'Cet article correspond, mais les bulletins de {channel} ne prennent que des articles de {sources}. Modifiez cela avec `/digest settings`.',
      otherSourcesOn:
        'Cet article correspond, mais les bulletins de {channel} ne prennent que des articles de {sources}. Il n’était pas dans le bulletin du {day}. Modifiez cela avec `/digest settings`.',
      fewUpvotes:
        'Cet article correspond, mais les bulletins de {channel} ne prennent que des articles avec au moins {least, plural, one {# vote} many {# de votes} other {# votes}}, et il en a {upvotes, plural, =0 {zéro} one {#} many {#} other {#}} jusqu’ici. Modifiez cela avec `/digest settings`.',
      fewUpvotesOn:
        'Cet article correspond, mais les bulletins de {channel} ne prennent que des articles avec au moins {least, plural, one {# vote} many {# de votes} other {# votes}}, et il en a {upvotes, plural, =0 {zéro} one {#} many {#} other {#}} jusqu’ici. Il n’était pas dans le bulletin du {day}. Modifiez cela avec `/digest settings`.',
      noUpvotes:
        'Cet article correspond, mais les bulletins de {channel} ne prennent que des articles avec au moins {least, plural, one {# vote} many {# de votes} other {# votes}}, et aucune source n’en compte pour lui. Modifiez cela avec `/digest settings`.',
      noUpvotesOn:
        'Cet article correspond, mais les bulletins de {channel} ne prennent que des articles avec au moins {least, plural, one {# vote} many {# de votes} other {# votes}}, et aucune source n’en compte pour lui. Il n’était pas dans le bulletin du {day}. Modifiez cela avec `/digest settings`.',
      overMaximum:
        'Cet article correspondait, mais le bulletin du {day} pour {channel} ne contient que {n, plural, one {# article} many {# d’articles} other {# articles}}, et il n’en faisait pas partie. Augmentez le maximum avec `/digest settings`.',
      leftOut:
        'Cet article correspond aux sujets de {channel}, mais a été laissé de côté quand il a été examiné. Un sujet, les réglages ou l’article ont changé depuis. Montrez-le avec `/papers show`.',
      leftOutOf:
        'Cet article correspond aux sujets de {channel}, mais a été laissé de côté quand il a été examiné pour le bulletin du {day}. Un sujet, les réglages ou l’article ont changé depuis. Montrez-le avec `/papers show`.',
      comingBlocked:
        'Cet article attend le prochain bulletin de {channel}, où rien ne peut être publié : {reason}. {next}',
      comingPaused:
        'Cet article correspond, mais le bulletin de {channel} est {when}. Le premier bulletin après une pause n’a que les articles des derniers jours.',
      comingOverMaximum:
        'Cet article correspond, mais {n, plural, one {# autre article passerait} many {# d’autres articles passeraient} other {# autres articles passeraient}} avant lui dans le prochain bulletin de {channel}, {when}. Ce bulletin n’en contient pas plus. Augmentez le maximum avec `/digest settings`.',
      coming: 'Cet article sera dans le prochain bulletin de {channel}, {when}. Voyez-le avec `/digest preview`.',
      place: 'Place {place, number}',
      placeOf: 'Place {place, number} sur {n, number}',
      oneOf:
        'Parmi {n, plural, one {# article qui correspondait} many {# d’articles qui correspondaient} other {# articles qui correspondaient}}',
      ordered: '{place}, {order}',
      orderedHere: 'Les bulletins sont ici classés {order}',
      placeAndOrder: '{place}. Les bulletins sont ici classés {order}',
      byVotes: 'par votes ; cet article a {n, plural, one {# vote} many {# de votes} other {# votes}}.',
      byDate: 'par date ; cet article est du {date}.',
      byNoDate: 'par date ; cet article n’en a pas.',
      byRelevance: 'par pertinence.',
      byRelevanceFor: 'par pertinence : {place, selectordinal, one {#er} other {#e}} sur {n, number} pour **{topic}**.',
      raised:
        '{n, plural, one {# vote la multiplie par {times}} many {# de votes la multiplient par {times}} other {# votes la multiplient par {times}}}.',
      raisedByMarks:
        '{n, plural, one {# marque la multiplie par {times}} many {# de marques la multiplient par {times}} other {# marques la multiplient par {times}}}.',
      loweredByMarks:
        '{n, plural, one {# marque la divise par {times}} many {# de marques la divisent par {times}} other {# marques la divisent par {times}}}.',
      unmoved:
        '{n, plural, one {# marque n’y change rien} many {# de marques n’y changent rien} other {# marques n’y changent rien}}.',
      lowered: 'En liste croisée, il compte {share} fois.',
      relevance: 'pertinence {relevance} ({high} est élevé)',
    },
    trending: {
      today: 'ces dernières 24 heures',
      week: 'ces 7 derniers jours',
      month: 'ces 30 derniers jours',
      title:
        '**Tendances sur Hugging Face** : {n, plural, one {l’article} many {les articles} other {les articles}} avec le plus de votes par heure {period}.',
      titleOn:
        '**Tendances sur Hugging Face** sur **{topic}** : {n, plural, one {l’article} many {les articles} other {les articles}} avec le plus de votes par heure {period}.',
      asOf: 'Relevé {when}.',
      gained: '{upvotes}, dont {gained, number} en {span} ({pace})',
      gainedAll: '{upvotes}, tous en {span} ({pace})',
      sinceListed: '{upvotes} depuis son arrivée dans la liste, il y a {span}',
      gainedKnown: '{upvotes}, dont {gained, number} en {span}',
      hours: '{n, plural, one {# heure} many {# d’heures} other {# heures}}',
      days: '{n, plural, one {# jour} many {# de jours} other {# jours}}',
      lessThanAnHour: 'moins d’une heure',
      perHour: '{rate, number} par heure',
      perDay: '{rate, number} par jour',
      place: 'nº {place, number} de son classement',
      noneOn:
        'Aucun article sur **{topic}** n’a reçu de votes sur Hugging Face {period}. Essayez une période plus longue, ou `/papers search`.',
      none: 'Aucun article n’a reçu de votes sur Hugging Face {period}. Essayez une période plus longue.',
      noUpvotes:
        'Je n’ai pas encore de votes de Hugging Face. Réessayez dans quelques minutes. S’il n’en vient pas, ce bot fonctionne sans Hugging Face : utilisez `/papers search`.',
    },
  },
};
