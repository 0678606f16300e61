/**
 * What the operators of the topic language match, with an example each: the forms without a field, and each field by its
 * name in `src/topics/operators/registry.ts`.
 */
export const operators = {
  words: '`diffusion models` both words, in any form: model, models, modelling',
  phrase: '`"diffusion models"` the phrase · `"graph attention"~5` at most 5 words between',
  logic: '`cats OR dogs` either · `-survey` not that word · `(a OR b) c` grouping',
  forms: '`superconduct*` words that begin so · `=transformer` exactly this form · `=IT` with these capitals',
  all: '`all:trial` in title or abstract, like `trial` alone',
  title: '`title:attention` in the title',
  abstract: '`abstract:trial` in the abstract',
  comment: '`comment:"accepted at ACL"` in the comment of the authors',
  about: '`about:"editing the weights of a model"` about that, in whatever words',
  author: '`author:"Y. LeCun"` papers by a person',
  cat: '`cat:cs.LG` a category · `cat:(cs.AI, cs.CV)` either · `cat:cs.*` an archive · `cat:biorxiv/genomics` an area',
  primary: '`primary:cs.LG` a category, without cross-lists',
  source: '`source:hf` papers that a source listed',
  org: '`org:deepmind` an organization, as Hugging Face names it',
  id: '`id:2406.01234` one paper, by its id or DOI',
  has: '`has:code` with code; also pdf and doi',
  is: '`graphs is:new` only new ones; also cross, replaced, `graphs is:withdrawn`, notice',
  upvotes: '`upvotes:>=20` with at least that many upvotes',
} as const;
