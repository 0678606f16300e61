import type { english, Translated } from '../english.ts';

export const help: Translated<typeof english.help> = {
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
  moreCommands: 'Was jeder tut: `/papers help about:commands`',
  allTopics: '**Alle Arten, nach Papern zu fragen**',
  combining:
    'Du kannst alles kombinieren: Ein Leerzeichen heißt „und“. Gib in `/subscribe` ein Fachgebiet ein, etwa *exoplanets*: Es gibt fertige Themen.',
  sources: 'Die Paper kommen von {sources}.',
  allCommands: '**Alle Befehle**',
  menus: 'Im Menü einer Nachricht, unter *Apps*: {names}.',
};
