import { type TableShape, tableShapes } from '../sql/schema/table-shapes.ts';

/**
 * The tables of what running processes do just now. No process runs during a move, and the lease of a bot that was killed
 * would keep all others from their work.
 */
const ofProcesses: ReadonlySet<string> = new Set(['request_rows', 'tasks', 'workers']);

/** The tables that a move copies. Each stands behind those that it refers to. */
export const movedTables = (): readonly TableShape[] => tableShapes().filter(({ name }) => !ofProcesses.has(name));
