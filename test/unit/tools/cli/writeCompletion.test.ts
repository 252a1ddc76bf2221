import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../../../../tools/cli/createProgram.ts';
import { writeCompletion } from '../../../../tools/cli/writeCompletion.ts';

/** The words that bash offers for the last of these. */
function complete(...words: string[]): string[] {
  const typed = words.map((word) => `'${word}'`).join(' ');
  const script = `${writeCompletion(createProgram(), 'bash')}
COMP_WORDS=(${typed})
COMP_CWORD=${words.length - 1}
_shinkan
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((word) => word !== '');
}

describe('completion in bash', () => {
  it.each([
    ['a command', ['shinkan', 'ing'], ['ingest']],
    ['a command behind npx', ['npx', 'shinkan', 'ing'], ['ingest']],
    ['a subcommand', ['shinkan', 'ingest', 'app'], ['approve']],
    ['an option', ['shinkan', 'start', '--mail-'], ['--mail-rate', '--mail-window']],
    [
      'an option after the value of another',
      ['shinkan', 'start', '--dir', 'stop', '--em'],
      ['--empty'],
    ],
    ['one of the choices of an argument', ['shinkan', 'catalogue', 'join', 'c'], ['contributor']],
    ['no word for the value of an option', ['shinkan', 'start', '--dir', ''], []],
    ['no word of ours for other packages', ['npx', 'tsc', 'st'], []],
  ])('completion in bash offers %s', (_, typed, offered) => {
    expect(complete(...typed)).toEqual(offered);
  });
});

describe('completion in zsh', () => {
  it('completion in zsh explains the same words', () => {
    const script = writeCompletion(createProgram(), 'zsh');
    expect(script).toContain("'approve\tmerge a held run exactly as it was staged'");
    expect(script).toContain('compdef _shinkan shinkan npx');
  });
});
