/** The number of a journal, `1234-567X`. Null for any other text, or where the check digit is wrong. */
export function parseIssn(text: string): string | null {
  const issn = text.trim().toUpperCase();
  if (!/^\d{4}-\d{3}[\dX]$/.test(issn)) return null;
  const digits = Array.from(issn.replace('-', ''), (digit) => (digit === 'X' ? 10 : Number(digit)));
  const sum = digits.reduce((total, digit, index) => total + digit * (8 - index), 0);
  return sum % 11 === 0 ? issn : null;
}
