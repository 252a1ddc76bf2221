import { randomUUID } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { AwsError } from '../protocol/awsError.ts';
import { FunctionError } from './functionError.ts';
import { type FunctionProcess, startFunctionProcess } from './functionProcess.ts';
import type { LambdaFunction } from './readFunction.ts';

/** A function with its processes. */
export interface FunctionPool {
  /**
   * JSON text in, JSON text out; `id` is the request's. Rejects with FunctionError, or with
   * Lambda.TooManyRequestsException when the function's reserved concurrency is used up.
   */
  invoke(payload: string, id?: string): Promise<string>;
  stop(): void;
}

/** Two cores do no more at once; further invocations wait. */
const mostProcesses = 8;

/** Lambda's bound on a synchronous request and its answer: 6 MB. */
export const largestPayload = 6 * 1024 * 1024;

/** A process takes 100 MB; those of a busy moment are given back a minute after it, all but one. */
const idleMilliseconds = 60_000;

interface IdleProcess {
  worker: FunctionProcess;
  since: number;
}

/** Runs `fn` in as many processes as there are invocations at once, up to eight, and keeps one warm. */
export function createFunctionPool(
  fn: LambdaFunction,
  environment: { [name: string]: string },
  logFile: string,
  patience: number = idleMilliseconds,
): FunctionPool {
  // The one that was used last is taken first, so that the others grow idle.
  const idle: IdleProcess[] = [];
  const busy = new Set<FunctionProcess>();
  const waiting: (() => void)[] = [];
  const { reservedConcurrency = Infinity } = fn;
  let output: number | undefined;
  let stopped = false;
  const retiring = setInterval(retire, Math.min(patience, 10_000)).unref();

  return {
    async invoke(payload, id = randomUUID()) {
      if (busy.size + waiting.length >= reservedConcurrency) {
        throw new AwsError('Lambda.TooManyRequestsException', 'Rate Exceeded.', 429);
      }
      const worker = await take();
      try {
        const answer = await worker.invoke({ ...describeInvocation(fn, id), payload });
        if (Buffer.byteLength(answer) <= largestPayload) return answer;
        throw new FunctionError({
          errorType: 'Function.ResponseSizeTooLarge',
          errorMessage: `Response payload size exceeded maximum allowed payload size (${largestPayload} bytes).`,
          stackTrace: [],
        });
      } finally {
        busy.delete(worker);
        if (worker.alive() && !stopped) idle.push({ worker, since: Date.now() });
        waiting.shift()?.();
      }
    },
    stop() {
      stopped = true;
      clearInterval(retiring);
      for (const { worker } of idle) worker.stop();
      for (const worker of busy) worker.stop();
      for (const go of waiting.splice(0)) go();
      if (output !== undefined) closeSync(output);
      output = undefined;
    },
  };

  async function take(): Promise<FunctionProcess> {
    for (;;) {
      if (stopped) throw new Error(`${fn.name} is stopped`);
      const worker = findWarm() ?? start();
      if (worker !== undefined) {
        // Before anything else runs: invocations that come at the same moment count it.
        busy.add(worker);
        return worker;
      }
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  }

  function findWarm(): FunctionProcess | undefined {
    for (let last = idle.pop(); last !== undefined; last = idle.pop()) {
      if (last.worker.alive()) return last.worker;
    }
    return undefined;
  }

  function start(): FunctionProcess | undefined {
    if (busy.size >= mostProcesses) return undefined;
    output ??= openSync(logFile, 'a', 0o600);
    return startFunctionProcess(fn, environment, output);
  }

  function retire(): void {
    const longAgo = Date.now() - patience;
    while (idle.length > 1 && idle[0] !== undefined && idle[0].since <= longAgo) {
      idle.shift()?.worker.stop();
    }
  }
}

function describeInvocation({ name, arn, memoryMegabytes }: LambdaFunction, id: string) {
  return {
    id,
    deadline: 0,
    context: {
      awsRequestId: id,
      functionName: name,
      functionVersion: '$LATEST',
      invokedFunctionArn: arn,
      memoryLimitInMB: String(memoryMegabytes),
      logGroupName: `/aws/lambda/${name}`,
      logStreamName: 'local',
    },
  };
}
