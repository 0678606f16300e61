import type { Panel } from '../picture.ts';
import { drawArea } from './area.ts';
import { drawDays } from './days.ts';
import type { DrawnPanel } from './panel.ts';
import { drawRanks } from './ranks.ts';
import { drawTopics } from './topics.ts';
import { drawTrends } from './trends.ts';

/** How each kind of panel is drawn. */
const drawers: { readonly [Kind in Panel['kind']]: (panel: Extract<Panel, { readonly kind: Kind }>) => DrawnPanel } = {
  days: drawDays,
  topics: drawTopics,
  area: drawArea,
  ranks: drawRanks,
  trends: drawTrends,
};

// The registry pairs each kind with the function that takes it.
export const drawPanel = (panel: Panel): DrawnPanel => drawers[panel.kind](panel as never);
