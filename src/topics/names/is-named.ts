import { initialOf, isLoneInitial, pairsOf } from './name-keys.ts';
import type { NamePart } from './name-parts.ts';
import { type GivenName, isInitials, type Reading, readingsOfPrinted, readingsOfTyped } from './readings.ts';
import { spellingsOf } from './spellings.ts';

/** Whether an author has a name that was typed. */
export function isNamed(printed: readonly NamePart[], typed: readonly NamePart[]): boolean {
  const ofTyped = readingsOfTyped(typed);
  return readingsOfPrinted(printed).some((name) => ofTyped.some((wanted) => isSameName(name, wanted)));
}

function isSameName(name: Reading, typed: Reading): boolean {
  const isGuess = name.isGuess || typed.isGuess;
  if (typed.given.length > 0)
    return isSameWord(name.family, typed.family) && new Alignment(typed.given, name.given, isGuess).isFound();
  // One part: any name of the author will do.
  const { given } = name;
  const wholes = [...given.filter((each) => !isInitials(each)).map((each) => each.join('')), name.family];
  const pairs = given.flatMap((each, index) => inOneWord(given[index - 1], each));
  return [...wholes, ...pairs].some((each) => isSameWord(each, typed.family));
}

/**
 * Looks for a way to lay typed and printed given names side by side, in their order. Names may be left over on one side,
 * but not on both.
 */
class Alignment {
  readonly #typed: readonly GivenName[];
  readonly #printed: readonly GivenName[];
  readonly #isGuess: boolean;
  readonly #failed = new Set<string>();

  constructor(typed: readonly GivenName[], printed: readonly GivenName[], isGuess: boolean) {
    this.#typed = typed;
    this.#printed = printed;
    this.#isGuess = isGuess;
  }

  isFound(): boolean {
    return this.#from({ typed: 0, printed: 0, left: null, hasPair: false });
  }

  #from(at: Place): boolean {
    const isTypedAtEnd = at.typed === this.#typed.length;
    const isPrintedAtEnd = at.printed === this.#printed.length;
    if (isTypedAtEnd && isPrintedAtEnd) return at.hasPair;
    const key = Object.values(at).join();
    if (this.#failed.has(key)) return false;
    const isFound =
      this.#pairs(at).some((next) => this.#from(next)) ||
      (!isPrintedAtEnd && at.left !== 'typed' && this.#from({ ...at, printed: at.printed + 1, left: 'printed' })) ||
      (!isTypedAtEnd && this.#mayLeaveTyped(at) && this.#from({ ...at, typed: at.typed + 1, left: 'typed' }));
    if (!isFound) this.#failed.add(key);
    return isFound;
  }

  /** The first name that was typed must be there, unless it is an initial: `J. Andrew Zhang` is Andrew Zhang. */
  #mayLeaveTyped({ typed, left }: Place): boolean {
    return left !== 'printed' && (typed > 0 || isInitials(this.#typed[0] ?? []));
  }

  /** Where the alignment goes on after names that are the same. */
  #pairs({ typed, printed, left, hasPair }: Place): readonly Place[] {
    const [one, other] = [this.#typed[typed], this.#printed[printed]];
    if (one === undefined || other === undefined) return [];
    const [afterOne, afterOther] = [this.#typed[typed + 1], this.#printed[printed + 1]];
    // After a name that is left over, an initial may stand for any name.
    const isInFull = this.#isGuess || (!hasPair && left !== null);
    const after = (fromTyped: number, fromPrinted: number): Place => ({
      typed: typed + fromTyped,
      printed: printed + fromPrinted,
      left,
      hasPair: true,
    });
    const isSame = isInFull
      ? isSameInFull(one, other)
      : isSameGiven(one, other) && !isParted(one, other, afterOther) && !isParted(other, one, afterOne);
    return [
      ...(isSame ? [after(1, 1)] : []),
      ...(isTwo(one, other, afterOther, isInFull) ? [after(1, 2)] : []),
      ...(isTwo(other, one, afterOne, isInFull) ? [after(2, 1)] : []),
    ];
  }
}

interface Place {
  readonly typed: number;
  readonly printed: number;
  /** The side on which names were left over. */
  readonly left: 'typed' | 'printed' | null;
  readonly hasPair: boolean;
}

const isSameInFull = (one: GivenName, other: GivenName): boolean =>
  !isInitials(one) && !isInitials(other) && isSameWord(one.join(''), other.join(''));

function isSameGiven(one: GivenName, other: GivenName): boolean {
  if (isLoneInitial(one) || isLoneInitial(other)) return initialOf(one) === initialOf(other);
  if (isInitials(one) && isInitials(other)) return one.join('-') === other.join('-');
  if (isInitials(one)) return haveSameInitials(one, other);
  return isInitials(other) ? haveSameInitials(other, one) : isSameInFull(one, other);
}

const haveSameInitials = (initials: GivenName, name: GivenName): boolean =>
  pairsOf(name).some((pair) => pair.join('-') === initials.map((each) => initialOf([each])).join('-'));

/** Whether an initial stands for a name of two words, and the initial behind it for neither: `J. X.` is not Jing-Yu. */
const isParted = (name: GivenName, initial: GivenName, next: GivenName | undefined): boolean =>
  name.length === 2 && isLoneInitial(initial) && isLoneInitial(next);

/** Whether two names are the same as one: `Jean Pierre` or `J. P.` and Jean-Pierre. */
function isTwo(name: GivenName, first: GivenName, second: GivenName | undefined, isInFull: boolean): boolean {
  if (second === undefined) return false;
  if (!isInitials(name) && inOneWord(first, second).some((joined) => isSameWord(joined, name.join('')))) return true;
  if (isInFull || name.length !== 2 || !isLoneInitial(first) || !isLoneInitial(second)) return false;
  return initialOf(first) === initialOf(name) && initialOf(second) === initialOf(name.slice(1));
}

function inOneWord(first: GivenName | undefined, second: GivenName | undefined): readonly string[] {
  if (first === undefined || second === undefined || isInitials(first) || isInitials(second)) return [];
  return [[...first, ...second].join('')];
}

function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const spellings = spellingsOf(other);
  return spellingsOf(one).some((spelling) => spellings.includes(spelling));
}
