/** `near/5`, `w/3`: how other services write that two words are near each other, in any case. */
export const nearInAnyCase = '(?:o?near|adj|pre|w)/\\d{1,3}';

const aloneNear = new RegExp(`^${nearInAnyCase}$`, 'i');
const operatorsInAddress = /\+(?:AND|OR|ANDNOT)\+/;

/** Whether signs of an address stand for the blanks around operators: `cat:cs.AI+OR+cat:cs.CV`. */
export const hasAddressOperators = (text: string): boolean => operatorsInAddress.test(text);

/** Whether the text is one word that would mean something else without quotes, as a habit from another service. */
export const isHabitual = (text: string): boolean => aloneNear.test(text) || hasAddressOperators(text);
