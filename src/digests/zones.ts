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
  const places = idsOf(knownZones.filter(({ names }) => names.includes(wanted)));
  const named = places.length > 0 ? places : zonesOfCountry(text);
  const [zone] = named;
  if (zone !== undefined && named.length === 1) return { kind: 'zone', zone };
  if (named.length > 1) return { kind: 'several', zones: named.slice(0, offeredAtMost) };
  const keeping = idsOf(knownZones.filter(({ letters }) => letters.includes(wanted)));
  if (keeping.length > 0) return { kind: 'clock', zones: keeping };
  const ahead = minutesAhead(text);
  if (ahead !== null) return { kind: 'clock', zones: fewOf(zonesAhead(ahead)) };
  const old = zoneOfDatabase(text.trim());
  return old === null ? { kind: 'unknown', zones: findZones(text, offeredAtMost) } : { kind: 'zone', zone: old };
}

/** None if there are more than three: then a city has to be named. */
const fewOf = (zones: readonly string[]): readonly string[] => (zones.length > 3 ? [] : zones);

/** `UTC+2`, `GMT-05:00`, `UTC+5.5`, `+1`; and `Etc/GMT-2` of the tz database, whose sign is inverted. */
const offset = /^(etc\/)?(?:utc|gmt)?\s*([+\u2212-])\s*(\d{1,2})(?:[:.]?(\d{2})|[.,](5))?$/i;

/** How many minutes such a time is ahead of UTC; null for any other text. */
function minutesAhead(text: string): number | null {
  const [, isReversed, sign, hours, minutes = '0', half] = offset.exec(text.trim()) ?? [];
  if (hours === undefined) return null;
  const size = Number(hours) * 60 + (half === undefined ? Number(minutes) : 30);
  return (sign === '+') === (isReversed === undefined) ? size : -size;
}

// Any winter and summer: people name a zone by its offsets then.
const halves = ['2026-01-01T00:00Z', '2026-07-01T00:00Z'].map((text) => Temporal.Instant.from(text));

/** Zones of well-known places that have that offset for at least a part of the year. */
const zonesAhead = (minutes: number): readonly string[] =>
  [...placesByZone.keys()].filter((zone) =>
    halves.some((instant) => instant.toZonedDateTimeISO(zone).offsetNanoseconds === minutes * 60e9),
  );

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
  return (ofCountry.length > 0 ? ofCountry : rankedBy((zone) => editsTo(zone, wanted))).slice(0, limit);
}

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
