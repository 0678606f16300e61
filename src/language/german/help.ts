import type { english, Translated } from '../english.ts';

export const help: Translated<typeof english.help> = {
  title: '**Paperboy bringt die Forschungspaper des Tages.**',
  sources: 'Die Paper kommen von {sources}.',
  what: 'Ein Kanal abonniert Themen und bekommt täglich einen Digest mit den passenden Papern und dem Grund, warum sie da sind.',
  topics: `**Themen**
\`diffusion models\` beide Wörter, in jeder Form: model, models, modelling
\`"diffusion models"\` die Phrase · \`"graph attention"~5\` höchstens 5 Wörter dazwischen
\`about:"editing the weights of a model"\` Paper darüber, in beliebigen Worten
\`cats OR dogs\` eins davon · \`-survey\` ohne dieses Wort · \`(a OR b) c\` Gruppen
\`superconduct*\` Wörter, die so anfangen · \`=transformer\` genau diese Form, \`=IT\` mit Großbuchstaben
\`title:attention\` · \`abstract:trial\` · \`comment:"accepted at ACL"\` · \`all:trial\` Titel oder Abstract
\`author:"Y. LeCun"\` · \`org:deepmind\` · \`id:2406.01234\` oder eine DOI
\`cat:cs.LG\` \`cat:biorxiv/genomics\` eine Kategorie · \`cat:(cs.AI, cs.CV)\` eine von beiden · \`cat:cs.*\` ein Archiv · \`primary:cs.LG\` ohne Querlistungen
\`has:code\` · \`graphs is:new\` · \`graphs is:withdrawn\` · \`source:hf\` · \`upvotes:>=20\`
Gib in \`/subscribe\` ein Fachgebiet ein, etwa *exoplanets*: Es gibt fertige Themen.`,
  everyone: `**Für alle**
\`/papers search\` findet Paper nach Wörtern, Titel oder Frage; nur du siehst sie
\`/papers show\` zeigt allen hier ein Paper
\`/papers similar\` listet die ähnlichsten Paper auf
\`/papers trending\` zeigt, was auf Hugging Face Upvotes bekommt
\`/papers stats\` zeichnet, wie viele Paper ein Thema hat, wo und von wem
\`/papers ping\` meldet Papers zu deinem Thema · \`/papers pings\`
\`/papers cite\` zitiert Paper · \`/papers saved\` ist deine Leseliste`,
  managers: `**Für Kanalverwalter**
\`/subscribe\` zeigt, was ein Thema brächte, und abonniert es auf Wunsch
\`/subscriptions\` zeigt, ändert und entfernt Abos · \`/unsubscribe\` lässt ein Thema weg
\`/digest settings\` stellt Zeit, Tage, Länge und Reihenfolge ein
\`/digest preview\` zeigt den nächsten Digest · \`/digest now\` postet ihn sofort
\`/digest why\` sagt, warum ein Paper im Digest steht oder nicht
\`/digest status\` zeigt, wie die Digests liefen · \`/digest pause\` und \`/digest resume\``,
};
