import { availableParallelism } from 'node:os';
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

function project(name: string, include: string[], settings: object): TestProjectConfiguration {
  const files = include.map((folder) => `${folder}/**/*.test.{ts,tsx}`);
  return { resolve: { alias }, test: { name, include: files, ...settings } };
}

const seconds = (test: number, hook = test) => ({
  testTimeout: test * 1000,
  hookTimeout: hook * 1000,
});
/** Files in one worker share their modules, such as the AWS clients and a synthesis. */
const sharing = { isolate: false, expect: { requireAssertions: true } };
/** Each worker has a running stack of its own, so its files take turns. */
const onStack = { globalSetup: ['tools/testing/startTestStacks.ts'], ...seconds(60, 120) };

export default defineConfig({
  test: {
    // All projects run side by side, one more file than there are cores: those that wait leave the
    // processor to those that compute. On a stack given from outside, files take turns.
    maxWorkers: process.env.SHINKAN_STACK ? 1 : Math.min(4, availableParallelism() + 1),
    // A test that passes prints nothing.
    silent: 'passed-only',
    // Functions write their logs and metrics where Vitest hears them.
    env: { POWERTOOLS_DEV: 'true', POWERTOOLS_METRICS_DISABLED: 'false' },
    projects: [
      project('unit', ['test/unit', 'client/test'], { ...sharing, ...seconds(20) }),
      project('synth', ['test/synth'], { ...sharing, ...seconds(120) }),
      project('database', ['test/database'], { ...sharing, ...seconds(60, 120) }),
      project('stack', ['test/stack', 'test/journeys'], onStack),
      // `npm run test:all` adds these.
      project('local', ['local/test', 'test/dev'], { ...sharing, ...seconds(60, 120) }),
      project('bars', ['test/bars'], onStack),
    ],
  },
});
