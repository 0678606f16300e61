import type { LeaseVerbs, Worker } from '../../src/store/leases.ts';

type Verbs = Pick<LeaseVerbs, 'beginLease' | 'renewLease' | 'endLease' | 'takeTask'>;

/** Their verbs for one user, who can be cut off. */
type User = Verbs & { isCut: boolean };

/** Leases in memory, for several users. */
export interface Leases {
  user(): User;
  readonly users: readonly User[];
  /** The tasks that somebody has. */
  tasks(): readonly string[];
}

export function createLeases(): Leases {
  const until = new Map<string, number>();
  const holders = new Map<string, string>();
  const lives = (id: string | undefined): boolean => id !== undefined && (until.get(id) ?? 0) > performance.now();
  const users: User[] = [];
  return {
    users,
    tasks: () => [...holders].flatMap(([task, id]) => (lives(id) ? [task] : [])),
    user() {
      const check = () => {
        if (user.isCut) throw new Error('the database does not answer');
      };
      const user = {
        isCut: false,
        async beginLease({ id, leaseMs }: Worker) {
          check();
          if (until.has(id)) throw new Error('a worker has one lease');
          until.set(id, performance.now() + leaseMs);
        },
        async renewLease({ id, leaseMs }: Worker) {
          check();
          if (!lives(id)) return false;
          until.set(id, performance.now() + leaseMs);
          return true;
        },
        async endLease(id: string) {
          check();
          until.set(id, 0);
        },
        async takeTask(task: string, id: string) {
          check();
          const holder = holders.get(task);
          if (!lives(id) || (holder !== id && lives(holder))) return false;
          holders.set(task, id);
          return true;
        },
      };
      users.push(user);
      return user;
    },
  };
}
