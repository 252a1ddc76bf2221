import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../tools/root.ts';
import { findSuites } from '../../../tools/security/securitySuites.ts';

const everything = new Set(['database', 'identity', 'roles']);

describe('the suites that attack a running stack', () => {
  it('the security suites include the auth matrix when every kind of caller is available', () => {
    expect(findSuites(everything)).toMatchObject({ missing: [] });
    expect(findSuites(everything).files).toContain('test/stack/resolvers/authMatrix.test.ts');
  });

  it.each([...everything])(
    'the security suites omit the auth matrix without a way to the %s',
    (part) => {
      const { files, missing } = findSuites(new Set([...everything].filter((one) => one !== part)));
      expect(files.filter((file) => file.includes('authMatrix'))).toEqual([]);
      expect(missing).toEqual([part]);
    },
  );

  it('the security suites exist', () => {
    expect(findSuites(everything).files.filter((file) => !existsSync(join(root, file)))).toEqual(
      [],
    );
  });

  it('the security suites never include the mutants, which call no stack', () => {
    const { files } = findSuites(everything);
    expect(files.filter((file) => file.includes('Mutants'))).toEqual([]);
  });
});
