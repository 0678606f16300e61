import { describe, expect, test } from 'vitest';
import { findZones, readZone } from '../../src/digests/zones.ts';

describe('zones', () => {
  test.each([
    ['berlin', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
    ['new_york', 'America/New_York'],
    ['TOKYO', 'Asia/Tokyo'],
    ['são pau', 'America/Sao_Paulo'],
    ['utc', 'UTC'],
    ['gmt', 'UTC'],
    ['', 'UTC'],
    ['india', 'Asia/Kolkata'],
    ['calcutta', 'Asia/Kolkata'],
    ['kyiv', 'Europe/Kyiv'],
    ['san francisco', 'America/Los_Angeles'],
    ['germany', 'Europe/Berlin'],
    ['europe/par', 'Europe/Paris'],
    ['aires', 'America/Argentina/Buenos_Aires'],
    ['beijing', 'Asia/Shanghai'],
    ['edt', 'America/New_York'],
    ['PT', 'America/Los_Angeles'],
    ['cest', 'Europe/Berlin'],
    ['JST', 'Asia/Tokyo'],
  ])('%j finds %s first', (text, zone) => {
    expect(findZones(text, 25)[0]).toBe(zone);
  });

  test('are found for each place of that name', () => {
    expect(findZones('cambridge', 25)).toEqual(expect.arrayContaining(['America/New_York', 'Europe/London']));
    expect(findZones('europe', 100).every((zone) => zone.startsWith('Europe/'))).toBe(true);
    expect(findZones('america', 7)).toHaveLength(7);
    expect(findZones('atlantis', 25)).toEqual([]);
  });

  test('are found by how far they are ahead of UTC, in summer or in winter', () => {
    expect(findZones('UTC+2', 25)).toEqual(
      expect.arrayContaining(['Africa/Cairo', 'Europe/Berlin', 'Europe/Helsinki']),
    );
    expect(findZones('Etc/GMT-2', 25)).toEqual(findZones('+02:00', 25));
    expect(findZones('gmt -5', 25)).toEqual(expect.arrayContaining(['America/Chicago', 'America/New_York']));
    expect(findZones('+0530', 25)).toEqual(['Asia/Kolkata']);
    expect(findZones('UTC+99', 25)).toEqual([]);
  });

  test('that are offered are valid, each once, and are read as themselves', () => {
    const offered = findZones('', 1_000);
    expect(offered.length).toBeGreaterThan(400);
    expect(new Set(offered).size).toBe(offered.length);
    for (const zone of offered) expect(readZone(zone)).toEqual({ kind: 'zone', zone });
  });
});

describe('a place in a region that it is not in', () => {
  test.each([
    ['London, Ontario', ['Europe/London', 'America/Toronto']],
    ['Cambridge, MA', ['America/New_York', 'Europe/London']],
    ['Africa/Berlin', ['Europe/Berlin']],
  ])('%j: the zones of both are offered', (typed, zones) => {
    expect(readZone(typed)).toEqual({ kind: 'unknown', zones });
    expect(findZones(typed, 4)).toEqual(zones);
  });

  test.each(['Atlantis, Germany', 'my time', 'here and there', ',', '/', 'Europe/'])(
    '%j offers none of a guess',
    (typed) => {
      expect(readZone(typed).kind).toBe('unknown');
    },
  );
});

test('a rare time has its zone, where no well-known place has it', () => {
  expect(readZone('UTC+5:45')).toEqual({ kind: 'clock', zones: ['Asia/Kathmandu'] });
  expect(readZone('UTC 9')).toEqual(readZone('UTC+9'));
});

describe('a text for a zone', () => {
  test.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    [' america/new_york ', 'America/New_York'],
    ['Berlin', 'Europe/Berlin'],
    ['london', 'Europe/London'],
    ['new york', 'America/New_York'],
    ['Eastern Time', 'America/New_York'],
    ['India', 'Asia/Kolkata'],
    ['utc', 'UTC'],
    ['GMT', 'UTC'],
    ['Berlin, Germany', 'Europe/Berlin'],
    ['London UK', 'Europe/London'],
    ['Sydney, Australia', 'Australia/Sydney'],
    ['New York, NY', 'America/New_York'],
    ['Asia/Mumbai', 'Asia/Kolkata'],
    ['Europe/Munich', 'Europe/Berlin'],
    // Old names of the tz database, which some people use.
    ['US/Eastern', 'US/Eastern'],
    ['asia/calcutta', 'Asia/Calcutta'],
    ['EST5EDT', 'EST5EDT'],
  ])('%j is %s', (typed, zone) => {
    expect(readZone(typed)).toEqual({ kind: 'zone', zone });
  });

  test.each([
    ['Tokio', 'Asia/Tokyo'],
    ['Kiev', 'Europe/Kyiv'],
    ['Lisboa', 'Europe/Lisbon'],
    ['Muenchen', 'Europe/Berlin'],
    ['München', 'Europe/Berlin'],
    ['Wien', 'Europe/Vienna'],
    ['NYC', 'America/New_York'],
    ['Peking', 'Asia/Shanghai'],
    ['北京', 'Asia/Shanghai'],
    ['Москва', 'Europe/Moscow'],
    ['Genf', 'Europe/Zurich'],
    ['Koebenhavn', 'Europe/Copenhagen'],
    ['Katmandu', 'Asia/Kathmandu'],
    ['Saigon', 'Asia/Ho_Chi_Minh'],
    ['Deutschland', 'Europe/Berlin'],
    ['Österreich', 'Europe/Vienna'],
    ['Allemagne', 'Europe/Berlin'],
    ['Japon', 'Asia/Tokyo'],
    ['日本', 'Asia/Tokyo'],
    ['Peru', 'America/Lima'],
  ])('%j is a local or old name, or a name in another language, of %s', (typed, zone) => {
    expect(readZone(typed)).toEqual({ kind: 'zone', zone });
    expect(findZones(typed, 4)).toContain(zone);
  });

  test.each([
    ['Berln', 'Europe/Berlin'],
    ['Berlim', 'Europe/Berlin'],
    ['Londno', 'Europe/London'],
    ['Sidney', 'Australia/Sydney'],
    ['Stokholm', 'Europe/Stockholm'],
    ['Philadelfia', 'America/New_York'],
    ['Europe/Berln', 'Europe/Berlin'],
    ['Münchem', 'Europe/Berlin'],
  ])('%j is not a zone, and the nearest one is offered', (typed, zone) => {
    const reading = readZone(typed);
    expect(reading.kind).toBe('unknown');
    expect(findZones(typed, 4)[0]).toBe(zone);
    expect('zones' in reading && reading.zones[0]).toBe(zone);
  });

  test('is not taken where it is in several zones', () => {
    expect(readZone('Cambridge')).toEqual({ kind: 'several', zones: ['America/New_York', 'Europe/London'] });
    expect(readZone('canada')).toEqual({ kind: 'several', zones: ['America/Toronto', 'America/Vancouver'] });
  });

  test.each([
    ['EST', ['America/New_York']],
    ['mst', ['America/Denver', 'America/Phoenix']],
    ['HST', ['Pacific/Honolulu']],
    ['PDT', ['America/Los_Angeles']],
    ['CET', ['Europe/Berlin']],
    ['BST', ['Europe/London']],
    ['IST', ['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin']],
    ['Eastern', ['America/New_York']],
    ['Pacific', ['America/Los_Angeles']],
    ['UTC+5:30', ['Asia/Kolkata']],
    ['GMT+5.5', ['Asia/Kolkata']],
    // Many zones use these, so a city has to be named.
    ['UTC+2', []],
    ['gmt -5', []],
    ['+01:00', []],
    ['Etc/GMT-2', []],
    ['UTC+99', []],
  ])('%j is a time and not a place', (typed, zones) => {
    expect(readZone(typed)).toEqual({ kind: 'clock', zones });
  });

  test('is unknown where no place has that name, and offers names that begin with it', () => {
    expect(readZone('Berl')).toEqual({ kind: 'unknown', zones: ['Europe/Berlin'] });
  });

  test.each(['', ' ', 'Mars/Base', '2026-01-01[Europe/Paris]', 'Europe/Berlin; x', '__proto__'])(
    '%j is none',
    (typed) => {
      expect(readZone(typed).kind).toBe('unknown');
    },
  );
});
