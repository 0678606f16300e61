const superscripts = pairs(
  '0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδθφχ∘°′″*†‡⊤∗⋆®™',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᶿᵠᵡ°°′″*†‡ᵀ*⋆®™',
);
const subscripts = pairs('0123456789+-=()aehijklmnoprstuvxβγρφχ', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ');

/**
 * Stands behind a script that is written out (`k_B`) until the whole text is there: a letter or digit that follows
 * would read as a part of it (`k_BT`), so it becomes a blank there, and nothing elsewhere.
 */
const seam = '\ue000';
const seamBeforeWord = /\ue000+(?=[\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{Nd}])/gu;

/**
 * The text as a superscript (`^`) or subscript (`_`): in Unicode's small letters where it has all of them and they are
 * no word, otherwise written out: `T_eff`, `H^(p,q)`. Null where it is empty. The result may end in a seam.
 */
export function asScript(kind: '^' | '_', text: string): string | null {
  const content = text.replaceAll(seam, '').trim();
  if (content === '') return null;
  return asSmallLetters(kind, content.replace(/\s/g, '')) ?? writtenOut(kind, content);
}

/** Replaces the seams that `asScript` left. */
export const closeSeams = (text: string): string => text.replace(seamBeforeWord, ' ').replaceAll(seam, '');

/** A word of small letters is hard to read, and hard to find. A point stays one, as in Sr₀.₃. */
function asSmallLetters(kind: '^' | '_', text: string): string | null {
  if (/\p{L}{3}/u.test(text)) return null;
  if (kind === '_' && /^\d+\.\d+$/.test(text)) return text.replace(/\d/g, (digit) => subscripts.get(digit) ?? digit);
  const scripts = kind === '^' ? superscripts : subscripts;
  const set = [...text].map((character) => scripts.get(character));
  return set.includes(undefined) ? null : set.join('');
}

const bare = {
  /** `e^(ikx)`: of more than a number or one letter, the reader cannot tell how much is raised. */
  '^': /^(?:[-+]?(?:[\d.]+|[\p{Lu}\p{Ll}])|[^\p{L}\p{N}\s()])$/u,
  _: /^(?:[\p{Lu}\p{Ll}\p{Lo}\p{M}\p{Nd}.]+|[^\p{L}\p{N}\s()])$/u,
};

function writtenOut(kind: '^' | '_', text: string): string {
  if (bare[kind].test(text)) return `${kind}${text}${seam}`;
  const compact = text.replace(/,\s+/g, ',');
  return isParenthesized(compact) ? `${kind}${compact}` : `${kind}(${compact})`;
}

/** Whether one pair of parentheses holds it all: `(a)`, not `(a)(b)`. */
export const isParenthesized = (text: string): boolean => /^\([^()]*\)$/.test(text);

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  const targets = [...to];
  return new Map([...from].map((character, i) => [character, targets[i] ?? character]));
}
