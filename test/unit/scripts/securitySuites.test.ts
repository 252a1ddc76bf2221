import { describe, expect, it } from 'vitest';
import { findSuites } from '../../../scripts/securitySuites.ts';

const everything = new Set(['database', 'identity', 'roles']);

describe('the suites that attack a running stack', () => {
  it('ask who may read what where all who may ask are there', () => {
    expect(findSuites(everything)).toMatchObject({ missing: [] });
    expect(findSuites(everything).files).toContain('/bar07.test.');
  });

  it.each([...everything])('leave that out where there is no way to the %s', (part) => {
    const { files, missing } = findSuites(new Set([...everything].filter((one) => one !== part)));
    expect(files.filter((file) => file.includes('bar07'))).toEqual([]);
    expect(missing).toEqual([part]);
  });

  it('never run the mutants, which ask no stack', () => {
    const { files } = findSuites(everything);
    expect(files.filter((file) => '/bar07.mutants.test.ts'.includes(file))).toEqual([]);
  });
});
