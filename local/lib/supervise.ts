import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program that does not outlive this process, however this process ends. */
export interface Supervised {
  /** The exit code, or 128 + the number of the signal that ended it, as a shell reports it. */
  exited: Promise<number>;
  /** Ends the program with SIGTERM and waits for it; after `patience` ms it is killed. */
  stop(patience?: number): Promise<void>;
}

export interface SuperviseOptions {
  env: { [name: string]: string };
  cwd: string;
  /** Where output goes: a file descriptor. */
  output: number;
}

/*
 * A pipe from this process is held open by the shell. When this process ends, even by SIGKILL, the
 * pipe closes, `read` returns and the program gets SIGTERM. Ctrl-C reaches the whole process group:
 * the shell and the program ignore it, since it is for this process to stop them in order.
 */
const script = `
trap '' INT
exec 3<&0
"$@" </dev/null 3<&- &
program=$!
(while read -r order <&3; do kill -"$order" "$program" 2>/dev/null; done
 kill -TERM "$program" 2>/dev/null) &
exec 3<&-
wait "$program"
code=$?
kill $! 2>/dev/null
exit "$code"
`;

/** Starts `command` so that it ends when this process does. */
export function supervise(command: string, args: string[], options: SuperviseOptions): Supervised {
  const child: ChildProcess = spawn('/bin/sh', ['-c', script, 'sh', command, ...args], {
    cwd: options.cwd,
    env: options.env,
    stdio: ['pipe', options.output, options.output],
  });
  // The pipe breaks when the program ends first; its exit code tells that already.
  child.stdin?.on('error', () => undefined);
  const exited = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 137)));
  });
  return {
    exited,
    async stop(patience = 10_000) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.stdin?.write('TERM\n');
      const timer = setTimeout(() => child.stdin?.write('KILL\n'), patience);
      await once(child, 'exit');
      clearTimeout(timer);
    },
  };
}
