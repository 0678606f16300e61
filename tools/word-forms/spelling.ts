import { type Sources, totalOf } from './evidence.ts';
import { isName } from './letter-case.ts';

/**
 * Spellings that the list pairs, although each is a word of its own: `tyre` and `tire` (which is also fatigue), `kerb`
 * and `curb`, `cheque` and `check`.
 */
const ownWords = new Set(
  'tyre tyres kerb kerbs kerbed kerbing cheque cheques chequebook chequebooks draught draughts storey storeys bogey dependant dependants gauge gauges gauged gauging tonne tonnes daemon daemons callous inured matt whisky whiskies'.split(
    ' ',
  ),
);

/**
 * Parts of British spellings and their American ones, for words that no list has: `neurobehavioural`, `nanofibre`. They
 * hold only where the American spelling is a word, or the corpus has it as well.
 */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/(?<=.{2}[^aeou])is(?=(?:e|es|ed|ing|er|ers|ation|ations|ational|able|ability)$)/, 'iz'],
  [/(?<=[aeo]l)ys(?=(?:e|es|ed|ing|er|ers)$)/, 'yz'],
  [
    /(?<=behavi|neighb|col|tum|fav|flav|hon|hum|lab|rig|vap|harb|od|endeav|arm|parl|sav|val|vig|ard|ranc|ferv|glam)our/,
    'or',
  ],
  [/(?<=cent|fib|met|lit|theat|calib|spect|lust|somb|och|sab)re(?=s?$|d$)/, 'er'],
  [/(?<=cent|met)ring$/, 'tering'],
  [/(?<=.{2}[aeio])ll(?=(?:er|ers|ed|ing|ings|able|or|ors|ation)$)/, 'l'],
  [/(?<=ro)lment/, 'llment'],
  [/(?<=^ski|^wi)lful/, 'llful'],
  [/(?<=.{3})ogue(?=s?$)/, 'og'],
  [/sulph/, 'sulf'],
  [/^grey/, 'gray'],
  [/ae(?=mi[ac])/, 'e'],
  [/(?<=h)ae(?=m[aeio])/, 'e'],
  [/(?<=arch|p|gyn|f|c|pal|prim)ae(?=[bcdo])/, 'e'],
  [/(?<=^|an|kin)ae(?=sth|tio)/, 'e'],
  [/(?<=c)ae(?=sium|cum|sar)/, 'e'],
  [/(?<=^|f|am|hom|man|rrh|pn|c)oe(?=str|dem|soph|t[aiuo]|b|o|uv|a$|ic$|liac)/, 'e'],
  [/(?<=[df]en)ce(?=s?$|less)/, 'se'],
  [/(?<=.{2})eable(?=$)/, 'able'],
  [/(?<=.{2})dgement/, 'dgment'],
  [/(?<=program)me(?=s?$)/, ''],
  [/aluminium/, 'aluminum'],
];

/** Parts of American spellings and what they may be in British ones. `patterns` decides whether they are. */
const reversed: readonly (readonly [RegExp, string])[] = [
  [/iz(?=(?:e|er|ation|able|ability)$)/, 'is'],
  [/(?<=l)yz(?=er?$)/, 'ys'],
  [/(?<=behavi|neighb|col|tum|fav|flav|^vap|od)or(?!iz|iou)/, 'our'],
  [/(?<=cent|fib|(?:kilo|centi|deci|milli|micro|nano|pico|femto)(?:met|lit))er$/, 're'],
  [/sulf/, 'sulph'],
  [/^gray/, 'grey'],
  [/(?<=isch|an|uk|glyc|ur|vol|ox|vir|lipid|acid|kal|natr)e(?=mi[ac]$)/, 'ae'],
  [/(?<=^h|[^cpst]h)e(?=m(?:at|o|ag|ang|orr)[a-z]{2})/, 'ae'],
  [/^e(?=str[aou]|dem[ai]|soph)|(?<=^f)e(?=t(?:al|us|o))|(?<=rrh|pn)e(?=a$|ic$)/, 'oe'],
  [/^e(?=tiolog)|(?<=^p|rthop)e(?=d(?:ia|ic|o[pl]))|(?<=^gyn)e(?=c)|(?<=^an|^)e(?=sthe)|(?<=^arch|^pal)e(?=o)/, 'ae'],
  [/(?<=^c)e(?=sium|cum|sar)/, 'ae'],
  [/(?<=^c)e(?=liac)/, 'oe'],
  [/dgment/, 'dgement'],
  [/(?<=^(?:ana|cata|dia|homo|hetero|ortho|para|mono|epi)l)og$/, 'ogue'],
];

/** How the British may spell the word: `tokenise` for `tokenize`. */
export const britishSpellings = (american: string): readonly string[] =>
  reversed.map(([pattern, british]) => american.replace(pattern, british)).filter((spelled) => spelled !== american);

/** Shorter words are alike by accident too often: `shoes`, `shes`. */
const shortestByPattern = 6;

/** The American spelling of a form, or the form. */
export function americanSpelling(form: string, sources: Sources): string {
  if (ownWords.has(form)) return form;
  const listed = sources.lexicon.american.get(form);
  if (listed !== undefined) return listed;
  if (form.length < shortestByPattern || isName(sources.counts.get(form))) return form;
  for (const [pattern, american] of patterns) {
    const spelled = form.replace(pattern, american);
    if (spelled !== form && isAttested(spelled, form, sources)) return spelled;
  }
  return form;
}

/** Whether the American spelling is a word, and no slip that is rare beside the British one. */
function isAttested(american: string, british: string, sources: Sources): boolean {
  if (isName(sources.counts.get(american))) return false;
  const total = totalOf(american, sources);
  return sources.lexicon.isWord(american) || (total >= 3 && total * 5 >= totalOf(british, sources));
}
