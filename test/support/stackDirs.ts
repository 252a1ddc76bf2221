import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Process {
  pid: number;
  command: string;
}

/** Directories for a test's own stacks. */
export function newStackDirs() {
  const dirs: string[] = [];
  return {
    newDir(): string {
      const dir = mkdtempSync(join(tmpdir(), 'shinkan-life-'));
      dirs.push(dir);
      return dir;
    },

    processesOf,

    removeDirs(): void {
      for (const dir of dirs.splice(0)) {
        // A failed test may have left some.
        for (const { pid } of processesOf(dir)) process.kill(pid, 'SIGKILL');
        rmSync(dir, { recursive: true, force: true });
      }
    },
  };
}

/** The processes whose command line names this directory, except the calling one. */
function processesOf(dir: string): Process[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' });
  return stdout
    .split('\n')
    .filter((line) => line.includes(dir) && !line.includes(' ps '))
    .map((line) => {
      const [, pid, command = ''] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? [];
      return { pid: Number(pid), command };
    });
}
