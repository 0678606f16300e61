import { memoByObject } from '../../../memo.ts';
import type { PaperId } from '../../../papers/paper.ts';
import { kindOfId } from '../../../papers/paper-id.ts';
import { type IdUse, namesItsPaper, type OwnKinds } from '../../rules/stated-ids.ts';
import type { Connection } from '../connection.ts';

interface IdRow {
  readonly paperNumber: number | null;
  readonly isOwn: number;
}

/** Reads and writes the ids of papers, inside the caller's transaction. A connection has one, because many verbs need it. */
export const paperIdTable = memoByObject((db: Connection) => {
  const find = db.prepare<[PaperId, PaperId], IdRow>(
    `select number as "paperNumber", 1 as "isOwn" from papers where id = ?
     union all select paper_number, is_own from paper_ids where id = ? limit 1`,
  );
  const ofMany = db
    .prepare<[string], [PaperId, number]>(
      `select papers.id, papers.number from ${db.dialect.texts('?')} as asked
       ${db.dialect.joinInOrder} papers on papers.id = asked.value`,
    )
    .raw();
  const own = db
    .prepare<[number, number], PaperId>(
      `select id from papers where number = ?
       union select id from paper_ids where paper_number = ? and is_own = 1`,
    )
    .pluck();
  const put = db.prepare<[PaperId, number | null, 0 | 1]>(
    `insert into paper_ids (id, paper_number, is_own) values (?, ?, ?)
     on conflict (id) do update set paper_number = excluded.paper_number, is_own = excluded.is_own`,
  );

  async function useOf(id: PaperId): Promise<IdUse | null> {
    const row = await find.get(id, id);
    if (row === undefined) return null;
    if (row.paperNumber === null) return { kind: 'contested' };
    return { kind: row.isOwn === 1 ? 'own' : 'stated', paperNumber: row.paperNumber };
  }

  const kindsOf = async (paperNumber: number): Promise<OwnKinds> =>
    new Set((await own.all(paperNumber, paperNumber)).map(kindOfId));

  async function numberOf(id: PaperId): Promise<number | null> {
    const use = await useOf(id);
    if (use === null || use.kind === 'contested') return null;
    return use.kind === 'own' || namesItsPaper(id, await kindsOf(use.paperNumber)) ? use.paperNumber : null;
  }

  return {
    useOf,
    kindsOf,
    /** The number of the paper with this id, or null if it is not stored. */
    numberOf,
    /** The same for many ids, in their order. Nearly all of them are the first ids of their papers. */
    async numbersOf(ids: readonly PaperId[]): Promise<readonly (number | null)[]> {
      const found = new Map(ids.length === 0 ? [] : await ofMany.all(JSON.stringify(ids)));
      const numbers: (number | null)[] = [];
      for (const id of ids) numbers.push(found.get(id) ?? (await numberOf(id)));
      return numbers;
    },
    async put(id: PaperId, paperNumber: number | null, isOwn: boolean): Promise<void> {
      await put.run(id, paperNumber, isOwn ? 1 : 0);
    },
  };
});
