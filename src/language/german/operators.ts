import type { english, Translated } from '../english.ts';

export const operators: Translated<typeof english.operators> = {
  words: '`diffusion models` beide Wörter, in jeder Form: model, models, modelling',
  phrase: '`"diffusion models"` die Phrase · `"graph attention"~5` höchstens 5 Wörter dazwischen',
  logic: '`cats OR dogs` eins davon · `-survey` ohne dieses Wort · `(a OR b) c` Gruppen',
  forms: '`superconduct*` Wörter, die so anfangen · `=transformer` genau diese Form · `=IT` mit diesen Großbuchstaben',
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
};
