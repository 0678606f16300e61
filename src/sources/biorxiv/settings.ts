import { type Settings, webAddress } from '../../settings.ts';

export const biorxivSettings = {
  /** bioRxiv and medRxiv share it. */
  biorxivUrl: {
    name: 'BIORXIV_URL',
    fallback: 'https://api.biorxiv.org',
    description: ['The address of the API of bioRxiv and medRxiv.'],
    schema: webAddress,
  },
} as const satisfies Settings;
