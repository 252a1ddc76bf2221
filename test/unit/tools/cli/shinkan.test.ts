import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeDirectory } from '../../../../local/test/template/support.ts';
import { root } from '../../../../tools/root.ts';
import { run } from '../../../support/command.ts';

const { scripts, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const NOWHERE = ['--dir', '/nowhere'];

describe('shinkan --help', () => {
  it('shinkan --help lists every command', async () => {
    const { code, stdout, stderr } = await run('--help');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const commands = [...stdout.matchAll(/^ {2}([a-z][a-z-]+) /gm)].map(([, name]) => name);
    expect(commands).toEqual(
      expect.arrayContaining([
        ...['start', 'dev', 'stop', 'sell', 'ingest', 'mails', 'catalogue'],
        ...['verify', 'test', 'codegen', 'mail-preview', 'lighthouse', 'screenshots', 'deploy'],
        ...['bench', 'security', 'conformance', 'evaluate-code', 'fuzz', 'completion'],
      ]),
    );
  });

  it('shinkan --help loads none of the commands’ implementations', () => {
    const program = join(root, 'tools/shinkan.ts');
    const script = `
      import { registerHooks } from 'node:module';
      registerHooks({
        load(url, context, next) {
          if (!url.startsWith('node:')) console.error('loads ' + url);
          return next(url, context);
        },
      });
      process.argv.push('shinkan', '--help');
      await import(${JSON.stringify(program)});`;
    const done = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      encoding: 'utf8',
    });
    expect(done.stdout).toContain('Usage: shinkan');
    const loaded = done.stderr.match(/(?<=^loads file:\/\/).*/gm) ?? [];
    const outside = loaded.filter(
      (file) =>
        !/\/(tools\/(cli|commands)|local\/(lib|stack)|@commander-js|commander)\//.test(file),
    );
    expect(outside.map((file) => file.slice(root.length + 1))).toEqual([
      'tools/shinkan.ts',
      'tools/root.ts',
    ]);
  });

  it('shinkan --help describes a command with its arguments, options and subcommands', async () => {
    const { code, stdout } = await run('ingest', '--help');
    expect(code).toBe(0);
    for (const word of ['<file>', '--profile', '--dry-run', '--json', 'runs', 'approve']) {
      expect(stdout).toContain(word);
    }
  });

  it('shinkan --help uses no colour if the output is not a terminal', async () => {
    expect((await run('--help')).stdout).not.toContain('\u001b');
  });
});

describe('shinkan', () => {
  it('shinkan prints its version', async () => {
    expect(await run('--version')).toMatchObject({ code: 0, stdout: `${version}\n` });
  });

  it.each(Object.entries<string>(scripts))(
    'shinkan has the command of npm run %s',
    (name, script) => {
      // Without a shell in between, npm waits until everything has stopped.
      const prefix = ['start', 'dev'].includes(name) ? 'exec ' : '';
      expect(script).toBe(`${prefix}node tools/run.mjs ${name}`);
    },
  );

  it.each([
    ['no command', []],
    ['an unknown command', ['strat'], '(Did you mean start?)'],
    ['an unknown option', ['ingest', 'x.csv', '--jsn'], '(Did you mean --json?)'],
    ['an extra argument', ['stop', 'now'], 'too many arguments'],
    ['an unknown subcommand', ['mails', 'faild'], '(Did you mean failed?)'],
    ['a missing argument', ['mails', 'retry'], "missing required argument 'key'"],
    ['a missing file', ['ingest'], "missing required argument 'file'"],
    ['a missing option', ['security'], '--stack'],
    ['a number out of bounds', ['start', '--port', '99999'], 'from 0 to 65000'],
    ['a number that is none', ['start', '--tick', '5s'], 'from 1 to 60'],
    ['times that are none', ['start', '--mail-window', '8-10'], '08:00-10:00'],
    ['a word that is none of the choices', ['catalogue', 'join', 'author', 'a', 'b'], 'series'],
    ['a bench that does not exist', ['bench', 'everything'], 'outbox'],
    ['an option of another subcommand', ['ingest', '--dry-run', 'runs'], '--dry-run'],
    ['neither ISBNs nor --next', ['sell'], 'either ISBNs or --next'],
    ['an endpoint without its key', ['conformance', '--endpoint', 'https://a.test'], '--api-key'],
    ['a suite that does not exist', ['conformance', '--only', 'none'], 'expected one of'],
  ])(
    'shinkan exits with 64 for %s and says what is wrong on stderr',
    async (_, words, message = 'Usage') => {
      const { code, stdout, stderr } = await run(...words);
      expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
      expect(stderr).toContain(message);
      expect(stderr).not.toMatch(/^ {4}at /m);
    },
  );

  it.each([
    [['ingest', 'runs', '--json', ...NOWHERE]],
    [['ingest', '--json', ...NOWHERE, 'runs']],
    [['mails', ...NOWHERE, '--quiet']],
    [['--quiet', 'sell', '--next', '1', ...NOWHERE]],
  ])('shinkan exits %j with 1 and one message when no stack runs', async (words) => {
    const { code, stdout, stderr } = await run(...words);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^No running stack: \/nowhere\/stack.json .*\n$/);
  });

  it('shinkan prints a stack trace only with --debug', async () => {
    const directory = makeDirectory();
    try {
      writeFileSync(join(directory.path, 'stack.json'), 'no JSON');
      const mails = (...words: string[]) => run('mails', '--dir', directory.path, ...words);
      const brief = await mails();
      expect(brief).toMatchObject({ code: 1, stdout: '' });
      expect(brief.stderr).toMatch(/^Failed: .*JSON.*\nAdd --debug for the stack trace\.\n$/);
      expect((await mails('--debug')).stderr).toMatch(/^ {4}at /m);
    } finally {
      directory.remove();
    }
  });

  it('shinkan stop does nothing when no stack runs', async () => {
    expect(await run('stop', ...NOWHERE)).toMatchObject({
      code: 0,
      stdout: 'No stack is running in /nowhere.\n',
    });
  });
});
