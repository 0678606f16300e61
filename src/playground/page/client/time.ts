const minute = 60;
const units = [
  ['year', 365 * 24 * 60 * minute],
  ['month', 30 * 24 * 60 * minute],
  ['day', 24 * 60 * minute],
  ['hour', 60 * minute],
  ['minute', minute],
  ['second', 1],
] as const;

const formats: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { hour: '2-digit', minute: '2-digit' },
  T: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  d: { day: '2-digit', month: '2-digit', year: 'numeric' },
  D: { day: 'numeric', month: 'long', year: 'numeric' },
  f: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  F: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
};

/** A time in the viewer's zone, in one of Discord's formats. */
export function showTime(at: number, format: string, now: number): string {
  if (format === 'R') return relativeTime(Math.round((at - now) / 1000));
  return new Intl.DateTimeFormat('en-GB', formats[format] ?? formats['f'] ?? {}).format(at);
}

/** `in 3 hours` */
function relativeTime(seconds: number): string {
  if (seconds === 0) return 'now';
  const [unit, size] = units.find(([, one]) => Math.abs(seconds) >= one) ?? (['second', 1] as const);
  return new Intl.RelativeTimeFormat('en').format(Math.round(seconds / size), unit);
}

/** `Today at 09:00`, `12/06/2026, 09:00` */
export function showMessageTime(at: number, now: number): string {
  const day = (time: number) => showTime(time, 'd', now);
  if (day(at) === day(now)) return `Today at ${showTime(at, 't', now)}`;
  if (day(at) === day(now - 86_400_000)) return `Yesterday at ${showTime(at, 't', now)}`;
  return `${day(at)}, ${showTime(at, 't', now)}`;
}
