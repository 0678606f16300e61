/** Where a paper was accepted or published, as its authors say. */
export interface Acceptance {
  /** `accepted` includes papers that are to appear. */
  readonly how: 'accepted' | 'published' | 'presented';
  /** As the authors write it, tidied: `NeurIPS 2026`, `CVPR 2026 Workshop on Tides`, `IEEE TPAMI`. */
  readonly venue: string;
}

const longestVenue = 90;

/**
 * Reads from arXiv's comments where a paper was accepted. Null where they do not say so of this very paper: a paper that
 * is submitted, under review, or an extended version of an accepted one does not count. Readers take the result for a
 * fact, so an unclear text gives null.
 */
export function readAcceptance(comment: string | null): Acceptance | null {
  if (comment === null) return null;
  for (const clause of clausesOf(comment)) {
    const found = isOfThisPaper(clause) ? (readPhrase(clause) ?? readLabel(clause)) : null;
    if (found !== null) return found;
  }
  return null;
}

/** The end of a clause: a full stop after a whole word, a semicolon, a link, or a count of pages or figures. */
const clauseEnd = new RegExp(
  [
    /(?<=[\p{Ll}\d)\]'’"]{2}|\d\))\.(?=\s|$)/u,
    /;|\bhttps?:\S*|\\url\S*/u,
    /(?:[,(]|\band|\bwith|^|\s)\s*\d+\s*-?\s*(?:\w+-column |double column |main |content |extra )?(?:pages?|pp|figs?|figures?|tables?|equations?|references)\b(?: (?:pre-?print|total|in total))?/u,
    /\b(?:code|project page|project website|website|datasets?)\b\s*(?:is|are|and code|page|:|at|available|will|repository)[^.;]*/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'giu',
);
/** Abbreviations in the names of journals, whose full stop does not end a sentence. */
const abbreviation =
  /\b(Proc|Conf|Trans|Int|Intl|Symp|Adv|Lett|Rev|Phys|Comput|Sci|Eng|Syst|Appl|Soc|Vol|No|vol|no|J|Res|Math|Mach|Learn|Intell)\./g;

const clausesOf = (comment: string): readonly string[] =>
  comment
    .replace(/[\s~]+/gu, ' ')
    .replace(abbreviation, '$1\u2024')
    .split(clauseEnd)
    .map((clause) => (clause ?? '').replaceAll('\u2024', '.').trim())
    .filter((clause) => clause !== '');

const otherPaper =
  /\b(?:(?:extended|longer|expanded|short|shorter|abridged|condensed|preliminary|earlier|previous|initial|prior|revised|conference|journal|workshop) (?:abstract |arxiv )?versions? (?:of|was|were|is|has|have|had|appear\w*|accepted|published|presented|will)|extends|parts? of (?:the|this|our) (?:work|paper|results)|based on|builds? (?:up)?on|version of (?:a|an|our|the) (?:short|earlier|previous))\b/i;
const notYet =
  /\b(?:not (?:yet )?(?:been )?(?:accepted|published|presented)|(?:if|upon|once|after|until|when) (?:accept|publi)|to be submitted|re-?submitted|under (?:peer[- ])?review|in review|in submission|submitted to|submitted for|reject|withdrawn|unpublished|(?:partially|conditionally|provisionally) accepted|minor revision|major revision)/i;

const isOfThisPaper = (clause: string): boolean => !otherPaper.test(clause) && !notYet.test(clause);

interface Phrase {
  readonly how: Acceptance['how'];
  /** The venue begins where the match ends. */
  readonly pattern: RegExp;
}

const purpose =
  '(?:(?:as|for) (?:an? |the )?(?:(?:full|long|short|regular|oral|poster|spotlight|highlight|conference|journal|main|demo|workshop|research|lightning|inclusion|virtual|extended|and|or|\\/|&) ?)*(?:publication|presentations?|papers?|posters?|talks?|orals?|spotlights?|highlights?|articles?|inclusion|chapters?|abstracts?|demos?|proceedings|contributions?)?(?: and (?:publication|presentation|for publication))? ?)?';
const preposition = '(?:at|to|by|in|into|for|with|within|@|:|,|\\bon\\b)';
const proceedings =
  '(?:the )?(?:(?:(?:conference |workshop |annual |upcoming )?proceedings|proc\\.?)(?: of)?(?: the)? )?';

const phrases: readonly Phrase[] = [
  {
    how: 'accepted',
    pattern: new RegExp(
      `\\b(?:accepted|accept)(?: (?:papers?|manuscript|article|version))?(?: \\(?(?:oral|poster|spotlight|highlight)\\)?)? ?(?:and (?:to be )?(?:presented|published|to appear) ?)?${purpose}(?:(?:to )?(?:appear|be (?:published|presented)) )?${preposition} ?${proceedings}`,
      'iu',
    ),
  },
  {
    how: 'accepted',
    pattern: new RegExp(
      `\\b(?:to appear|will appear|will be appearing|to be published|will be published|forthcoming|in press|camera[- ]ready(?: version| paper| copy)?) ${purpose}(?:in|at|of|for|by|as part of|:) ?${proceedings}`,
      'iu',
    ),
  },
  {
    how: 'published',
    pattern: new RegExp(
      `\\b(?:published|appear(?:s|ed|ing)) ?(?:online )?${purpose}(?:in|at|by|to) ?${proceedings}`,
      'iu',
    ),
  },
  { how: 'published', pattern: /^in (?:proceedings|proc\.?)(?: of)?(?: the)? /iu },
  { how: 'presented', pattern: new RegExp(`\\bpresented ?${purpose}(?:at|in|to) ?${proceedings}`, 'iu') },
];

function readPhrase(clause: string): Acceptance | null {
  for (const { how, pattern } of phrases) {
    const match = pattern.exec(clause);
    const venue = match === null ? null : readVenue(clause.slice(match.index + match[0].length));
    if (venue !== null) return { how, venue };
  }
  return null;
}

/** `NeurIPS 2026 Poster`, `AAAI 2026 (oral)`: a venue, a year, and a word that is used for accepted papers only. */
function readLabel(clause: string): Acceptance | null {
  const label =
    /^(?:the )?((?:(?:IEEE|ACM|IEEE\/CVF) )?[A-Z][\w&/+-]{1,14}(?: \w+)?[ ,'’-]{0,2}(?:20)?\d\d\b)[\s,:()/-]*(?:accepted|oral|poster|spotlight|highlight|main (?:track|conference|proceedings)|findings|camera[- ]ready|conference paper|journal)/iu.exec(
      clause,
    );
  const venue = label === null ? null : readVenue(label[1] ?? '');
  return venue === null ? null : { how: 'accepted', venue };
}

/** The end of a venue within its clause. */
const venueEnd =
  /,? (?:and (?:will|to|is|has|was|published|presented|received|selected)|as (?:an?|the|part)|which|where|with (?:an?|the|oral)|under (?:the|same)|but|copyright|©|the (?:final|official|definitive)|this (?:is|version|paper|work)|please|see|doi|available|held|to be|for (?:future |oral |poster )?(?:publication|presentation)|accepted|co-?located|(?:an )?extension|taking place|in press|code|camera|extended|selected|received|arxiv|supplement\w*|project|paper (?:is|has|and|id)|includ\w+|best|submission \d+|pp)\b.*$|,? \(?(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?) \d.*$/iu;

function readVenue(tail: string): string | null {
  const cut = tail
    .replace(venueEnd, '')
    .replace(
      /^(?:(?:[Tt]he|[Aa]n?|our|its|main|conference|journal|of|at|in|to|by|for|as|poster|workshop of|[Pp]roceedings) )+/u,
      '',
    )
    .replace(/^["“'‘:,(\s]+/u, '')
    .replace(/(?: (?:on|in|at|for|of|by|the|as|and|to))+$/iu, '')
    .replace(/["”'’:,(\s.!-]+$/u, '');
  const tidy = balanced(withSpelling(cut));
  const short = tidy.length > longestVenue / 2 ? (shortName(tidy) ?? tidy) : tidy;
  return isVenue(short) ? short : null;
}

/** The text without a bracket or quotation mark whose other half was cut off. */
function balanced(text: string): string {
  if (text.split('"').length % 2 === 0) return balanced(text.slice(0, text.lastIndexOf('"')).replace(/[\s,:-]+$/u, ''));
  const opened = text.lastIndexOf('(');
  if (opened > text.lastIndexOf(')')) return text.slice(0, opened).replace(/[\s,]+$/u, '');
  return text.includes(')') && opened < 0 ? text.replace(/\).*$/u, '') : text;
}

/** The right spelling of names that authors write in any case. */
const spellings: readonly string[] = [
  ...[
    'AAAI',
    'ACL',
    'CIKM',
    'COLING',
    'CVPR',
    'EACL',
    'ECCV',
    'ECIR',
    'EMNLP',
    'ICASSP',
    'ICCV',
    'ICLR',
    'ICML',
    'ICRA',
  ],
  ...['IJCAI', 'Interspeech', 'IROS', 'KDD', 'MICCAI', 'NAACL', 'NeurIPS', 'NIPS', 'SIGIR', 'SIGGRAPH', 'WACV', 'WWW'],
];
const canonical = new Map(spellings.map((name) => [name.toLowerCase(), name]));

/** `CVPR2026`, `ICML'26`, `neurips 2026` → `CVPR 2026`, `ICML 2026`, `NeurIPS 2026` */
const withSpelling = (text: string): string =>
  text
    .replace(/(?<=\p{L})[’'‘`](\d\d)\b(?!\d)/gu, ' 20$1')
    .replace(/(?<=\p{L}{2}) [’'‘`](\d\d)\b(?!\d)/gu, ' 20$1')
    .replace(/\b([A-Za-z]{2,}?)(20\d\d)\b/gu, '$1 $2')
    .replace(/[A-Za-z]{3,}/gu, (word) => canonical.get(word.toLowerCase()) ?? word)
    .replace(/\s+/gu, ' ');

/** The short form in brackets after a long name, with the year: `European Conference on … (ECAI 2026)` → `ECAI 2026`. */
function shortName(text: string): string | null {
  const [, acronym, within] = /\(([A-Z][\w/&+-]*[A-Z][\w/&+-]*)(?:[ ,-]+((?:20)?\d\d))?\)/u.exec(text) ?? [];
  if (acronym === undefined || /workshop/i.test(text)) return null;
  const year = (within ?? /\b20\d\d\b/u.exec(text)?.[0])?.replace(/^(\d\d)$/u, '20$1');
  const part = /\bfindings\b/i.test(text) ? ' Findings' : '';
  return year === undefined ? `${acronym}${part}` : `${acronym} ${year}${part}`;
}

/** Words that are not a venue by themselves: publishers, and words that fit any venue. */
const generic =
  /^(?:(?:an?|the|this|IEEE|ACM|Springer|Elsevier|Wiley|AIP|journals?|conferences?|workshops?|proceedings|publications?|presentations?|transactions|international|national|main|findings|a? ?special issue|chapter|book|\d{1,4}|[\s,.&/()-])+|.*\b(?:et al|editors|copyright|arxiv)\b.*|.*(?:@\w+\.\w|\b\p{Lu}\.,).*)$/iu;

const isVenue = (text: string): boolean =>
  text.length >= 2 &&
  text.length <= longestVenue &&
  /^(?:\p{Ll}{0,4}\p{Lu}|\d)/u.test(text) &&
  /\p{Lu}/u.test(text) &&
  /\p{L}{2}/u.test(text) &&
  !generic.test(text) &&
  !/^(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/u.test(text);
