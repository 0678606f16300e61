const quoted = '["“”„«‘’\'`]';
const correcting = '(?:corrigend(?:um|a)|errat(?:um|a))';

/** Titles that begin like this are notices about an article, whatever follows. */
const aboutArticles: readonly RegExp[] = [
  // `Erratum: …`, `Corrigendum to “…”`, `Correction and erratum to …`. No other title begins with these words.
  new RegExp(
    `^(?:(?:author|publisher|editor)(?:[’']s|s[’']?)? )?(?:correction |corrigendum |addendum )?(?:and )?${correcting}(?:\\W*$|\\s*[:.(\\u2012-\\u2015]|\\s+(?:-|and|&|to|for|of|on|in|note|notice|${quoted}))`,
    'i',
  ),
  // `Correction: …`, `Author Correction: …`, `Corrections to: …`
  /^(?:(?:author|publisher|editorial|editor|formal|post-publication)(?:[’']s|s[’']?)? )?(?:corrections?|amendments?)(?: (?:notice|note))?(?: (?:to|for|of|in|on))?\s*(?:[:\u2012-\u2015]|$)/i,
  // `Correction to “Tides”`, `Correction to the article Tides`, `Correction for Ruiz et al., Tides`
  new RegExp(
    `^(?:(?:author|publisher) )?corrections? (?:and \\p{L}+ )?(?:to|for|of|in|on) (?:${quoted}|(?:the|an?|our|this|previous)(?: \\p{L}+)? (?:paper|article|manuscript|publication|letter)s?\\b|(?:lancet|n engl j med|jama|proc) |.{2,60}\\bet al\\b)`,
    'iu',
  ),
  // `Publisher’s Note: Tides [Phys. Rev. B 1, 2 (2026)]`, `Editorial Note: …`
  /^(?:publisher|editor)(?:[’']s|s[’']?)? (?:note|correction|erratum)(?:\W*$|\s*[:\u2012-\u2015]| (?:to|on)\b)/i,
  // `Retraction: …`, `Retraction Note to: …`, `Notice of Retraction: …`, `Retraction for Ruiz et al., Tides`
  new RegExp(
    `^(?:notice of |statement of |notification of |partial |editorial )*(?:retraction|withdrawal)(?: (?:note|notice|statement))?(?: (?:to|of|for|on|and replacement of))?\\s*(?:[:\\u2012-\\u2015]|- |${quoted})`,
    'i',
  ),
  /^(?:retraction|withdrawal) (?:note|notice|statement)\b|^(?:notice|statement|notification) of (?:retraction|withdrawal)\b|^(?:retraction|withdrawal) (?:for|of|to) .{2,60}\bet al\b|^retraction\W*$/i,
  // `Expression of Concern: …`, `Editorial Expression of Concern on …`
  /^(?:\p{L}+(?:[’']s)? ){0,2}expressions? of concern(?:\W*$|\s*[:(\u2012-\u2015]|\s+(?:-|to|for|about|regarding|on|over|note|notice|["“‘']))/iu,
];

/** Whole titles of front and back matter. A volume, an issue or pages may follow. */
const matter = [
  'issue (?:publication )?information',
  'publication information',
  '(?:issue )?(?:editorial )?masthead',
  '(?:ifc|ibc|obc|ofc)(?: ?\\((?:editorial board|contents|cover|masthead)[^)]{0,40}\\))?',
  'aims (?:and|&) scope',
  '(?:notes? on (?:the )?|list of |our )?contributors',
  'toc',
  'issue (?:highlights|contents|overview)',
  '(?:graphical )?(?:table of )?contents(?: list| continued| page)?',
  'table of contents(?: and .+)?',
  'graphical abstracts?(?: contents)?',
  'inhalt(?:sverzeichnis)?',
  'sommaire',
  '(?:international )?(?:editorial|advisory|editorial advisory|editorial review)(?: (?:advisory|review))? board(?: members?)?',
  'editors? and (?:editorial|advisory) board',
  '(?:inside )?(?:front|back|end|prelim(?:inary)?) ?matter',
  'frontmatter',
  'backmatter',
  '(?:title|copyright|imprint) page',
  'imprint',
  'impressum',
  '(?:(?:inside|outside|inner) )?(?:(?:front|back) )?cover(?: and back matter)?',
  '(?:(?:cumulative|annual) )?(?:author|subject|keyword|volume|name|reviewer|referee|title|annual|cumulative)s? index(?: \\p{L}+)?',
  'index (?:of|to) (?:authors|volume|subjects).*',
  '(?:list of |thanks? (?:you )?to (?:our |the )?|(?:acknowledge?ments?|thanks|appreciation) (?:to|of|for) (?:our |the )?(?:\\d{4} )?)(?:peer )?(?:manuscript )?(?:reviewers|referees).*',
  '(?:peer )?(?:reviewer|referee)s? acknowledge?ments?(?: \\d{4})?',
  '(?:peer )?(?:reviewers|referees)(?: (?:of|for|in))? \\d{4}',
  '(?:instructions?|guidelines|guide|information|notes?) (?:to|for) (?:authors|contributors|readers|subscribers|reviewers)',
  'calls? for papers(?:(?: for| on|:| [-–—]).{0,80})?',
  'announcements?',
  'calendar(?: of (?:events|meetings))?',
  'forthcoming (?:papers|articles|events|meetings)',
  'books? received',
  '(?:subscription|membership|copyright) (?:information|form|page)',
  'copyright transfer(?: agreement)?(?: form)?',
  'in this issue',
  'news (?:and|&) announcements',
  "advertis(?:ements?|ers?(?:[’']? index)?)",
  'society (?:information|page)',
  'blank page',
];
/** What may follow: signs, numbers, Roman numbers, and words that name a volume, an issue, a page or a date. */
const place =
  '(?:[^\\p{L}]|(?:vol|volume|issue|no|number|pages?|pp?|of|this|the|and|for|table|contents|toc|editorial|board|masthead|publication|information|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|[ivxlc]+)(?!\\p{L}))*';
const wholeTitle = new RegExp(`^(?:${matter.join('|')})(?!\\p{L})${place}$`, 'iu');

/** `Front Cover: Tides (Small 3/2026)`, `Cover Picture: …`, `Inside Back Cover: …`, `Titelbild: …` */
const coverOf =
  /^(?:(?:(?:inside|outside|inner) )?(?:front|back|inside|outside) cover(?: (?:picture|image|feature|profile|story|art|illustration|page|legend|caption))?|cover (?:picture|image|feature|profile|art|illustration|page|legend|caption)s?|(?:rück|innen|innenrück)?titelbild|(?:inside )?frontispiece|graphical (?:contents list|abstract)|issue information)(?:\W*$|\s*[:\u2012-\u2015(,]|\s+[-\u2010]\s|\s+(?:for|of|to) (?:volume|issue|vol|this))/i;

/**
 * Whether the whole title is that of a notice: `Correction to: Tides`, `Retraction Note: Tides`, `Issue Information`,
 * `Front Cover: Tides`. A title such as `Correction of tides` or `Retraction maps` is research.
 */
export function isNoticeTitle(title: string): boolean {
  const text = title
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/^[\s[("“*]+/, '')
    .trim();
  return coverOf.test(text) || wholeTitle.test(text) || aboutArticles.some((pattern) => pattern.test(text));
}
