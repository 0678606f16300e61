/** Something that others can refer to by its name. */
interface Referring {
  readonly name: string;
  /** The names of those that it refers to. */
  readonly refersTo: readonly string[];
}

/**
 * Puts each of them behind all that it refers to. Otherwise they stay in their order.
 * @throws Error if they refer to each other in a circle, or to something unknown
 */
export function inReferenceOrder<Kind extends Referring>(all: readonly Kind[]): readonly Kind[] {
  const byName = new Map(all.map((one) => [one.name, one]));
  const ordered = new Set<Kind>();
  const visit = (one: Kind, above: readonly string[]): void => {
    if (ordered.has(one)) return;
    if (above.includes(one.name)) throw new Error(`${[...above, one.name].join(' → ')} is a circle of references.`);
    for (const name of one.refersTo) {
      const other = byName.get(name);
      if (other === undefined) throw new Error(`${one.name} refers to ${name}, which is unknown.`);
      if (other !== one) visit(other, [...above, one.name]);
    }
    ordered.add(one);
  };
  for (const one of all) visit(one, []);
  return [...ordered];
}
