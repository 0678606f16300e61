/**
 * The stems of English function words: articles, pronouns, prepositions, conjunctions, auxiliaries, and adverbs that hold
 * sentences together. They say how a sentence is built, and not what it is about, although some of them are as rare in
 * abstracts as words of a subject: `without`, `again`.
 */
const functionWords: ReadonlySet<string> = new Set(
  `a about above across after again against all almost along already also although always am among an and another any
   are around as at away back be because become before behind being below beneath beside between beyond both
   but by can cannot could do down during each either else enough even ever every few first for former from
   further have he hence her here him his how however i if in indeed instead into is it its itself just last
   later latter least less like likewise little many may me mean might more moreover most much must my namely near need
   neither never nevertheless next no nobody none nor not nothing now of off often on once one only onto or other our
   ourself out over own per perhaps quite rather really same several she should since so some somehow
   something sometimes somewhere still such than that the their them themself then there thereby therefore these they
   this those though through throughout thus to together too toward towards under unless unlike until up upon us very via
   we well what whatever when whenever where whereas whereby whether which while who whole whom whose why will
   with within without would yet you your`.split(/\s+/),
);

/** Whether a stem can say what a text is about. */
export const isContentWord = (stem: string): boolean => !functionWords.has(stem);
