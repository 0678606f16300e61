import * as addressCodes from './address-code-schema.ts';
import * as channels from './channel-schema.ts';
import * as clubs from './club-schema.ts';
import * as destinations from './destination-schema.ts';
import * as digests from './digest-schema.ts';
import * as discussions from './discussion-schema.ts';
import * as feeds from './feed-schema.ts';
import * as followUps from './follow-up-schema.ts';
import * as leases from './lease-schema.ts';
import * as marks from './mark-schema.ts';
import * as onboarding from './onboarding-schema.ts';
import * as papers from './paper-schema.ts';
import * as pings from './ping-schema.ts';
import * as reading from './reading-schema.ts';
import * as upvotes from './upvote-schema.ts';
import * as vectors from './vector-schema.ts';

/** All tables of both databases, by the names of their constants. */
export const allTables = {
  ...papers,
  ...channels,
  ...digests,
  ...destinations,
  ...addressCodes,
  ...clubs,
  ...discussions,
  ...feeds,
  ...followUps,
  ...leases,
  ...marks,
  ...onboarding,
  ...pings,
  ...reading,
  ...upvotes,
  ...vectors,
};
