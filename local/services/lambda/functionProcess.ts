import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { FunctionError } from './functionError.ts';
import type { FromRuntime, ToRuntime } from './messages.ts';
import type { LambdaFunction } from './readFunction.ts';

/** One process of a function; it takes one invocation at a time and stays warm in between. */
export interface FunctionProcess {
  invoke(message: ToRuntime): Promise<string>;
  /** Whether another invocation may come: false after it ended or was stopped. */
  alive(): boolean;
  stop(): void;
}

/** An initialisation may take 10 s, as on Lambda; the invocation's own time begins after it. */
const initSeconds = 10;

/** Starts a process of the function. `output` is the file descriptor of its log. */
export function startFunctionProcess(
  fn: LambdaFunction,
  environment: { [name: string]: string },
  output: number,
): FunctionProcess {
  const child: ChildProcess = fork(join(import.meta.dirname, 'runtime.ts'), {
    cwd: fn.directory,
    env: environment,
    execArgv: [`--max-old-space-size=${fn.memoryMegabytes}`],
    stdio: ['ignore', output, output, 'ipc'],
  });
  const ready = new Promise<void>((resolve) => {
    child.on('message', (message: FromRuntime) => message.kind === 'ready' && resolve());
  });
  // Set before the process is gone, so that no later invocation is given to it.
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
    invoke: (message) =>
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
        const timeOut = (seconds: number) => () => {
          fail('Sandbox.Timedout', `Task timed out after ${seconds.toFixed(2)} seconds`);
          kill();
        };
        const onError = (error: Error) =>
          fail('Runtime.ExitError', `Runtime failed: ${error.message}`);
        let timer = setTimeout(timeOut(initSeconds), initSeconds * 1000);
        const settle = () => {
          clearTimeout(timer);
          child.off('exit', onExit);
          child.off('error', onError);
          child.off('message', onMessage);
        };
        child.on('exit', onExit);
        child.on('error', onError);
        child.on('message', onMessage);
        ready.then(() => {
          clearTimeout(timer);
          if (!child.connected) return;
          timer = setTimeout(timeOut(fn.timeoutSeconds), fn.timeoutSeconds * 1000);
          child.send({ ...message, deadline: Date.now() + fn.timeoutSeconds * 1000 });
        });
      }),
  };
}
