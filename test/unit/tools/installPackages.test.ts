import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../tools/root.ts';

it('installPackages says what to run on a machine without a supported package manager', () => {
  const program = `
    import { installPackages } from ${JSON.stringify(join(root, 'tools/install/installPackages.ts'))};
    import { explainError } from ${JSON.stringify(join(root, 'tools/cli/explainError.ts'))};
    try {
      installPackages('MariaDB', ['mariadb-server']);
    } catch (error) {
      process.exitCode = explainError(error, false);
    }`;
  const done = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
    // Nothing is found on this path, as on a machine without apt.
    env: { PATH: join(root, 'docs') },
  });
  expect(done.status).toBe(1);
  expect(done.stderr).toContain('MariaDB is not installed');
  expect(done.stderr).toContain('sudo apt-get install -y --no-install-recommends mariadb-server');
  expect(done.stderr).not.toContain('at ');
});
