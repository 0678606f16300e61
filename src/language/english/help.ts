/** The texts of `/papers help`. The lists of commands and operators come from their registries. */
export const help = {
  title: "**Paperboy brings the day's research papers.**",
  what: 'A channel subscribes to topics, and gets one digest a day with the papers that match.',
  topics: `**Topics**
\`diffusion models\` both words, in any form
\`"diffusion models"\` the phrase
\`cats OR dogs\` either · \`-survey\` without it
\`about:"edit a trained model"\` by meaning
\`author:"Y. LeCun"\` papers by a person
\`cat:cs.LG\` a category`,
  moreTopics: 'All ways to ask: `/papers help about:topics`',
  everyone: '**For everyone**',
  managers: '**For you, who may manage this channel**',
  moreCommands: 'What each does: `/papers help about:commands`',
  allTopics: '**Every way to ask for papers**',
  combining:
    'You can combine all of them: a space means and. Type a field of research into `/subscribe`, such as *exoplanets*, for ready-made topics.',
  sources: 'Papers come from {sources}.',
  allCommands: '**Every command**',
  menus: 'In the menu of a message, below *Apps*: {names}.',
} as const;
