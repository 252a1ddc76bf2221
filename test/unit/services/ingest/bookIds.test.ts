import { describe, expect, it } from 'vitest';
import { deriveBookIds, type IdParts } from '../../../../services/ingest/book/bookIds.ts';

const row: IdParts = {
  profile: 'shinkan',
  recordId: 'KZ-0001',
  isbn: null,
  title: '灯台守の算術',
  subtitle: null,
  edition: null,
  publisher: '架空書房',
  volume: null,
  isSet: false,
};

describe('deriveBookIds', () => {
  it('deriveBookIds uses the ISBN if there is one', () => {
    expect(deriveBookIds({ ...row, isbn: '9784999999002' })).toMatchObject({
      recordKey: 'KZ-0001',
      bookId: 'isbn-9784999999002',
    });
  });

  it('deriveBookIds distinguishes the volumes of a set, in any width of their letters', () => {
    const upper = deriveBookIds({ ...row, isbn: '9784999999002', title: '海図 上巻', isSet: true });
    const lower = deriveBookIds({ ...row, isbn: '9784999999002', title: '海図 下巻', isSet: true });
    expect(upper.bookId).toMatch(/^isbn-9784999999002-[0-9a-f]{10}$/);
    expect(upper.bookId).not.toBe(lower.bookId);
    const wide = deriveBookIds({ ...row, isbn: '9784999999002', title: '海図　上巻', isSet: true });
    expect(wide.bookId).toBe(upper.bookId);
  });

  it('deriveBookIds uses the record id, made URL-safe, if there is no ISBN', () => {
    expect(deriveBookIds(row).bookId).toBe('shinkan-KZ-0001');
    expect(deriveBookIds({ ...row, recordId: 'あ/い' }).bookId).toMatch(/^shinkan~[0-9a-f]{20}$/);
    const long = deriveBookIds({ ...row, recordId: '長'.repeat(64) });
    expect(long.bookId.length).toBeLessThanOrEqual(120);
  });

  it('deriveBookIds uses a digest of five fields if there is neither ISBN nor record id', () => {
    const journal = { ...row, profile: 'trc', recordId: null };
    expect(deriveBookIds(journal).bookId).toMatch(/^trc-[0-9a-f]{20}$/);
    expect(deriveBookIds(journal)).toEqual(deriveBookIds({ ...journal }));
    expect(deriveBookIds({ ...journal, edition: '新装版' }).bookId).not.toBe(
      deriveBookIds(journal).bookId,
    );
  });
});
