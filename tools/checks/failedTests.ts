import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from '../root.ts';

/** What this reads of Vitest's JSON report. */
export interface FailureReport {
  testResults: {
    name: string;
    status: string;
    /** Why the file could not run; empty if only its tests failed. */
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages?: string[] | null }[];
  }[];
}

/**
 * Returns a line for each failed test and each file that failed outside of its tests, with the first
 * line of the error. Printed last, so that the end of a log says what failed.
 */
export function sayFailedTests({ testResults }: FailureReport): string[] {
  return testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const file = relative(root, name);
      const failed = assertionResults.filter(({ status }) => status === 'failed');
      const ofTests = failed.map(
        ({ fullName, failureMessages }) =>
          `Failed: ${file} > ${fullName.trim()}: ${firstLine(failureMessages?.[0] ?? '')}`,
      );
      const isFileAtFault = message !== '' || failed.length === 0;
      return [...(isFileAtFault ? [`Failed: ${file}: ${firstLine(message)}`] : []), ...ofTests];
    });
}

const firstLine = (text: string) => stripVTControlCharacters(text.trim().split('\n', 1)[0] ?? '');
