import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Responder } from '../sources/fixture-server.ts';

/** A paper in an answer of Semantic Scholar. Unknown keys are null. */
interface ScholarPaper {
  readonly paperId?: string;
  readonly externalIds?: Readonly<Record<string, unknown>> | null;
  readonly citationCount?: number | null;
  readonly venue?: string | null;
  readonly tldr?: { readonly model?: string; readonly text: string | null } | null;
}

interface SeenQuestion {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly ids: readonly string[];
}

/** Semantic Scholar's `paper/batch` on loopback. It answers by position, with null for an unknown paper. */
export interface ScholarServer extends AsyncDisposable {
  readonly url: string;
  readonly questions: SeenQuestion[];
  readonly papers: Map<string, ScholarPaper>;
  /** Answers instead, until it is null again. */
  fault: Responder | null;
}

export async function startScholarServer(): Promise<ScholarServer> {
  const papers = new Map<string, ScholarPaper>();
  const questions: SeenQuestion[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { ids = [] } = JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}') as { ids?: readonly string[] };
    questions.push({ path: `${request.method} ${request.url}`, headers: request.headers, ids });
    if (scholar.fault !== null) return scholar.fault(request, response);
    const found = ids.map((id) => papers.get(id) ?? null);
    const isKnown = found.some((paper) => paper !== null);
    response.writeHead(isKnown ? 200 : 400, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isKnown ? found : { error: 'No valid paper ids given' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const scholar: ScholarServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    questions,
    papers,
    fault: null,
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
  return scholar;
}
