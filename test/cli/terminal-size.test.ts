import { describe, expect, it } from 'vitest';
import { terminalOf } from '../../src/cli/command.ts';
import { createProgressScreen } from '../../src/cli/progress.ts';
import { createStatusScreen } from '../../src/cli/status/status-screen.ts';
import { FakeTerminal } from './fake-terminal.ts';

/** A terminal that says 0 columns and 0 rows, as one without a window does. */
function terminalWithoutSize(): FakeTerminal {
  const terminal = new FakeTerminal(0);
  terminal.rows = 0;
  return terminal;
}

describe('a terminal that does not know its size', () => {
  it('gets messages of the usual width', () => {
    const [stdout, stderr] = [terminalWithoutSize(), terminalWithoutSize()];
    const { signal } = new AbortController();
    expect(terminalOf({ environment: {}, stdout, stderr, signal }).width).toBe(100);
  });

  it('gets a whole bar', () => {
    const stderr = terminalWithoutSize();
    createProgressScreen({ stderr }, () => 0).show({ share: 0, text: 'checking' });
    expect(stderr.written).toMatch(/ 0 % {2}checking$/);
  });

  it('gets the status', () => {
    const terminal = terminalWithoutSize();
    using screen = createStatusScreen(terminal, false);
    screen.show([{ label: 'Next', text: '#papers in 3 h' }]);
    expect(terminal.written).toBe('Next      #papers in 3 h');
  });
});
