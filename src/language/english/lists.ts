/**
 * How texts stand side by side: names, facts, clauses that may have commas, and topics with
 * the reasons why they match.
 */
export const lists = {
  names: '{one}, {other}',
  facts: '{one}, {other}',
  clauses: '{one}; {other}',
  reasons: '{topics}: {reasons}',
} as const;
