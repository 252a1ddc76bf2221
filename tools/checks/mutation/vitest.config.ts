import { defineConfig } from 'vitest/config';
import tests from '../../../vitest.config.ts';

const IN_PROCESS = ['unit', 'database'];

/** Tests that read sources from the disk, where they find Stryker's changes instead of the code. */
const READING_SOURCES = [
  'test/unit/{infra,sql,tools,web/build}/**',
  'test/unit/{arrows,awsDifferences,docs,questionSize}.test.ts',
  'test/unit/resolvers/lintBundles.test.ts',
  'test/unit/domain/text/sameInAppSync.test.ts',
  'test/database/{search/suggest,search/upcomingCounts,ingest/backfillBooks}.test.ts',
];

/**
 * The projects whose tests import the code they test: a running stack has bundled it before. Unit
 * tests come first, since the first failure ends a run.
 */
const projects = (tests.test?.projects ?? []).flatMap((project) => {
  if (typeof project !== 'object' || !('test' in project)) return [];
  const groupOrder = IN_PROCESS.indexOf(String(project.test?.name));
  const test = { ...project.test, exclude: READING_SOURCES, sequence: { groupOrder } };
  return groupOrder < 0 ? [] : [{ ...project, test }];
});

export default defineConfig({ test: { ...tests.test, projects } });
