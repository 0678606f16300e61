import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Paper } from '../src/papers/paper.ts';
import { escapeXml } from '../src/playground/sample/xml.ts';
import type { LocalDate } from '../src/time.ts';
import type { InventedCorpus } from './invented-corpus.ts';

/** arXiv's OAI-PMH on loopback: a page of invented papers a day, as long as arXiv's pages. */
export interface LoopbackOai extends AsyncDisposable {
  readonly url: string;
}

export async function startLoopbackOai(corpus: InventedCorpus, papersPerDay: number): Promise<LoopbackOai> {
  const server = createServer((request, response) => {
    const day = new URL(request.url ?? '', 'http://localhost').searchParams.get('from') ?? '';
    const papers = corpus.papers(papersPerDay, day.slice(2, 7).replace('-', ''));
    response.writeHead(200, { 'content-type': 'application/xml' }).end(renderPage(papers, day));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/oai`,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

const renderPage = (papers: readonly Paper[], day: LocalDate): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>${day}T00:00:00Z</responseDate>
<request verb="ListRecords">https://oaipmh.arxiv.org/oai</request>
<ListRecords>
${papers.map((paper) => renderRecord(paper, day)).join('\n')}
<resumptionToken/></ListRecords></OAI-PMH>`;

const renderRecord = ({ id, title, abstract, authors, categories }: Paper, day: LocalDate): string =>
  `<record><header><identifier>oai:arXiv.org:${id}</identifier><datestamp>${day}</datestamp></header>
<metadata><arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>${id}</id><submitter>Somebody</submitter>
<version version="v1"><date>${new Date(`${day}T15:00Z`).toUTCString()}</date><size>90kb</size></version>
<title>${escapeXml(title)}</title><authors>${escapeXml(authors.join(', '))}</authors>
<categories>${categories.join(' ')}</categories><abstract>${escapeXml(abstract)}</abstract></arXivRaw></metadata></record>`;
