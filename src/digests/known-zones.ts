import { foldText } from '../topics/words/fold.ts';
import { namesOfCountries } from './zone-countries.ts';
import { localNamesByZone } from './zone-local-names.ts';
import { lettersByZone, placesByZone, renamedZones } from './zone-names.ts';

export interface KnownZone {
  readonly id: string;
  /** Names as `plainName` gives them: the zone's place first, then its id, then other names. */
  readonly names: readonly string[];
  /** Letters of its times, in the same form. */
  readonly letters: readonly string[];
}

/** A name in the form in which names are compared: small letters without accents, and single spaces. */
export const plainName = (name: string): string =>
  foldText(name)
    .text.replace(/[\s_/,.-]+/g, ' ')
    .trim();

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/** The ways to type a name: `München` is munchen and muenchen. */
function spellingsOf(name: string): readonly string[] {
  const spelledOut = name.toLowerCase().replace(/[äöüåø]/g, (letter) => umlauts[letter] ?? letter);
  return [...new Set([plainName(name), plainName(spelledOut)])];
}

/** The place of an id: `Europe/Kiev` is Kiev. */
const placeOf = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

const oldNames = Map.groupBy(renamedZones.keys(), (old) => renamedZones.get(old) ?? old);

/** The current id of a zone that the runtime may list under an old one. */
const currentId = (id: string): string => renamedZones.get(id) ?? id;

export const knownZones: readonly KnownZone[] = [
  ...new Set(['UTC', ...Intl.supportedValuesOf('timeZone').map(currentId)]),
].map((id) => {
  const old = (oldNames.get(id) ?? []).map(placeOf);
  const others = [...(placesByZone.get(id) ?? []), ...(localNamesByZone.get(id) ?? []), ...old];
  return {
    id,
    names: [plainName(placeOf(id)), plainName(id), ...others.flatMap(spellingsOf)],
    letters: (lettersByZone.get(id) ?? []).map(plainName),
  };
});

let countries: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** The zones of a country, by its name in one of many languages. The names are read when they are first needed. */
export function zonesOfCountry(name: string): readonly string[] {
  countries ??= countriesByName();
  return [...(countries.get(plainName(name)) ?? [])];
}

function countriesByName(): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Set(knownZones.map(({ id }) => id));
  const byName = new Map<string, Set<string>>();
  for (const { name, zones } of namesOfCountries()) {
    for (const spelling of spellingsOf(name)) {
      const found = byName.get(spelling) ?? new Set();
      for (const zone of zones.map(currentId)) if (known.has(zone)) found.add(zone);
      byName.set(spelling, found);
    }
  }
  return byName;
}
