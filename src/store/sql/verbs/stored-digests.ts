import type { PaperId } from '../../../papers/paper.ts';
import type { StoredDigest, StoredDigestVerbs } from '../../stored-digests.ts';
import type { Connection } from '../connection.ts';
import { paperReader } from '../tables/paper-reader.ts';

type DigestRow = Omit<StoredDigest, 'papers' | 'leftOut'> & { readonly id: number; readonly leftOut: string | null };

/** The verb that reads a digest after it was posted. */
export function storedDigestVerbs(db: Connection): StoredDigestVerbs {
  const { read } = paperReader(db);
  const find = db.prepare<[string], DigestRow>(
    `select digests.id, digests.channel_id as "channelId", guild_id as "guildId", date, planned_at as "plannedAt",
       left_out as "leftOut"
     from digests join channels on channels.channel_id = digests.channel_id
     where nonce = ? order by digests.id desc limit 1`,
  );
  // The papers of a digest are inserted in their order.
  const numbers = db
    .prepare<[number], number>('select paper_number from digest_papers where digest_id = ? order by place')
    .pluck();
  return {
    digestByNonce: db.reading(async (nonce: string) => {
      const row = await find.get(nonce);
      if (row === undefined) return null;
      const { id, leftOut, ...digest } = row;
      const hidden = leftOut === null ? null : (JSON.parse(leftOut) as readonly PaperId[]);
      return { ...digest, papers: await read(await numbers.all(id)), leftOut: hidden };
    }),
  };
}
