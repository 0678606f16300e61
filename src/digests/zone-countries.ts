import { placesByZone } from './zone-names.ts';

/** The languages in which names of countries are understood. */
const languages = 'en de fr es pt it nl pl cs sv da nb fi tr hu ro el uk ru ja zh ko'.split(' ');

const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
/** Everything that can be a region's code: two capital letters. */
const codes = letters.flatMap((first) => letters.map((second) => `${first}${second}`));

/**
 * The names of countries in all of these languages, with their zones. A country in several zones has those that
 * `placesByZone` gives it, and none if it has none there: nobody chooses from ten. It takes about 20 ms.
 */
export function namesOfCountries(): readonly { readonly name: string; readonly zones: readonly string[] }[] {
  const english = namesIn('en');
  const countries = codes.flatMap((code) => {
    const name = english.of(code);
    const zones = name === undefined ? [] : zonesOf(code, name);
    return zones.length === 0 ? [] : [{ code, zones }];
  });
  return languages.map(namesIn).flatMap((names) =>
    countries.flatMap(({ code, zones }) => {
      const name = names.of(code);
      return name === undefined ? [] : [{ name, zones }];
    }),
  );
}

const namesIn = (language: string): Intl.DisplayNames =>
  new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });

function zonesOf(code: string, englishName: string): readonly string[] {
  const chosen = [...placesByZone].flatMap(([zone, places]) => (places.includes(englishName) ? [zone] : []));
  if (chosen.length > 0) return chosen;
  const zones = new Intl.Locale(`und-${code}`).getTimeZones() ?? [];
  return zones.length === 1 ? zones : [];
}
