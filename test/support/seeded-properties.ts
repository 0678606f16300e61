import fc from 'fast-check';

// Each run of the tests draws the same cases. Otherwise a rare case would fail a run that has nothing to do with it.
fc.configureGlobal({ seed: 2026 });
