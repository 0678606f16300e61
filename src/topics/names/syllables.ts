// A syllable as Chinese, Korean and Vietnamese names are romanised: a beginning, a vowel, an end. The vowel `oe` is left
// out, because it is rare there and frequent in names such as Soeren.
const beginning =
  '(?:[bdfhjklmnpqrstvwxyz]|c[hr]?|g[hw]?|h[sw]|kh|kw|ng?h?|nh|ph|qu|sh|ss|sz|t[hrsz]|tsz|zh|[bghkmpr]y)?';
const vowel =
  '(?:a|aa|ae|ai|ao|au|ay|e|ee|eo|eu|ei|ey|i|ia|iao|iau|ie|ieu|io|iu|o|oa|oai|oi|oo|ou|u|ua|uai|uay|ue|ui|uo|uu|uy|uye|ya|yae|yao|ye|yeo|yi|yo|you|yu|wa|wae|we|wi|wo|wu)';
const end = '(?:c|ch|h|k|l|m|n|ng|nh|p|t)?';
const syllable = new RegExp(`^(?:${beginning}${vowel}${end}|[cts]z|tzu|szu|er|ng)$`);

/** Whether a folded word can be one syllable of an East Asian name. A single letter is an initial and never is. */
export const isSyllable = (word: string): boolean => word.length > 1 && word.length < 8 && syllable.test(word);

/** Every way to cut a word into two syllables. Empty for a word that is itself one: of `xiaoming` it is `xiao ming`. */
export function syllablePairs(word: string): readonly (readonly [string, string])[] {
  if (word.length > 14 || isSyllable(word)) return [];
  const pairs: (readonly [string, string])[] = [];
  for (let at = 2; at <= word.length - 2; at++) {
    const pair = [word.slice(0, at), word.slice(at)] as const;
    if (pair.every(isSyllable)) pairs.push(pair);
  }
  return pairs;
}

/** Whether a folded word can be a given name or family name of one or two syllables. */
export const isSyllabic = (word: string): boolean => isSyllable(word) || syllablePairs(word).length > 0;
