import { type Check, fail, ok } from './check.ts';

const oldestNode = 24;

/** Whether Node is new enough. */
export const nodeCheck: Check = {
  name: 'node',
  needsNetwork: false,
  async run() {
    const { node } = process.versions;
    return [
      Number.parseInt(node, 10) >= oldestNode
        ? ok(`Node ${node}`)
        : fail(`Node ${node} is too old: Paperboy needs Node ${oldestNode}.`, 'Run npm ci, which brings it along.'),
    ];
  },
};
