import { Temporal } from 'temporal-polyfill';
import { editDistance } from '../topics/language/nearest.ts';
import { type KnownZone, knownZones, plainName, zonesOfCountry } from './known-zones.ts';
import { placesByZone } from './zone-names.ts';

/**
 * The meaning of a text that somebody typed for a zone.
 * - `zone`: this one
 * - `several`: each of these has that name
 * - `clock`: a time and not a place, `EST` or `UTC+2`, which does not say when clocks change; `zones` use that time
 * - `unknown`: not a zone; `zones` have similar names
 */
export type ZoneReading =
  | { readonly kind: 'zone'; readonly zone: string }
  | { readonly kind: 'several' | 'clock' | 'unknown'; readonly zones: readonly string[] };

/** How many zones are offered where the text does not mean one zone. */
const offeredAtMost = 4;

/** Reads a zone as people write it: its id, or a city, region or country that is in one zone only. */
export function readZone(text: string): ZoneReading {
  const wanted = plainName(text);
  const named = zonesNamed(text);
  const [zone] = named;
  if (zone !== undefined && named.length === 1) return { kind: 'zone', zone };
  if (named.length > 1) return { kind: 'several', zones: named.slice(0, offeredAtMost) };
  const keeping = idsOf(knownZones.filter(({ letters }) => letters.includes(wanted)));
  if (keeping.length > 0) return { kind: 'clock', zones: keeping };
  const ahead = minutesAhead(text);
  if (ahead !== null) return { kind: 'clock', zones: fewOf(zonesAhead(ahead)) };
  const old = zoneOfDatabase(text.trim());
  if (old !== null) return { kind: 'zone', zone: old };
  return readPlaceIn(text) ?? { kind: 'unknown', zones: findZones(text, offeredAtMost) };
}

/** The zones with a place of that name, or else those of a country. */
function zonesNamed(text: string): readonly string[] {
  const wanted = plainName(text);
  const places = idsOf(knownZones.filter(({ names }) => names.includes(wanted)));
  return places.length > 0 ? places : zonesOfCountry(text);
}

/**
 * Reads a place with its country, state or continent: `Berlin, Germany`, `London UK`, `Asia/Mumbai`. If its zone is not
 * in that region, the zones of both are offered. Null where no place is known.
 */
function readPlaceIn(text: string): ZoneReading | null {
  for (const { place, region, isSure } of placesIn(text)) {
    const [zones, around] = [zonesNamed(place), zonesWithin(region)];
    const both = zones.filter((zone) => around.includes(zone));
    const [zone] = both;
    if (zone !== undefined && both.length === 1) return { kind: 'zone', zone };
    if (zones.length > 0 && (isSure || around.length > 0)) {
      const offered = around.length <= offeredAtMost ? [...zones, ...around] : zones;
      return { kind: 'unknown', zones: [...new Set(offered)].slice(0, offeredAtMost) };
    }
  }
  return null;
}

/** The zones of a place, a country or a continent. */
const zonesWithin = (region: string): readonly string[] => {
  const named = zonesNamed(region);
  return named.length > 0 ? named : idsOf(knownZones.filter(({ id }) => id.startsWith(`${capitalised(region)}/`)));
};

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();

interface PlaceInRegion {
  readonly place: string;
  readonly region: string;
  /** Whether a sign parts the two, and not only a blank. */
  readonly isSure: boolean;
}

function placesIn(text: string): readonly PlaceInRegion[] {
  const [, place = '', region = ''] = /^([^,]+),(.+)$/.exec(text) ?? [];
  if (place !== '') return [{ place, region: region.trim(), isSure: true }];
  const [, area = '', city = ''] = /^\s*([a-z]+)\/(.+)$/i.exec(text) ?? [];
  if (city !== '') return [{ place: city, region: area, isSure: true }];
  const words = text.trim().split(/\s+/, 6);
  return words.slice(1).map((_, index) => {
    const [first, last] = [words.slice(0, index + 1), words.slice(index + 1)];
    return { place: first.join(' '), region: last.join(' '), isSure: false };
  });
}

/** None if there are more than three: then a city has to be named. */
const fewOf = (zones: readonly string[]): readonly string[] => (zones.length > 3 ? [] : zones);

/** `UTC+2`, `UTC 2`, `GMT-05:00`, `UTC+5.5`, `+1`; and `Etc/GMT-2` of the tz database, whose sign is inverted. */
const offset = /^(etc\/)?(?:utc|gmt)?\s*([+\u2212-])\s*(\d{1,2})(?:[:.]?(\d{2})|[.,](5))?$/i;

/** How many minutes such a time is ahead of UTC; null for any other text. */
function minutesAhead(text: string): number | null {
  const signed = text.trim().replace(/^(utc|gmt)\s*(?=[1-9])/i, '$1+');
  const [, isReversed, sign, hours, minutes = '0', half] = offset.exec(signed) ?? [];
  if (hours === undefined) return null;
  const size = Number(hours) * 60 + (half === undefined ? Number(minutes) : 30);
  return (sign === '+') === (isReversed === undefined) ? size : -size;
}

// Any winter and summer: people name a zone by its offsets then.
const halves = ['2026-01-01T00:00Z', '2026-07-01T00:00Z'].map((text) => Temporal.Instant.from(text));

/** Zones that have that offset for at least a part of the year: those of well-known places, or else all. */
function zonesAhead(minutes: number): readonly string[] {
  const areAhead = (zone: string): boolean =>
    halves.some((instant) => instant.toZonedDateTimeISO(zone).offsetNanoseconds === minutes * 60e9);
  const wellKnown = [...placesByZone.keys()].filter(areAhead);
  return wellKnown.length > 0 ? wellKnown : idsOf(knownZones).filter(areAhead);
}

/** A zone by a retired or rare name of the tz database. `US/Eastern` keeps its spelling. */
function zoneOfDatabase(text: string): string | null {
  // Temporal would also take whole dates as zones.
  if (!/^[a-z][a-z0-9_+/-]*$/i.test(text)) return null;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId;
  } catch {
    return null;
  }
}

const idsOf = (zones: readonly KnownZone[]): readonly string[] => zones.map(({ id }) => id);

/**
 * Zones that the text may mean, best first, for autocomplete: by city, region, country or time. If no name begins with the
 * text, they are the zones of that country, or those whose names differ by a letter or two. An empty text gives all, UTC
 * first.
 */
export function findZones(text: string, limit: number): readonly string[] {
  const ahead = minutesAhead(text);
  if (ahead !== null) return zonesAhead(ahead).slice(0, limit);
  const wanted = plainName(text);
  const found = rankedBy((zone) => rankOf(zone, wanted));
  if (found.length > 0) return found.slice(0, limit);
  const ofCountry = zonesOfCountry(text);
  const others = ofCountry.length > 0 ? ofCountry : zonesOf(readPlaceIn(text));
  return (others.length > 0 ? others : rankedBy((zone) => editsTo(zone, wanted))).slice(0, limit);
}

const zonesOf = (reading: ZoneReading | null): readonly string[] =>
  reading === null ? [] : reading.kind === 'zone' ? [reading.zone] : reading.zones;

const rankedBy = (rank: (zone: KnownZone) => number): readonly string[] =>
  knownZones
    .map((zone) => ({ id: zone.id, rank: rank(zone) }))
    .filter((zone) => zone.rank !== Number.POSITIVE_INFINITY)
    .sort((one, other) => one.rank - other.rank)
    .map(({ id }) => id);

/** One letter in five may be wrong. */
const wrongShare = 1 / 5;
/** A longer text is not compared. */
const longestName = 40;

/** How many letters of the nearest name are wrong; infinite if too many are. */
function editsTo({ names }: KnownZone, wanted: string): number {
  if (wanted.length > longestName) return Number.POSITIVE_INFINITY;
  const most = Math.floor(wanted.length * wrongShare);
  const near = names.filter((name) => Math.abs(name.length - wanted.length) <= most);
  const edits = Math.min(...near.map((name) => editDistance(wanted, name)));
  return edits <= most ? edits : Number.POSITIVE_INFINITY;
}

/** The rank of a zone: whole names, then beginnings of names, then beginnings of words; in each, its place first. */
function rankOf({ names, letters }: KnownZone, wanted: string): number {
  const ranks = [...names, ...letters].map((name, index) => {
    const origin = Math.min(index, 2) / 3;
    if (name === wanted) return origin;
    if (name.startsWith(wanted)) return 1 + origin;
    return name.includes(` ${wanted}`) ? 2 + origin : Number.POSITIVE_INFINITY;
  });
  return Math.min(...ranks);
}
