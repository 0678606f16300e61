/** The word of a mark in a title: `WITHDRAWN`, `Retracted article`, `TEMPORARY REMOVAL`. */
const mark =
  '(?:temporarily |partially |permanently )?(?:withdrawn|retracted|removed)(?: (?:article|paper|chapter|manuscript|preprint|publication))?|(?:temporary|permanent) (?:removal|withdrawal)';
const markFirst = new RegExp(
  `^(?:(?:${mark})\\s*[:\\u2012-\\u2015]|(?:${mark})\\s+-|[[({]\\s*(?:${mark})\\s*[\\])}]:?)`,
  'i',
);
const capitalsFirst = /^(?:WITHDRAWN|RETRACTED)(?: (?:ARTICLE|PAPER|CHAPTER))?\s+(?!\p{Lu}{2})(?=.*\p{Ll}{3})/u;
const markLast = new RegExp(
  `[[({]\\s*(?:this (?:article|paper) (?:has been|was|is) )?(?:${mark})\\b[^\\])}]{0,120}[\\])}]\\W*$`,
  'i',
);
const markAlone = new RegExp(`^(?:${mark})\\W*$`, 'i');

/** Whether the title has the mark of a withdrawn paper: `WITHDRAWN: Tides`, `Tides [Retracted]`. */
export const isWithdrawnTitle = (title: string): boolean =>
  [markFirst, capitalsFirst, markLast, markAlone].some((pattern) => pattern.test(title.trim()));

/** Most texts have none of these words, and are passed over by this pattern alone. */
const sign = /withdr|retract| removed/i;

const noun = '(?:paper|article|manuscript|preprint|pre-print|submission|work|version|e-?print|draft|chapter)s?';
const hasBeen =
  '(?:has|have|had|is|was|are|were)(?: (?:now|hereby|since|temporarily|voluntarily|already|also|permanently|formally|officially|therefore|thus))*(?: been| being)?(?: (?:now|hereby|temporarily|voluntarily|permanently|formally|officially))*';
const withdrawn = '(?:withdrawn|retracted)';
/** What may come after the word. A paper that was withdrawn from a journal is still on the server. */
const goesOn =
  '(?!-)(?=\\W*$|\\s*[.,;:!()[\\]–—-]|\\s+(?:by|due|because|since|as|at|for|owing|in|on|after|until|till|and|so|temporarily|pending|while|upon|following|with|per|through|from (?:the )?(?:arxiv|biorxiv|medrxiv|server|preprint|archive|public)|\\d|this|the authors?|to)\\b)';

const saysThis = new RegExp(
  `\\b(?:this|our|the present|note(?: that)? the)(?: \\p{L}+)? ${noun}(?: \\([^)]{1,80}\\))?(?: was (?:submitted|posted|uploaded) by mistake and)? ${hasBeen} ${withdrawn}${goesOn}`,
  'iu',
);
/** `We withdraw this paper`, `The authors have withdrawn their manuscript`, `bioRxiv has withdrawn this preprint` */
const someoneWithdraws = new RegExp(
  `\\b(?:withdraw|withdrawn|withdrew|withdrawing|retract|retracted|retracting)(?: \\p{L}+)? (?:this|our|the present|the current)(?: \\p{L}+)? ${noun}\\b(?! from (?!(?:the )?(?:arxiv|biorxiv|medrxiv)))`,
  'iu',
);
/** Only arXiv says this, of the version before us: `This version withdrawn by arXiv administrators because …`. */
const byArxiv = new RegExp(
  `\\bthis ${noun} (?:${hasBeen} )?(?:withdrawn|removed) by (?:the )?arxiv admin(?:s|istrators?|istration)?\\b`,
  'iu',
);
/** Only the beginning of a text may say `the paper`; elsewhere that may be any paper. */
const beginsWithThe = new RegExp(
  `^\\W*(?:withdrawal statement\\W+|notice\\W+|note\\W+)?(?:the (?:\\p{L}+ )?${noun} ${hasBeen} ${withdrawn}${goesOn}|(?:the )?(?:corresponding )?authors? (?:have|has|had|wish(?:es)? to|would like to|want to|request\\p{L}* (?:that|to))\\b.{0,80}\\bwithdr[ae]wn?\\b.{0,40}\\b(?:${noun}|publication|it)\\b|(?:this|the) ${noun} (?:has|have) been (?:temporarily |permanently )?removed\\b(?! from (?!(?:the )?(?:arxiv|biorxiv|medrxiv|server)))|(?:bio|med)rxiv has (?:withdrawn|removed)\\b)`,
  'iu',
);
/** `Withdrawn by the author`, `Paper withdrawn due to an error`, `Retracted.` */
const beginsAlone = new RegExp(
  `^\\W*(?:(?:${noun}|temporarily|has been|was) )*${withdrawn}(?=\\W*$|\\s*[.,;:!()–—-]|\\s+(?:by|due|because|since|owing|pending|until|for now|as)\\b)`,
  'iu',
);
const statement =
  /^\W*(?:withdrawal|retraction|removal) (?:statement|notice)\b|^\W*(?:statement|notice) of (?:withdrawal|retraction)\b|\breasons? (?:for|of) (?:the |this |our )?withdrawal\b(?= ?[,.:;\]()]| (?:is|continued|see)|$)|^\W*withdrawal reason\b/i;

/** Whether an abstract says that this very paper was withdrawn, in its place or added to it. */
export const isWithdrawalText = (text: string): boolean =>
  sign.test(text) &&
  [saysThis, someoneWithdraws, byArxiv, beginsWithThe, beginsAlone, statement].some((pattern) => pattern.test(text));

const commentSays = new RegExp(
  `(?:^|[.;,)]\\s*)(?:the )?${noun} (?:${hasBeen} )?${withdrawn}(?=\\W*$|\\s*[.,;:!(]|\\s+(?:by|due|because|since|as|owing|pending|until)\\b)|(?:^|[.;,]\\s*)${withdrawn}(?=\\W*$|\\s*[.;:!(]|\\s+(?:by|due|because|since|owing|pending)\\b)`,
  'iu',
);

/** Whether the authors' comment says so. A comment is about its paper, so that it needs fewer words. */
export const isWithdrawalComment = (comment: string): boolean =>
  sign.test(comment) && (isWithdrawalText(comment) || commentSays.test(comment));
