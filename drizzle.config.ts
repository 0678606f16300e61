import { defineConfig } from 'drizzle-kit';

/** `npm run migrations` runs drizzle-kit once for each database, with its name in MIGRATIONS_OF. */
const databases = {
  sqlite: { schema: './src/store/sql/schema/*-schema.ts', out: './migrations/sqlite' },
  postgres: { schema: './src/store/postgres/schema.ts', out: './migrations/postgres' },
};

const isPostgres = process.env['MIGRATIONS_OF'] === 'postgres';

export default defineConfig(
  isPostgres ? { dialect: 'postgresql', ...databases.postgres } : { dialect: 'sqlite', ...databases.sqlite },
);
