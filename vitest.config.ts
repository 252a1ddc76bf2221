import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

// Resolvers import AppSync's modules, which exist on AWS alone; tests give them the local ones.
const alias = {
  '@aws-appsync/utils/rds': fileURLToPath(
    new URL('./local/services/appsync/utils/rds.ts', import.meta.url),
  ),
  '@aws-appsync/utils': fileURLToPath(
    new URL('./local/services/appsync/utils/index.ts', import.meta.url),
  ),
};

function project(name: string, settings: object): TestProjectConfiguration {
  return {
    resolve: { alias },
    test: { name, include: [`test/${name}/**/*.test.{ts,tsx}`], ...settings },
  };
}

export default defineConfig({
  test: {
    projects: [
      project('unit', {
        include: ['{test/unit,local/test,client/test}/**/*.test.{ts,tsx}'],
        exclude: ['local/test/database/**'],
        testTimeout: 20_000,
        hookTimeout: 20_000,
      }),
      project('synth', { testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false }),
      // Each file starts a database server of its own.
      project('database', {
        include: ['{test,local/test}/database/**/*.test.ts'],
        fileParallelism: false,
        testTimeout: 60_000,
        hookTimeout: 120_000,
      }),
      // One running stack serves both folders, so their files take turns.
      project('stack', {
        include: ['test/stack/**/*.test.ts', 'test/journeys/**/*.test.ts'],
        globalSetup: ['tools/testing/startTestStack.ts'],
        fileParallelism: false,
        testTimeout: 60_000,
        hookTimeout: 120_000,
      }),
    ],
  },
});
