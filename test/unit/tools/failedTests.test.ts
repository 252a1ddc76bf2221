import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sayFailedTests } from '../../../tools/checks/failedTests.ts';
import { root } from '../../../tools/root.ts';

const aFile = (status: string, message: string, tests: { [fullName: string]: string[] }) => ({
  name: join(root, 'test/unit/a.test.ts'),
  status,
  message,
  assertionResults: Object.entries(tests).map(([fullName, failureMessages]) => ({
    fullName,
    status: failureMessages.length > 0 ? 'failed' : 'passed',
    failureMessages,
  })),
});

it('a run ends with the failed tests and the first line of each reason', () => {
  const testResults = [
    aFile('passed', '', { 'one is kept': [] }),
    aFile('failed', '', {
      'two is kept': [],
      ' three is kept': ['\u001b[31mexpected 3\u001b[39m to be 4\n    at a.test.ts:3', 'again'],
    }),
  ];
  expect(sayFailedTests({ testResults })).toEqual([
    'Failed: test/unit/a.test.ts > three is kept: expected 3 to be 4',
  ]);
});

it('a file that failed outside of its tests is named with its error, beside its failed tests', () => {
  const testResults = [
    aFile('failed', 'Hook timed out in 1 ms.\nMore.', { 'one is kept': [], 'two is kept': ['no'] }),
  ];
  expect(sayFailedTests({ testResults })).toEqual([
    'Failed: test/unit/a.test.ts: Hook timed out in 1 ms.',
    'Failed: test/unit/a.test.ts > two is kept: no',
  ]);
});
