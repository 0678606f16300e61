import type { HealthVerbs, OpenState } from '../../health.ts';
import type { Connection } from '../connection.ts';

/** Verbs that tell whether the database works. */
export function healthVerbs(db: Connection): HealthVerbs {
  const proof = db.prepare<[]>(db.dialect.proveWritable);
  const count = db
    .prepare<[], [OpenState, number]>(
      `select state, count(*) from deliveries where state in ('planned', 'sending', 'retry', 'blocked') group by state`,
    )
    .raw();
  const write = db.atomic(() => proof.run());
  return {
    async proveWritable() {
      try {
        await write();
      } catch (error) {
        throw db.asStoreError(error);
      }
    },
    outboxDepth: db.asking(async () => {
      const counts = Object.fromEntries(await count.all());
      return { planned: 0, sending: 0, retry: 0, blocked: 0, ...counts };
    }),
  };
}
