import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeDirectory, type TestDirectory, writeAssembly } from '../template/support.ts';

describe('shinkan-local', () => {
  let directory: TestDirectory;
  beforeEach(() => {
    directory = makeDirectory();
  });
  afterEach(() => directory.remove());

  function run(...options: string[]) {
    const cli = join(import.meta.dirname, '../../cli.ts');
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...options], {
      cwd: directory.path,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }

  it('shinkan-local prints its help', () => {
    expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Usage: /) });
  });

  it.each([
    ['no command', []],
    ['another command', ['stop']],
    ['an unknown option', ['start', '--oops']],
    ['a port that is no number', ['start', '--port', 'web']],
    ['a parameter without a value', ['start', '--parameter', 'Name']],
  ])('shinkan-local exits with 64 and its help for %s', (_, options) => {
    const { status, stderr } = run(...options);
    expect(stderr).toContain('Usage: shinkan-local start');
    expect(status).toBe(64);
  });

  it('shinkan-local says what is missing if there is no CDK app', () => {
    expect(run('start', '--port', '0')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'Neither --app nor the "app" of cdk.json says how to run the CDK app.\n',
    });
  });

  it('shinkan-local names what it does not emulate in a template', () => {
    const assembly = writeAssembly(join(directory.path, 'cdk.out'), {
      Todo: { Resources: { Table: { Type: 'AWS::DynamoDB::Table' } } },
    });
    expect(run('start', '--assembly', assembly, '--port', '0')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^Todo\/Table \(AWS::DynamoDB::Table\): this resource type/),
    });
  });
});
