/**
 * Keeps Node from loading a second undici, the one that it has built in: 3 MB. discord.js asks for `globalThis.FormData`
 * while it is loaded, which Node answers from its own undici, although discord.js uses the package. So `main.ts` loads this
 * first. The types differ in details that nobody uses.
 */
import { FormData } from 'undici';

globalThis.FormData = FormData as unknown as typeof globalThis.FormData;
