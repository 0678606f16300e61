/** The text of `/papers help`, in parts that Discord shows one below the other. */
export const help = {
  title: "**Paperboy brings the day's research papers.**",
  sources: 'Papers come from {sources}.',
  what: 'A channel subscribes to topics and gets one digest a day with the papers that match, each with the reason why it is there.',
  topics: `**Topics**
\`diffusion models\` both words, in any form: model, models, modelling
\`"diffusion models"\` the phrase · \`"graph attention"~5\` at most 5 words between
\`about:"editing the weights of a model"\` papers about that, in whatever words
\`cats OR dogs\` either · \`-survey\` not that word · \`(a OR b) c\` grouping
\`superconduct*\` words that begin like this · \`=transformer\` exactly this form, \`=IT\` with these capitals
\`title:attention\` · \`abstract:trial\` · \`comment:"accepted at ACL"\` · \`all:trial\` title or abstract
\`author:"Y. LeCun"\` · \`org:deepmind\` · \`id:2406.01234\` or a DOI
\`cat:cs.LG\` \`cat:biorxiv/genomics\` a category · \`cat:(cs.AI, cs.CV)\` either · \`cat:cs.*\` an archive · \`primary:cs.LG\` without cross-lists
\`has:code\` · \`graphs is:new\` · \`graphs is:withdrawn\` · \`source:hf\` · \`upvotes:>=20\`
Type a field's name into \`/subscribe\`, such as *exoplanets*, for ready-made topics.`,
  everyone: `**For everyone**
\`/papers search\` finds stored papers by words, a title or a question; only you see the answer
\`/papers show\` shows one paper to everybody here
\`/papers similar\` lists the papers that are most like one
\`/papers trending\` shows what gets upvotes on Hugging Face
\`/papers stats\` draws how many papers a topic has, where and by whom
\`/papers ping\` tells you when a digest here has a paper on your topic · \`/papers pings\`
\`/papers cite\` cites papers · \`/papers saved\` is your reading list`,
  managers: `**For those who may manage the channel**
\`/subscribe\` shows what a topic would bring, and subscribes the channel once you agree
\`/subscriptions\` lists, changes and removes · \`/unsubscribe\` drops a topic
\`/digest settings\` sets time, time zone, days, length and order
\`/digest preview\` shows the next digest · \`/digest now\` posts it at once
\`/digest why\` says why a paper is in the digest, or why it is not
\`/digest status\` shows how the digests went · \`/digest pause\` and \`/digest resume\``,
} as const;
