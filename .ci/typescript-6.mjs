// dependency-cruiser needs the compiler API, which TypeScript 7 does not offer yet, so it gets TypeScript 6.
// Remove this and the dev dependency `typescript-6` once dependency-cruiser supports TypeScript 7.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, nextResolve) {
    const isForCruiser = context.parentURL?.includes('/dependency-cruiser/');
    const wanted = isForCruiser ? specifier.replace(/^typescript(?=$|\/)/, 'typescript-6') : specifier;
    return nextResolve(wanted, context);
  },
});
