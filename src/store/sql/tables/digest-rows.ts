import type { DigestPlan, PlannedPart } from '../../outbox.ts';
import { StoreError } from '../../store-error.ts';
import { atOnce } from '../at-once.ts';
import type { Connection } from '../connection.ts';
import { rowsStatement } from '../rows-statement.ts';
import { duplicateReader } from './match-keys.ts';

/** What is written of a planned digest. */
export interface DigestContents {
  readonly plan: DigestPlan;
  /** The numbers of its papers. */
  readonly numbers: readonly number[];
  /** Whether its parts may have been posted before, because a backup was restored that may be older. */
  readonly isInDoubt: boolean;
}

/** A digest that has its row. */
interface StoredContents extends DigestContents {
  readonly digestId: number;
}

type Values = readonly (string | number | null)[];

/** Freezes the papers and parts of digests of different channels. */
export function digestWriter(db: Connection): (digests: readonly DigestContents[]) => Promise<void> {
  const insert = rowsStatement<Values, { readonly id: number; readonly channelId: string }>(db, {
    row: '(?, ?, ?, ?, ?)',
    textWith: (rows) =>
      `insert into digests (channel_id, date, planned_at, nonce, left_out) values ${rows}
       returning id, channel_id as "channelId"`,
  });
  const claimPapers = paperClaimer(db);
  const insertParts = partInserter(db);
  return async (digests) => {
    const inserted = await insert.all(digests.map(digestRow));
    const idOf = new Map(inserted.map(({ id, channelId }) => [channelId, id]));
    const stored = digests.map((digest) => ({ ...digest, digestId: idOf.get(digest.plan.channelId) as number }));
    await atOnce([claimPapers(stored), insertParts(digests)]);
  };
}

const digestRow = ({ plan: { channelId, date, at, parts, leftOut = [] } }: DigestContents): Values => [
  ...[channelId, date, at, parts[0]?.nonce ?? null],
  leftOut.length === 0 ? null : JSON.stringify(leftOut),
];

/** Writes the parts into the outbox, for the channel and for its destinations. */
function partInserter(db: Connection): (digests: readonly DigestContents[]) => Promise<void> {
  const existing = db
    .prepare<[string], number>(
      `select id from destinations where id in (select value from ${db.dialect.numbers('?')} as asked)`,
    )
    .pluck();
  const insert = rowsStatement<Values>(db, {
    row: "(?, ?, ?, ?, ?, 'planned', 0, ?, ?, ?, ?, ?)",
    textWith: (rows) =>
      `insert into deliveries (channel_id, destination_id, date, part, parts, state, attempts, in_doubt, planned_at, due_at,
         nonce, payload)
       values ${rows}`,
  });
  return async (digests) => {
    const named = digests.flatMap(({ plan: { copies = [] } }) => copies.map(({ destinationId }) => destinationId));
    // A destination may have been removed while its messages were composed.
    const there = new Set(named.length === 0 ? [] : await existing.all(JSON.stringify(named)));
    const rows = digests.flatMap((digest) => [
      ...partRows(digest, 0, digest.plan.parts),
      ...(digest.plan.copies ?? []).flatMap(({ destinationId, parts }) =>
        there.has(destinationId) ? partRows(digest, destinationId, parts) : [],
      ),
    ]);
    await insert.run(rows);
  };
}

/** @param destinationId 0 for the channel itself */
const partRows = (
  { plan: { channelId, date, at }, isInDoubt }: DigestContents,
  destinationId: number,
  parts: readonly PlannedPart[],
): readonly Values[] =>
  parts.map(({ json, nonce }, index) => [
    ...[channelId, destinationId, date, index + 1, parts.length],
    ...[isInDoubt ? 1 : 0, at, at, nonce, json],
  ]);

/** Records that channels received papers, under any of their ids. */
function paperClaimer(db: Connection): (digests: readonly StoredContents[]) => Promise<void> {
  const insert = rowsStatement<Values>(db, {
    row: '(?, ?, ?, ?)',
    textWith: (rows) =>
      `insert into digest_papers (channel_id, paper_number, digest_id, place) values ${rows} on conflict do nothing`,
  });
  const placesOf = db.prepare<[number], number>('select place from digest_papers where digest_id = ?').pluck();
  return async (digests) => {
    const rows = digests.flatMap(({ plan: { channelId }, numbers, digestId }) =>
      numbers.map((number, index) => [channelId, number, digestId, index + 1]),
    );
    if ((await insert.run(rows)) === rows.length) return;
    for (const { plan, digestId } of digests) {
      const places = new Set(await placesOf.all(digestId));
      const received = plan.papers.find((_, index) => !places.has(index + 1));
      if (received !== undefined) refuse(plan.channelId, `already received paper ${received}`);
    }
  };
}

/**
 * Refuses digests with a paper whose duplicate the channel has, in this digest or an earlier one. The two may have become
 * duplicates while the digest was made.
 */
export function secondRefuser(db: Connection): (digests: readonly DigestContents[]) => Promise<void> {
  const duplicatesOf = duplicateReader(db);
  const isReceived = db
    .prepare<[string, number], number>('select 1 from digest_papers where channel_id = ? and paper_number = ?')
    .pluck();
  return async (digests) => {
    const duplicates = await duplicatesOf([...new Set(digests.flatMap(({ numbers }) => numbers))]);
    for (const { plan, numbers } of digests) {
      for (const { number, paper } of numbers.flatMap((one) => duplicates.get(one) ?? [])) {
        if ((await isReceived.get(plan.channelId, number)) === undefined) continue;
        refuse(plan.channelId, `has a duplicate, paper ${paper.id}`);
      }
    }
  };
}

function refuse(channelId: string, why: string): never {
  throw new StoreError('conflict', `Channel ${channelId} ${why}. Make the digest without it.`);
}
