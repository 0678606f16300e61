import { ownAddress, portOrEmpty, type Settings } from '../settings.ts';

export const healthSettings = {
  /** Null if the pages are off. */
  healthPort: {
    name: 'HEALTH_PORT',
    fallback: '',
    description: [
      'A port for three pages: /healthz, /readyz and, for Prometheus, /metrics. Empty means none.',
      'See docs/hosting.md.',
    ],
    schema: portOrEmpty,
  },
  healthHost: {
    name: 'HEALTH_HOST',
    fallback: '127.0.0.1',
    description: [
      'The address of this machine at which the pages are. The default is for programs on this machine alone.',
      'In a container: 0.0.0.0',
    ],
    schema: ownAddress,
  },
} as const satisfies Settings;
