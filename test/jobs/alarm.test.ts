import { expect, it } from 'vitest';
import { createAlarm, type Timer } from '../../src/jobs/alarm.ts';

/** Timers that a test lets go off. */
function heldTimers() {
  const running: { readonly ms: number; readonly ring: () => void }[] = [];
  const timer: Timer = (ms, ring) => {
    const one = { ms, ring };
    running.push(one);
    return { [Symbol.dispose]: () => void running.splice(running.indexOf(one), 1) };
  };
  return { running, timer };
}

it('rings at the earliest moment that it was set to, and not again', () => {
  const { running, timer } = heldTimers();
  const rung: string[] = [];
  const alarm = createAlarm(() => 1_000, timer);
  alarm.onRing(() => void rung.push('ring'));
  alarm.setTo(9_000);
  alarm.setTo(3_000);
  alarm.setTo(5_000);
  expect(running.map(({ ms }) => ms)).toEqual([2_000]);
  running.splice(0)[0]?.ring();
  expect(rung).toEqual(['ring']);
  expect(running).toEqual([]);
  alarm.setTo(4_000);
  expect(running).toHaveLength(1);
});

it('leaves later moments to the wake-up of each minute, and rings at once for past ones', () => {
  const { running, timer } = heldTimers();
  const alarm = createAlarm(() => 1_000, timer);
  alarm.onRing(() => {});
  alarm.setTo(61_001);
  expect(running).toEqual([]);
  alarm.setTo(1);
  expect(running.map(({ ms }) => ms)).toEqual([0]);
});

it('is silent until somebody listens, and after it is disposed', () => {
  const { running, timer } = heldTimers();
  const alarm = createAlarm(() => 0, timer);
  alarm.setTo(5);
  expect(running).toEqual([]);
  alarm.onRing(() => {});
  alarm.setTo(5);
  alarm[Symbol.dispose]();
  alarm.setTo(5);
  expect(running).toEqual([]);
});
