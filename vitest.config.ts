import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{app,db,main,renderer,build}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Worker threads inside tests load TypeScript themselves; separate processes keep their native modules apart.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    passWithNoTests: false,
  },
});
