import { relative } from 'node:path';
import { root } from '../root.ts';
import { ALLOWED_SKIPS, type AllowedSkip } from './allowedSkips.ts';

/** What this reads of Vitest's JSON report. */
export interface TestReport {
  testResults: {
    name: string;
    status: string;
    assertionResults: { fullName: string; status: string; duration?: number | undefined }[];
  }[];
}

export interface SkippedTests {
  count: number;
  /** For the summary: the skipped tests by reason, then those without one by name. */
  lines: string[];
  /** The tests that no reviewed reason allows to skip. */
  notAllowed: string[];
}

/**
 * Finds the tests that a run skipped. `byName` says that only tests with certain names were
 * selected: all others count as not selected, unless they began and then skipped themselves. A
 * failed file has tests that never began; its failure says enough.
 */
export function findSkippedTests(
  report: TestReport,
  { byName = false, allowed = ALLOWED_SKIPS }: { byName?: boolean; allowed?: AllowedSkip[] } = {},
): SkippedTests {
  const skipped = report.testResults
    .filter(({ status }) => status !== 'failed')
    .flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status !== 'passed')
        .filter(({ duration }) => !byName || duration !== undefined)
        .map(({ fullName }) => `${relative(root, name)} > ${fullName.trim()}`),
    );
  const holding = allowed.filter(({ holds }) => holds());
  const reasonOf = (test: string) =>
    holding.find(({ tests }) => tests.some((beginning) => test.startsWith(beginning)))?.reason;
  const notAllowed = skipped.filter((test) => reasonOf(test) === undefined);
  const lines = holding.flatMap(({ reason }) => {
    const { length } = skipped.filter((test) => reasonOf(test) === reason);
    return length === 0 ? [] : [`${String(length).padStart(5)}  ${reason}`];
  });
  return {
    lines: [
      ...(lines.length > 0 ? ['Skipped:', ...lines] : []),
      ...(notAllowed.length > 0
        ? ['Skipped without a reason in tools/checks/allowedSkips.ts:']
        : []),
      ...notAllowed.map((test) => `       ${test}`),
    ],
    notAllowed,
    count: skipped.length,
  };
}
