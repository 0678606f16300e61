const received = 'papers?|messages?|answers?|replies|listings?|requests?|digests?|news';
const participle = '\\w+(ed|en)|sent|put|kept|made|left|shown|known|lost';

/**
 * Ways to write that have to be read twice. `opens` patterns are tried on each sentence, which ends with its mark;
 * `anywhere` patterns on the whole text.
 */
export const patterns = [
  {
    opens: /^Of\b/,
    instead: 'begin with the subject: "The papers of …"',
  },
  { opens: /^So (much|few)\b/, instead: '"How much …"' },
  { opens: /^(With|By|From|To|For|In|On|At) what\b/, instead: 'name the thing: "The prefix with which …"' },
  {
    opens: /^That (an?|it|the|its|their|they|there|what|which|who|no|nothing|nobody|every|each|all|some|any)\b/,
    instead: 'name the thing',
  },
  {
    opens: new RegExp(
      `^[Ww]hat ((?!(that|which|who|what)\\b)[^\\s.?!,:;()]+ ){1,8}((is|are|was|were) (not|an?|the|in|on|mostly|${participle})|remains|counts|stays|moves|comes|goes)\\b(?! (by|for|from|with|to|about)\\.)(?!.*\\?$)`,
    ),
    instead: 'name the thing: "The request that …"',
  },
  { anywhere: /\bwhoever\b/, instead: '"callers", "anyone who"' },
  { anywhere: /\banew\b/, instead: '"again"' },
  { anywhere: /\bfor longer\b/, instead: '"longer"' },
  { anywhere: /\bfor for\b/, instead: 'another verb' },
  { anywhere: /\bso many\b/, instead: '"how many"' },
  { anywhere: /(?<![.(])\btold\b(?! from)/, instead: '"reported", "announced"' },
  {
    anywhere: new RegExp(`\\bhad (an?|the|its|their|one|no|any|each|every)( last| first| more)? (${received})\\b`),
    instead: '"received", "got"',
  },
  { anywhere: /(?<!\bthere )\b(is|are|was|were) no\b(?! longer\b| more\b)/, instead: '"is not a …"' },
  { anywhere: /\bshall (?!should\b)/, instead: '"should", "will"' },
  { anywhere: /\bfor good\b/, instead: '"forever"' },
  {
    anywhere:
      /\b(with|in|on|under|is|has|gets?) (an?|one|no|another) ([\w-]+ ){1,3}of (its|their|one's|his|her|my|our|your) own\b/,
    instead: '"its own …", "a separate …"',
  },
  { anywhere: /\bof late\b/, instead: '"recently"' },
  { anywhere: /\bbut for\b/, instead: '"except"' },
  { anywhere: /\b(these|those|such) news\b/, instead: 'the singular: "news is …"' },
];
