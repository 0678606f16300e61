import type { Route } from './route.ts';

/** The routes at an address, by their methods, and the parameters in its path. */
export interface FoundRoutes {
  readonly routes: ReadonlyMap<string, Route>;
  readonly parameters: Readonly<Record<string, string>>;
}

/** A part of a path is taken as it is: nothing is decoded, and no part can be `..`. */
const parameterPattern = /^[\w-]{1,200}$/;

/** Makes the function that finds the routes at a path. Null means that there are none. */
export function createRouteTable(routes: readonly Route[]): (path: string) => FoundRoutes | null {
  const patterns = [...Map.groupBy(routes, ({ path }) => path)].map(([path, all]) => ({
    parts: path.split('/'),
    routes: new Map(all.map((route) => [route.method as string, route])),
  }));
  return (path) => {
    const parts = path.split('/');
    for (const pattern of patterns) {
      const parameters = match(pattern.parts, parts);
      if (parameters !== null) return { routes: pattern.routes, parameters };
    }
    return null;
  };
}

function match(pattern: readonly string[], parts: readonly string[]): Record<string, string> | null {
  if (pattern.length !== parts.length) return null;
  const parameters: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const part = parts[index] ?? '';
    if (!expected.startsWith(':')) {
      if (part !== expected) return null;
    } else if (parameterPattern.test(part)) parameters[expected.slice(1)] = part;
    else return null;
  }
  return parameters;
}
