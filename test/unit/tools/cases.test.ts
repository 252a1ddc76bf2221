import { join } from 'node:path';
import { expect, test } from 'vitest';
import { differences, runHere } from '../../../tools/evaluateCode/outcome.ts';
import { readCases } from '../../../tools/evaluateCode/readCases.ts';

test.each(readCases(join(import.meta.dirname, '../../../tools/evaluateCode/cases')))(
  '$name',
  (one) => {
    const outcome = runHere(one);
    expect(differences(one.expected, outcome)).toEqual([]);
    if (one.expected.refused !== undefined) {
      expect(outcome.refused).toContain(one.expected.refused);
    }
  },
);
