const superscripts = pairs(
  '0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδθφχ∘°′″*†‡⊤∗⋆®™',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᶿᵠᵡ°°′″*†‡ᵀ*⋆®™',
);
const subscripts = pairs('0123456789+-−=()aehijklmnoprstuvxβγρφχ', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ');

/**
 * A mark after a script that is written out (`k_B`), until the whole text is converted. Before a letter or digit, which
 * would read as a part of the script (`k_BT`), it becomes a blank. Elsewhere it is removed.
 */
const seam = '\ue000';
const seamBeforeWord = /\ue000+(?=[\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{Nd}])/gu;

/**
 * The text as a superscript (`^`) or subscript (`_`). It is in Unicode's small letters where they exist and do not form a
 * word, and written out otherwise: `T_eff`, `H^(p,q)`. Null where it is empty. The result may end in a seam.
 */
export function asScript(kind: '^' | '_', text: string): string | null {
  const content = text.replaceAll(seam, '').trim();
  if (content === '') return null;
  return asSmallLetters(kind, content.replace(/\s/g, '')) ?? writtenOut(kind, content);
}

/** Replaces the seams that `asScript` left. */
export const closeSeams = (text: string): string => text.replace(seamBeforeWord, ' ').replaceAll(seam, '');

/** The text in small letters; null for a word, which would be hard to read and to find. A point stays, as in Sr₀.₃. */
function asSmallLetters(kind: '^' | '_', text: string): string | null {
  if (/\p{L}{3}/u.test(text)) return null;
  if (kind === '_' && /^\d+\.\d+$/.test(text)) return text.replace(/\d/g, (digit) => subscripts.get(digit) ?? digit);
  const scripts = kind === '^' ? superscripts : subscripts;
  const set = [...text].map((character) => scripts.get(character));
  return set.includes(undefined) ? null : set.join('');
}

const bare = {
  /** Only a number or one letter, because a reader cannot see where a longer superscript ends: `e^(ikx)`. */
  '^': /^(?:[-+]?(?:[\d.]+|[\p{Lu}\p{Ll}])|[^\p{L}\p{N}\s()])$/u,
  _: /^(?:[\p{Lu}\p{Ll}\p{Lo}\p{M}\p{Nd}.]+|[^\p{L}\p{N}\s()])$/u,
};

function writtenOut(kind: '^' | '_', text: string): string {
  if (bare[kind].test(text)) return `${kind}${text}${seam}`;
  const compact = text.replace(/,\s+/g, ',');
  return isParenthesized(compact) ? `${kind}${compact}` : `${kind}(${compact})`;
}

/** Whether one pair of parentheses encloses the whole text: `(a)`, not `(a)(b)`. */
export const isParenthesized = (text: string): boolean => /^\([^()]*\)$/.test(text);

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  const targets = [...to];
  return new Map([...from].map((character, i) => [character, targets[i] ?? character]));
}
