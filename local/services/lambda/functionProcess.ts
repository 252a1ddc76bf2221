import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { FunctionError } from './functionError.ts';
import type { FromRuntime, ToRuntime } from './messages.ts';
import type { LambdaFunction } from './readFunction.ts';

/** One process of a function; it runs one invocation at a time and stays warm in between. */
export interface FunctionProcess {
  /**
   * Rejects with FunctionError. Rejects with InitTimedOut if the function does not load in time,
   * unless `again`: then loading counts towards the invocation's own time.
   */
  invoke(message: ToRuntime, again?: boolean): Promise<string>;
  /** Whether it can take another invocation: false after it has ended or was stopped. */
  alive(): boolean;
  stop(): void;
}

/** The function's static code did not finish in time; the process has been ended. */
export class InitTimedOut extends Error {
  override name = 'InitTimedOut';
}

/** Starts a process of the function. `output` is the file descriptor of its log; loading may take `initSeconds`. */
export function startFunctionProcess(
  fn: LambdaFunction,
  environment: { [name: string]: string },
  output: number,
  initSeconds: number,
): FunctionProcess {
  const child: ChildProcess = fork(join(import.meta.dirname, 'runtime.ts'), {
    cwd: fn.directory,
    env: environment,
    execArgv: [`--max-old-space-size=${fn.memoryMegabytes}`, ...inspectArguments(fn)],
    stdio: ['ignore', output, output, 'ipc'],
  });
  const told = (kind: FromRuntime['kind']) =>
    new Promise<void>((resolve) => {
      child.on('message', (message: FromRuntime) => message.kind === kind && resolve());
    });
  // The time that this machine takes to start a process does not count towards the function's.
  const up = told('up');
  const ready = told('ready');
  // Set before the process has exited, so that it gets no further invocation.
  let ending = false;
  child.on('error', () => {
    ending = true;
  });
  const kill = () => {
    ending = true;
    child.kill('SIGKILL');
  };

  return {
    alive: () => !ending && child.exitCode === null && child.connected,
    stop: kill,
    invoke: (message, again = false) =>
      new Promise((resolve, reject) => {
        const fail = (errorType: string, text: string) => {
          settle();
          const errorMessage = `RequestId: ${message.id} Error: ${text}`;
          reject(new FunctionError({ errorType, errorMessage, stackTrace: [] }));
        };
        const onExit = (code: number | null, signal: string | null) =>
          fail(
            'Runtime.ExitError',
            code === null
              ? `Runtime exited with error: signal: ${signal}`
              : `Runtime exited with error: exit status ${code}`,
          );
        const onMessage = (answer: FromRuntime) => {
          if (answer.kind !== 'answer' || answer.id !== message.id) return;
          settle();
          if ('failure' in answer) reject(new FunctionError(answer.failure));
          else resolve(answer.payload);
        };
        const timeOut = () => {
          fail('Sandbox.Timedout', `Task timed out after ${fn.timeoutSeconds.toFixed(2)} seconds`);
          kill();
        };
        const timeOutInit = () => {
          settle();
          reject(new InitTimedOut(`${fn.name} was not loaded in ${initSeconds} seconds`));
          kill();
        };
        const onError = (error: Error) =>
          fail('Runtime.ExitError', `Runtime failed: ${error.message}`);
        let timer: NodeJS.Timeout | undefined;
        let settled = false;
        const settle = () => {
          settled = true;
          clearTimeout(timer);
          child.off('exit', onExit);
          child.off('error', onError);
          child.off('message', onMessage);
        };
        child.on('exit', onExit);
        child.on('error', onError);
        child.on('message', onMessage);
        let deadline = 0;
        const begin = () => {
          timer = setTimeout(timeOut, fn.timeoutSeconds * 1000);
          deadline = Date.now() + fn.timeoutSeconds * 1000;
        };
        up.then(() => {
          if (settled) return;
          if (again) begin();
          else timer = setTimeout(timeOutInit, initSeconds * 1000);
        });
        ready.then(() => {
          if (settled || !child.connected) return;
          if (!again) {
            clearTimeout(timer);
            begin();
          }
          child.send({ ...message, deadline });
        });
      }),
  };
}

function inspectArguments({ inspectPort }: LambdaFunction): string[] {
  if (inspectPort === undefined) return [];
  return [`--inspect=127.0.0.1:${inspectPort}`, '--enable-source-maps'];
}
