const lowerCaseLetter = /^\p{Ll}$/u;

/** A letter that stands for a name: of scripts without small letters one is a name in full. */
export const isInitial = (part: string): boolean => lowerCaseLetter.test(part);

/** Where the family name is: the last part that is not an initial, in `Yann LeCun`, `Y. LeCun` and `LeCun Y`. */
export const familyIndex = (spelling: readonly string[]): number => spelling.findLastIndex((part) => !isInitial(part));

type Spellings = readonly (readonly string[])[];

/**
 * Whether an author has a name that was typed: for each typed part another part of the name, in any order. The family
 * name must be there in full; otherwise an initial, typed or in the paper, stands for what begins with it.
 */
export const isNamed = (author: Spellings, typed: Spellings): boolean =>
  typed.some((wanted) => author.some((name) => isSameName(name, wanted)));

function isSameName(name: readonly string[], typed: readonly string[]): boolean {
  const family = familyIndex(typed);
  if (!name.includes(typed[family] ?? '')) return false;
  if (typed.length === 1) return true;
  return isAssignable(typed.length, name.length, (from, to) => {
    const [wanted, part] = [typed[from] ?? '', name[to] ?? ''];
    if (wanted === part) return true;
    if (from === family) return false;
    return (isInitial(wanted) && part.startsWith(wanted)) || (isInitial(part) && wanted.startsWith(part));
  });
}

/** Whether each of the one side can have a different partner on the other side (Kuhn's algorithm). */
function isAssignable(count: number, partners: number, isPair: (from: number, to: number) => boolean): boolean {
  const partnerOf = new Map<number, number>();
  const assign = (from: number, tried: Set<number>): boolean => {
    for (let to = 0; to < partners; to++) {
      if (tried.has(to) || !isPair(from, to)) continue;
      tried.add(to);
      const holder = partnerOf.get(to);
      if (holder !== undefined && !assign(holder, tried)) continue;
      partnerOf.set(to, from);
      return true;
    }
    return false;
  };
  for (let from = 0; from < count; from++) if (!assign(from, new Set())) return false;
  return true;
}
