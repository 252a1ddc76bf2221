import { describe, expect, it } from 'vitest';
import { type FullFileFigures, findAlarm } from '../../../ingest/guarding/findAlarm.ts';

const calm: FullFileFigures = {
  earlierRecords: [100, 100, 100],
  upcoming: 100,
  cancelled: 10,
  moved: 10,
  absent: 10,
};
const full = (change: Partial<FullFileFigures>, records = 100) =>
  findAlarm({ records, rejected: 0, full: { ...calm, ...change } })?.code ?? null;

describe('a run', () => {
  it('is held when more than 5 % of its rows are rejected', () => {
    expect(findAlarm({ records: 100, rejected: 5, full: null })).toBeNull();
    expect(findAlarm({ records: 100, rejected: 6, full: null })?.code).toBe('too-many-rejects');
  });

  it('that is ordinary goes on', () => {
    expect(full({})).toBeNull();
    expect(full({ upcoming: 0, cancelled: 0, moved: 0, absent: 0 })).toBeNull();
  });

  it('is held when a full file has less than half the usual rows', () => {
    expect(full({}, 50)).toBeNull();
    expect(full({}, 49)).toBe('too-few-rows');
    expect(full({ earlierRecords: [100, 100] }, 49)).toBeNull();
  });

  it('is held when too much would be cancelled, dropped or moved', () => {
    expect(full({ cancelled: 11, absent: 0 })).toBe('too-many-cancelled');
    expect(full({ absent: 11 })).toBe('too-many-absent');
    expect(full({ moved: 11 })).toBe('too-many-moved');
  });

  it('says what was seen and what the limit is, in both languages', () => {
    const alarm = findAlarm({ records: 40, rejected: 4, full: null });
    expect(alarm?.reason).toContain('40行のうち4行');
    expect(alarm?.reason).toContain('4 of 40 rows were rejected; the limit is 5 %');
  });
});
