import type { Instant } from '../../ports.ts';
import { dayMs } from '../../time.ts';

/**
 * The week of a moment, as `2026-W24`. As in ISO 8601, a week belongs to the year of its Thursday.
 */
export function isoWeek(at: Instant): string {
  const day = new Date(at);
  const thursday = new Date(at + (4 - (day.getUTCDay() || 7)) * dayMs);
  const firstDay = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = Math.floor((thursday.getTime() - firstDay) / (7 * dayMs)) + 1;
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}
