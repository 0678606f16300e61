/**
 * Lets each process and each thread of the tests keep its compiled code. The bot starts its threads without an
 * environment, so that they do not see NODE_COMPILE_CACHE, and would read and compile some 300 files at each start.
 */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/paperboy', import.meta.url)));
