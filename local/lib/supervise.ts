import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program that never outlives this process, however this process ends. */
export interface Supervised {
  /** The exit code, or 128 + the number of the signal that ended it, as a shell reports it. */
  exited: Promise<number>;
  /** Stops the program with SIGTERM and waits for it; kills it after `patience` ms. */
  stop(patience?: number): Promise<void>;
}

export interface SuperviseOptions {
  env: { [name: string]: string };
  cwd: string;
  /** The file descriptor for the output. */
  output: number;
}

/*
 * The shell holds a pipe from this process open. When this process ends, even by SIGKILL, the pipe
 * closes, `read` returns and the program gets SIGTERM. Ctrl-C reaches the whole process group; the
 * shell and the program ignore it, so that this process can stop them in order.
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

/** Starts `command` and ends it when this process ends. */
export function supervise(command: string, args: string[], options: SuperviseOptions): Supervised {
  const child: ChildProcess = spawn('/bin/sh', ['-c', script, 'sh', command, ...args], {
    cwd: options.cwd,
    env: options.env,
    stdio: ['pipe', options.output, options.output],
  });
  // The pipe breaks if the program ends first; its exit code already reports that.
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
