import { describe, expect, it } from 'vitest';
import * as decision from '../../../resolvers/IngestRun.decision.ts';
import * as notes from '../../../resolvers/IngestRun.notes.ts';
import * as preview from '../../../resolvers/IngestRun.preview.ts';
import * as rejects from '../../../resolvers/IngestRun.rejects.ts';
import { aMember, anOperator, answered, asked, aWorkflow } from './resolving.ts';

const source = { id: 'r', state: 'HELD' };
const FIELDS = Object.entries({ decision, notes, preview, rejects });

describe.each(FIELDS)('the %s of a run', (_, { request }) => {
  // A field that gives a run to others must not give this.
  it.each([
    ['a stranger', null],
    ['a member', aMember],
  ])('the field of a run is denied to %s, however the run was reached', (__, identity) => {
    expect(() => request(asked({ identity, source }))).toThrow(
      expect.objectContaining({ errorType: 'NotAnOperator' }),
    );
  });

  it.each([
    ['an operator', anOperator],
    ['a workflow', aWorkflow],
  ])('the field of a run is open to %s', (__, identity) => {
    expect(JSON.stringify(request(asked({ identity, source })))).toContain('"r"');
  });
});

describe('a page of rejects', () => {
  const row = {
    record_no: 4,
    line: 5,
    byte_offset: 99,
    reason_code: 'x',
    reason: 'y',
    raw_row: 'z',
  };

  it('a page of rejects ends with a cursor while the database has found more than it returns', () => {
    const page = (found: number) =>
      rejects.response(asked({ result: answered([{ ...row, found }]) }));
    expect(page(1).endCursor).toBeNull();
    expect(page(2).endCursor).toBe('4');
  });
});
