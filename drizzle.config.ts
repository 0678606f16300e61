import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: ['./src/store/sqlite/schema.ts', './src/store/sqlite/upvote-schema.ts'],
  out: './migrations/sqlite',
});
