import { expect, it } from 'vitest';
import { sayWhereTimeWent } from '../../../tools/checks/whereTimeWent.ts';

it('the time of a run is told by folder and by file, longest first', () => {
  const files = [
    { file: 'test/unit/domain/isbn.test.ts', seconds: 0.25 },
    { file: 'test/stack/mail/send.test.ts', seconds: 24 },
    { file: 'test/unit/docs.test.ts', seconds: 3 },
  ];
  expect(sayWhereTimeWent(files)).toEqual([
    'Time by folder:',
    '   24.0 s  test/stack/ (1 files)',
    '    3.3 s  test/unit/ (2 files)',
    'Slowest files:',
    '   24.0 s  test/stack/mail/send.test.ts',
    '    3.0 s  test/unit/docs.test.ts',
    '    0.3 s  test/unit/domain/isbn.test.ts',
  ]);
});

it('a single file needs no such lines', () => {
  expect(sayWhereTimeWent([{ file: 'test/unit/docs.test.ts', seconds: 3 }])).toEqual([]);
});
