import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALLOWED_SKIPS, type AllowedSkip } from '../../../tools/checks/allowedSkips.ts';
import { findSkippedTests, type TestReport } from '../../../tools/checks/skippedTests.ts';
import { root } from '../../../tools/root.ts';

const file = 'test/unit/a.test.ts';

function aReport(tests: { [fullName: string]: string }, status = 'passed'): TestReport {
  const assertionResults = Object.entries(tests).map(([fullName, state]) => ({
    fullName,
    status: state,
    duration: state === 'not selected' ? undefined : 1,
  }));
  return { testResults: [{ name: join(root, file), status, assertionResults }] };
}

const without = (holds: boolean): AllowedSkip[] => [
  { reason: 'no data', holds: () => holds, tests: [`${file} > the real week`] },
];

describe('the skipped tests of a run', () => {
  it.each(['skipped', 'pending', 'todo'])('a test that is %s needs a reviewed reason', (status) => {
    const report = aReport({ 'the real week is read': status, 'a part is empty': 'passed' });
    expect(findSkippedTests(report, { allowed: without(true) })).toEqual({
      lines: ['Skipped:', '    1  no data'],
      notAllowed: [],
      count: 1,
    });
    const test = `${file} > the real week is read`;
    expect(findSkippedTests(report, { allowed: [] })).toEqual({
      lines: ['Skipped without a reason in tools/checks/allowedSkips.ts:', `       ${test}`],
      notAllowed: [test],
      count: 1,
    });
  });

  it('a reason does not count where its condition does not hold, nor for other tests', () => {
    const report = aReport({ 'the real week is read': 'skipped', 'another test': 'skipped' });
    expect(findSkippedTests(report, { allowed: without(false) }).notAllowed).toHaveLength(2);
    expect(findSkippedTests(report, { allowed: without(true) }).notAllowed).toEqual([
      `${file} > another test`,
    ]);
  });

  it('a run of everything that passed says nothing', () => {
    expect(findSkippedTests(aReport({ one: 'passed' }))).toEqual({
      ...{ lines: [], notAllowed: [], count: 0 },
    });
  });

  it('a test that was not selected by its name is not skipped, one that skipped itself is', () => {
    const report = aReport({ one: 'not selected', two: 'skipped' });
    const { notAllowed } = findSkippedTests(report, { byName: true, allowed: [] });
    expect(notAllowed).toEqual([`${file} > two`]);
    expect(findSkippedTests(report, { allowed: [] }).notAllowed).toHaveLength(2);
  });

  it('a failed file reports no skipped tests beside its failure', () => {
    expect(findSkippedTests(aReport({ one: 'skipped' }, 'failed'), { allowed: [] })).toEqual({
      lines: [],
      notAllowed: [],
      count: 0,
    });
  });
});

it.each(ALLOWED_SKIPS.flatMap(({ tests }) => tests))(
  'the reviewed list names tests of an existing file: %s',
  (test) => {
    const [path = ''] = test.split(' > ');
    expect(existsSync(join(root, path))).toBe(true);
  },
);
