import { randomUUID } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { AwsError } from '../protocol/awsError.ts';
import { FunctionError } from './functionError.ts';
import { type FunctionProcess, InitTimedOut, startFunctionProcess } from './functionProcess.ts';
import type { LambdaFunction } from './readFunction.ts';

/** A function with its processes. */
export interface FunctionPool {
  /**
   * Takes and returns JSON text; `id` is the request id. Rejects with FunctionError, or with
   * Lambda.TooManyRequestsException if the reserved concurrency is used up.
   */
  invoke(payload: string, id?: string): Promise<string>;
  /** Changes the environment of later invocations, which run in new processes. */
  configure(environment: { [name: string]: string }): void;
  stop(): void;
}

/** Lambda's limit on a synchronous request and its answer: 6 MB. */
export const largestPayload = 6 * 1024 * 1024;

export interface PoolBounds {
  /** A process takes 100 MB; idle ones end after this time, except for one. */
  idleMilliseconds: number;
  /**
   * The time limit of the init phase (Lambda developer guide, "Lambda execution environment
   * lifecycle").
   */
  initSeconds: number;
  /** Two cores do no more than eight at once; further invocations wait. */
  mostProcesses?: number;
}

const usualBounds: PoolBounds = { idleMilliseconds: 60_000, initSeconds: 10 };

interface IdleProcess {
  worker: FunctionProcess;
  since: number;
}

/** Runs `fn` in one process per concurrent invocation, up to a limit, and keeps one warm. */
export function createFunctionPool(
  fn: LambdaFunction,
  environment: { [name: string]: string },
  logFile: string,
  { idleMilliseconds, initSeconds, mostProcesses = 8 }: PoolBounds = usualBounds,
): FunctionPool {
  // The most recently used process is taken first, so that the others can time out.
  const idle: IdleProcess[] = [];
  const busy = new Set<FunctionProcess>();
  // Processes with the previous environment; each ends after its current invocation.
  const former = new WeakSet<FunctionProcess>();
  const waiting: (() => void)[] = [];
  const { reservedConcurrency = Infinity } = fn;
  let output: number | undefined;
  let stopped = false;
  const retiring = setInterval(retire, Math.min(idleMilliseconds, 10_000)).unref();

  return {
    async invoke(payload, id = randomUUID()) {
      if (busy.size + waiting.length >= reservedConcurrency) {
        throw new AwsError('Lambda.TooManyRequestsException', 'Rate Exceeded.', 429);
      }
      const message = { ...describeInvocation(fn, id), payload };
      let worker = await take();
      try {
        const answer = await worker.invoke(message).catch((error: unknown) => {
          if (!(error instanceof InitTimedOut) || stopped) throw error;
          if (output !== undefined) writeSync(output, initReport(initSeconds));
          busy.delete(worker);
          worker = begin();
          busy.add(worker);
          return worker.invoke(message, true);
        });
        if (Buffer.byteLength(answer) <= largestPayload) return answer;
        throw new FunctionError({
          errorType: 'Function.ResponseSizeTooLarge',
          errorMessage: `Response payload size exceeded maximum allowed payload size (${largestPayload} bytes).`,
          stackTrace: [],
        });
      } finally {
        busy.delete(worker);
        if (former.has(worker)) worker.stop();
        else if (worker.alive() && !stopped) idle.push({ worker, since: Date.now() });
        waiting.shift()?.();
      }
    },
    configure(next) {
      environment = next;
      for (const { worker } of idle.splice(0)) worker.stop();
      for (const worker of busy) former.add(worker);
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
        // Must come first, so that concurrent invocations count this one.
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
    return begin();
  }

  function begin(): FunctionProcess {
    output ??= openSync(logFile, 'a', 0o600);
    return startFunctionProcess(fn, environment, output, initSeconds);
  }

  function retire(): void {
    const longAgo = Date.now() - idleMilliseconds;
    while (idle.length > 1 && idle[0] !== undefined && idle[0].since <= longAgo) {
      idle.shift()?.worker.stop();
    }
  }
}

function initReport(seconds: number): string {
  return `INIT_REPORT Init Duration: ${(seconds * 1000).toFixed(2)} ms\tPhase: init\tStatus: timeout\n`;
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
