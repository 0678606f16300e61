import { beforeEach } from 'vitest';
import { describeStoreContract } from './contract.ts';
import { serverPlaces } from './postgres/places.ts';
import { serverOrSkip, type TestServer } from './postgres/server.ts';

let server: TestServer;

beforeEach(async ({ skip }) => {
  server = await serverOrSkip(skip);
});

describeStoreContract(
  'PostgreSQL (a server)',
  serverPlaces(async () => server),
);
