import { parseDays, parseTime, type Schedule } from '../../digests/schedule.ts';
import { readZone } from '../../digests/zones.ts';
import type { Say } from '../../language/say.ts';
import type { ChangedSettings } from '../../store/channels.ts';
import { UserError } from '../errors.ts';
import { escapeToFit } from '../rendering/escape.ts';
import { type TimingName, timingFields } from '../rendering/settings/timing-form.ts';
import { refusedZone } from '../rendering/settings-panel.ts';
import { graceMinutes, papersPerDigest } from './limits.ts';

/** @throws UserError if the text is not a time */
export function readTime(text: string): string {
  const time = parseTime(text);
  if (time !== null) return time;
  throw new UserError('bad-time', (say) => say('settings.badTime', { typed: escapeToFit(text, 40) }));
}

/** @throws UserError if the text is not a zone */
export function readKnownZone(text: string): string {
  const reading = readZone(text);
  if (reading.kind === 'zone') return reading.zone;
  throw new UserError('bad-zone', (say) => refusedZone(text, reading, say));
}

/** @throws UserError if the text does not name days */
export function readDays(text: string): Schedule['days'] {
  const days = parseDays(text);
  if (days !== null) return days;
  throw new UserError('bad-days', (say) => say('settings.badDays', { typed: escapeToFit(text, 60) }));
}

function readNumber(text: string, { min, max }: { readonly min: number; readonly max: number }): number {
  const value = /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : Number.NaN;
  if (value >= min && value <= max) return value;
  throw new UserError('bad-number', (say) => say('settings.badNumber', { typed: escapeToFit(text, 20), min, max }));
}

const readers: { readonly [Name in TimingName]: (text: string) => ChangedSettings } = {
  time: (text) => ({ time: readTime(text) }),
  zone: (text) => ({ zone: readKnownZone(text) }),
  days: (text) => ({ days: readDays(text) }),
  maxPapers: (text) => ({ maxPapers: readNumber(text, papersPerDigest) }),
  graceMinutes: (text) => ({ graceMinutes: readNumber(text, graceMinutes) }),
};

export interface TimingReading {
  readonly changes: ChangedSettings;
  /** What could not be read, and why. The other fields count all the same. */
  readonly problems: readonly string[];
}

/**
 * The changes that somebody made in the form. A field that was left as it was shown changes nothing: somebody else may have
 * changed that setting meanwhile.
 */
export function readTimingForm(
  fields: Readonly<Record<string, string>>,
  shown: ChangedSettings,
  say: Say,
): TimingReading {
  let changes: ChangedSettings = {};
  const problems: string[] = [];
  for (const { name, show } of timingFields) {
    const text = fields[name];
    if (text === undefined || (shown[name] !== undefined && text === show(shown as Parameters<typeof show>[0])))
      continue;
    try {
      changes = { ...changes, ...readers[name](text) };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(error.wording(say));
    }
  }
  return { changes, problems };
}
