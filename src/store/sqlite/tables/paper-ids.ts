import { memoByObject } from '../../../memo.ts';
import type { PaperId } from '../../../papers/paper.ts';
import { kindOfId } from '../../../papers/paper-id.ts';
import { type IdUse, namesItsPaper, type OwnKinds } from '../../rules/stated-ids.ts';
import type { Database } from '../file/database.ts';

interface IdRow {
  readonly paperNumber: number | null;
  readonly isOwn: number;
}

/** Reads and writes the ids of papers, inside the caller's transaction. A database has one, because many verbs need it. */
export const paperIdTable = memoByObject((db: Database) => {
  const find = db.$client.prepare<[PaperId, PaperId], IdRow>(
    `select number as paperNumber, 1 as isOwn from papers where id = ?
     union all select paper_number, is_own from paper_ids where id = ? limit 1`,
  );
  const own = db.$client
    .prepare<[number, number], PaperId>(
      `select id from papers where number = ?
       union select id from paper_ids where paper_number = ? and is_own = 1`,
    )
    .pluck();
  const put = db.$client.prepare<[PaperId, number | null, 0 | 1]>(
    `insert into paper_ids (id, paper_number, is_own) values (?, ?, ?)
     on conflict (id) do update set paper_number = excluded.paper_number, is_own = excluded.is_own`,
  );

  function useOf(id: PaperId): IdUse | null {
    const row = find.get(id, id);
    if (row === undefined) return null;
    if (row.paperNumber === null) return { kind: 'contested' };
    return { kind: row.isOwn === 1 ? 'own' : 'stated', paperNumber: row.paperNumber };
  }

  const kindsOf = (paperNumber: number): OwnKinds => new Set(own.all(paperNumber, paperNumber).map(kindOfId));

  return {
    useOf,
    kindsOf,
    /** The number of the paper with this id, or null if it is not stored. */
    numberOf(id: PaperId): number | null {
      const use = useOf(id);
      if (use === null || use.kind === 'contested') return null;
      return use.kind === 'own' || namesItsPaper(id, kindsOf(use.paperNumber)) ? use.paperNumber : null;
    },
    put: (id: PaperId, paperNumber: number | null, isOwn: boolean): void => {
      put.run(id, paperNumber, isOwn ? 1 : 0);
    },
  };
});
