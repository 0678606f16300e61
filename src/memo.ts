/*
 * Memos of pure functions: an answer is the same whether it is remembered or not, so a memo is not state. Answers are
 * never undefined.
 */

/** A function that finds its answer when it is first asked, and remembers it. */
export function memoOnce<Answer>(answer: () => Answer): () => Answer {
  let made: Answer | undefined;
  return () => {
    made ??= answer();
    return made;
  };
}

/** A function that remembers its answer for each object as long as the object lives. */
export function memoByObject<Key extends WeakKey, Answer>(answer: (key: Key) => Answer): (key: Key) => Answer {
  const known = new WeakMap<Key, Answer>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = answer(key);
    known.set(key, made);
    return made;
  };
}

/**
 * A function that remembers at most that many answers, and forgets all of them when there is one more.
 * @param keptAs the key to keep, equal to the given one: a substring keeps the whole text that it was cut from
 */
export function memoByKey<Key, Answer>(
  atMost: number,
  answer: (key: Key) => Answer,
  keptAs: (key: Key, made: Answer) => Key = (key) => key,
): (key: Key) => Answer {
  const known = new Map<Key, Answer>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = answer(key);
    if (known.size >= atMost) known.clear();
    known.set(keptAs(key, made), made);
    return made;
  };
}

/** A function of an object and a text that remembers at most that many answers, and then forgets all of them. */
export function memoByPair<Key extends WeakKey, Request, Answer>(
  atMost: number,
  pairOf: (request: Request) => readonly [Key, string],
  answer: (request: Request) => Answer,
): (request: Request) => Answer {
  let known = new WeakMap<Key, Map<string, Answer>>();
  let count = 0;
  return (request) => {
    const [key, text] = pairOf(request);
    const before = known.get(key)?.get(text);
    if (before !== undefined) return before;
    const made = answer(request);
    if (count >= atMost) {
      known = new WeakMap();
      count = 0;
    }
    const ofKey = known.get(key) ?? new Map<string, Answer>();
    known.set(key, ofKey.set(text, made));
    count += 1;
    return made;
  };
}

/** A function that remembers its last answer, for requests that are alike. */
export function memoLast<Request, Answer>(
  areAlike: (one: Request, other: Request) => boolean,
  answer: (request: Request) => Answer,
): (request: Request) => Answer {
  let last: { readonly request: Request; readonly made: Answer } | undefined;
  return (request) => {
    if (last === undefined || !areAlike(last.request, request)) last = { request, made: answer(request) };
    return last.made;
  };
}
