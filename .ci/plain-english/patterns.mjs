/** Ways to write that have to be read twice. `opens` patterns are tried at the start of each sentence only. */
export const patterns = [
  { opens: /^Of (the|those|so|each|these|which|what)\b/, instead: 'begin with the subject: "The papers of …"' },
  { opens: /^So many\b/, instead: '"How many …"' },
  { opens: /^(With|By|Of|From|To) what\b/, instead: 'name the thing: "The prefix with which …"' },
  { opens: /^Whoever\b/, instead: '"Callers …", "Anyone who …"' },
  { opens: /^That (which|what)\b/, instead: 'name the thing' },
  { anywhere: /\bwhoever\b/, instead: '"callers", "anyone who"' },
  { anywhere: /\banew\b/, instead: '"again"' },
  { anywhere: /\bfor longer\b/, instead: '"longer"' },
  { anywhere: /\bof so many\b/, instead: '"how many"' },
  { anywhere: /\b(is|are|was|were) told (of|by)\b/, instead: '"is reported", "learns of"' },
  { anywhere: /\b(is|are) no (day|time|form|number|date|place|word)\b/, instead: '"is not a …"' },
  { anywhere: /\bshall have\b/, instead: '"should have", "gets"' },
];
