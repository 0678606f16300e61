import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Responder } from '../sources/fixture-server.ts';

/** OpenAlex and the authors of Semantic Scholar on loopback. Paths are those of the services. */
export interface AuthorServer extends AsyncDisposable {
  readonly url: string;
  /** The paths with their queries, in order. */
  readonly asked: string[];
  /** The answers by path, without the query. Other paths are not found. */
  readonly answers: Map<string, unknown>;
  /** Answers instead, until it is null again. */
  fault: Responder | null;
}

export async function startAuthorServer(): Promise<AuthorServer> {
  const server = createServer((request, response) => {
    authors.asked.push(request.url ?? '');
    if (authors.fault !== null) return authors.fault(request, response);
    const answer = authors.answers.get(new URL(request.url ?? '', authors.url).pathname);
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? { error: 'not found' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const authors: AuthorServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: [],
    answers: new Map(),
    fault: null,
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
  return authors;
}
