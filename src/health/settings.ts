import { z } from 'zod';
import type { Settings } from '../settings.ts';

export const healthSettings = {
  /** Null if the pages are off. */
  healthPort: {
    name: 'HEALTH_PORT',
    fallback: '',
    description: [
      'A port for three pages: /healthz, /readyz and, for Prometheus, /metrics. Empty means none.',
      'See docs/hosting.md.',
    ],
    schema: z
      .string()
      .refine((text) => text === '' || isPort(text), 'must be a port from 1 to 65535, or empty')
      .transform((text) => (text === '' ? null : Number(text))),
  },
  healthHost: {
    name: 'HEALTH_HOST',
    fallback: '127.0.0.1',
    description: [
      'The address of this machine at which the pages are. The default is for programs on this machine alone.',
      'In a container: 0.0.0.0',
    ],
    schema: z.string().regex(/^[\w.:-]+$/, 'must be an address of this machine, such as 127.0.0.1 or 0.0.0.0'),
  },
} as const satisfies Settings;

const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
