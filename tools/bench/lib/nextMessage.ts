import type { ChildProcess } from 'node:child_process';

/** Resolves with a process's next message; rejects if it ends instead. */
export function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) =>
      reject(new Error(`the process of the subscribers ended with ${code}`));
    child.once('exit', onExit);
    child.once('message', (said) => {
      child.off('exit', onExit);
      resolve(said);
    });
  });
}
