import type { ReplayPlan } from '../replay/replay-plan.ts';
import { scene } from '../scene.ts';

/** The day of the scene as a replay has it: the sources of real workers are on loopback. */
export const scenePlan: ReplayPlan = {
  start: scene.date,
  days: 1,
  channels: [],
  announcements: new Map([
    [
      scene.date,
      scene.papers.map(({ id, title, abstract, authors }, index) => {
        const categories = index % 2 === 0 ? (['cs.CL'] as const) : (['cs.CV', 'cs.CL'] as const);
        return { paper: { id, title, abstract, authors, categories }, listing: 'new' as const, version: 1 };
      }),
    ],
  ]),
  picks: [],
  troubles: [],
  wakes: [],
  crashes: [],
};
