import Connection from 'better-sqlite3';
import { categories } from '../../src/papers/categories.ts';
import { requestGroups } from '../../src/sources/arxiv/request-groups.ts';

/**
 * The floor of a pull: the same bytes, cut by regular expressions and inserted as they are, without cleaning, checks,
 * merging or full-text search, and equally durable. Its times exclude the network.
 * Arguments: the sources' address, the database's path.
 */

export interface NaivePull {
  readonly ms: number;
  readonly papers: number;
}

const item = /<item>(.*?)<\/item>/gs;

const textOf = (xml: string, name: string): string =>
  new RegExp(`<${name}[^>]*>(.*?)</${name}>`, 's').exec(xml)?.[1] ?? '';

const [url = '', databasePath = ''] = process.argv.slice(2);
const groups = requestGroups(categories.map(({ id }) => id));
const bodies: Buffer[] = [];
for (const group of groups) {
  bodies.push(Buffer.from(await (await fetch(`${url}/rss/${group.join('+')}`)).arrayBuffer()));
}
const connection = new Connection(databasePath);
connection.pragma('journal_mode = WAL');
connection.pragma('synchronous = FULL');
connection.exec('create table papers (id text primary key, title text, abstract text, authors text)');
const insert = connection.prepare('insert or ignore into papers values (?, ?, ?, ?)');

const startedAt = performance.now();
connection.transaction(() => {
  for (const body of bodies) {
    for (const [, xml = ''] of body.toString().matchAll(item)) {
      insert.run(textOf(xml, 'guid'), textOf(xml, 'title'), textOf(xml, 'description'), textOf(xml, 'dc:creator'));
    }
  }
})();
const ms = performance.now() - startedAt;
const papers = connection.prepare<[], number>('select count(*) from papers').pluck().get() ?? 0;
connection.close();
process.stdout.write(JSON.stringify({ ms, papers } satisfies NaivePull));
