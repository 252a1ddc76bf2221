import { describe, expect, it } from 'vitest';
import {
  type CatalogueFigures,
  type FullFileFigures,
  findAlarm,
  type RunFigures,
} from '../../../../services/ingest/guarding/findAlarm.ts';

const catalogue: CatalogueFigures = { upcoming: 100, cancelled: 10, moved: 10 };
const calm: FullFileFigures = { earlierRecords: [200, 40, 100], absent: 10 };
const run = (figures: Partial<RunFigures>) =>
  findAlarm({ records: 100, rejected: 0, hasHeader: true, catalogue, full: null, ...figures });
const full = (
  {
    upcoming = 100,
    cancelled = 10,
    moved = 10,
    ...change
  }: Partial<FullFileFigures & CatalogueFigures>,
  records = 100,
) =>
  run({ records, catalogue: { upcoming, cancelled, moved }, full: { ...calm, ...change } })?.code ??
  null;
const delta = (change: Partial<CatalogueFigures>) =>
  run({ records: 20, catalogue: { ...catalogue, ...change } })?.code ?? null;

describe('findAlarm', () => {
  it('findAlarm holds a run if more than 5 % of its rows are rejected', () => {
    expect(run({ rejected: 5 })).toBeNull();
    expect(run({ rejected: 6 })?.code).toBe('too-many-rejects');
  });

  it('findAlarm holds a run without rows', () => {
    expect(run({ records: 0, hasHeader: false })?.code).toBe('empty-file');
    expect(run({ records: 0 })?.code).toBe('header-only');
  });

  it('findAlarm holds a delta that cancels or moves more than 10 %, but not a mere handful', () => {
    expect(delta({})).toBeNull();
    expect(delta({ cancelled: 11 })).toBe('too-many-cancelled');
    expect(delta({ moved: 11 })).toBe('too-many-moved');
    expect(delta({ upcoming: 12, cancelled: 9, moved: 9 })).toBeNull();
  });

  it('findAlarm passes an ordinary run', () => {
    expect(full({})).toBeNull();
    expect(full({ upcoming: 0, cancelled: 0, moved: 0, absent: 0 })).toBeNull();
  });

  it('findAlarm holds a full file with less than half the usual rows', () => {
    expect(full({}, 50)).toBeNull();
    expect(full({}, 49)).toBe('too-few-rows');
    expect(full({ earlierRecords: [100, 100] }, 49)).toBeNull();
  });

  it('findAlarm takes the mean of the two middle figures as usual if their number is even', () => {
    const earlierRecords = [200, 60, 100, 40];
    expect(full({ earlierRecords }, 40)).toBeNull();
    expect(full({ earlierRecords }, 39)).toBe('too-few-rows');
  });

  it('findAlarm holds a run that would cancel, drop or move too many books', () => {
    expect(full({ cancelled: 11, absent: 0 })).toBe('too-many-cancelled');
    expect(full({ absent: 11 })).toBe('too-many-absent');
    expect(full({ moved: 11 })).toBe('too-many-moved');
  });

  it('findAlarm says what was seen and what the limit is, in both languages', () => {
    const alarm = run({ records: 40, rejected: 4 });
    expect(alarm?.reason).toContain('40行のうち4行');
    expect(alarm?.reason).toContain('4 of 40 rows were rejected; the limit is 5 %');
  });
});
