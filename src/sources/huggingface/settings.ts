import { type Settings, webAddress } from '../../settings.ts';

export const huggingFaceSettings = {
  huggingfaceUrl: {
    name: 'HUGGINGFACE_URL',
    fallback: 'https://huggingface.co',
    description: ['The address of Hugging Face, for its Daily Papers and its rankings.'],
    schema: webAddress,
  },
} as const satisfies Settings;
