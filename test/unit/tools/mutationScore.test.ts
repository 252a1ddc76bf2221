import { expect, it } from 'vitest';
import { readMutationScore } from '../../../tools/checks/mutation/mutationScore.ts';

const SOURCE = 'const a = 1;\nconst b = a < 2;\n';
const COMPARISON = { start: { line: 2, column: 11 }, end: { line: 2, column: 16 } };

const aMutant = (status: string, replacement = 'a <= 2') => ({
  location: COMPARISON,
  status,
  replacement,
});

const aReport = (files: { [file: string]: string[] }) => ({
  files: Object.fromEntries(
    Object.entries(files).map(([file, statuses]) => [
      file,
      { source: SOURCE, mutants: statuses.map((status) => aMutant(status)) },
    ]),
  ),
});

const times = (count: number, status: string) => Array.from({ length: count }, () => status);

it('readMutationScore lists what no test notices, with the code before and after', () => {
  const report = aReport({ 'domain/a.ts': ['Killed', 'Survived', 'NoCoverage', 'Timeout'] });
  expect(readMutationScore(report, []).lines).toEqual([
    'domain/a.ts:2 survived: a < 2 → a <= 2',
    'domain/a.ts:2 no test runs it: a < 2 → a <= 2',
    'Detected mutants:',
    '  50.0 %  domain (2 of 4)',
    '  50.0 %  all (2 of 4)',
  ]);
});

it('readMutationScore wants 75 % in each folder and 85 % over all', () => {
  const scoreOf = (domain: number, mail: number) =>
    readMutationScore(
      aReport({
        'domain/a.ts': [...times(domain, 'Killed'), ...times(100 - domain, 'Survived')],
        'services/mail/b.ts': [...times(mail, 'Killed'), ...times(100 - mail, 'Survived')],
      }),
      [],
    ).tooLow;
  expect(scoreOf(95, 75)).toEqual([]);
  expect(scoreOf(96, 74)).toEqual(['services/mail']);
  expect(scoreOf(85, 84)).toEqual(['all']);
});

it('readMutationScore leaves out what cannot run and what is reviewed as equivalent', () => {
  const report = aReport({ 'domain/a.ts': ['Killed', 'CompileError', 'Ignored', 'Survived'] });
  const reviewed = { original: 'a < 2', replacement: 'a <= 2', reason: 'a is 1' };
  const { lines, tooLow } = readMutationScore(report, [{ file: 'domain/a.ts', ...reviewed }]);
  expect(lines).toContain(' 100.0 %  domain (1 of 1)');
  expect(tooLow).toEqual([]);
  const elsewhere = readMutationScore(report, [{ file: 'domain/b.ts', ...reviewed }]);
  expect(elsewhere.tooLow).toEqual(['domain', 'all']);
});
