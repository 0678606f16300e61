import { partHeadings } from '../headings.ts';
import { withoutMarkup } from '../markup.ts';
import { withoutMarks } from './service-marks.ts';
import { withSigns } from './service-signs.ts';

/** A title of bioRxiv or medRxiv without what their API leaves in it. */
export const readServerTitle = (text: string): string => withSigns(withoutMarks(withoutMarkup(text)));

/** Sentences that follow each other without a blank: `genomics data.We have`. */
const gluedSentences =
  /(?<=[a-z\d)%]{2}[.?!])(?=(?:The|This|These|Here|We|Our|In|It|To|However|Thus|Moreover)\s+[a-z])/g;

/** An abstract of bioRxiv or medRxiv without what their API leaves in it, as one paragraph with its headings parted. */
export const readServerAbstract = (text: string, title: string): string =>
  partHeadings(withSigns(withoutMarks(withoutMarkup(text))), title).replace(gluedSentences, ' ');
