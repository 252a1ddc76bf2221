import { expect, it } from 'vitest';
import { releaseWordsJa } from '../../../../domain/release/releaseWordsJa.ts';
import { sayRelease } from '../../../../services/mail/compose/sayRelease.ts';

it('sayRelease puts the source’s words on one line', () => {
  const odd = { precision: 'MONTH', earliest: '2026-12-01', latest: null } as const;
  expect(sayRelease({ ...odd, text: '12月\r\n予定' }, releaseWordsJa)).toBe('12月 予定');
  expect(sayRelease({ ...odd, text: ' ' }, releaseWordsJa)).toBe('発売日未定');
});
