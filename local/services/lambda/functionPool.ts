import { randomUUID } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { FunctionError } from './functionError.ts';
import { type FunctionProcess, startFunctionProcess } from './functionProcess.ts';
import type { LambdaFunction } from './readFunction.ts';

/** A function with its processes. */
export interface FunctionPool {
  /** JSON text in, JSON text out. Rejects with FunctionError. */
  invoke(payload: string): Promise<string>;
  stop(): void;
}

/** Two cores do no more at once; further invocations wait. */
const mostProcesses = 8;

/** Lambda's bound on a synchronous request and its answer: 6 MB. */
export const largestPayload = 6 * 1024 * 1024;

/** Runs `fn` in as many processes as there are invocations at once, up to eight, and keeps them warm. */
export function createFunctionPool(
  fn: LambdaFunction,
  environment: { [name: string]: string },
  logFile: string,
): FunctionPool {
  const idle: FunctionProcess[] = [];
  const busy = new Set<FunctionProcess>();
  const waiting: (() => void)[] = [];
  let output: number | undefined;
  let stopped = false;

  return {
    async invoke(payload) {
      const worker = await take();
      busy.add(worker);
      try {
        const answer = await worker.invoke({ ...describeInvocation(fn), payload });
        if (Buffer.byteLength(answer) <= largestPayload) return answer;
        throw new FunctionError({
          errorType: 'Function.ResponseSizeTooLarge',
          errorMessage: `Response payload size exceeded maximum allowed payload size (${largestPayload} bytes).`,
          stackTrace: [],
        });
      } finally {
        busy.delete(worker);
        if (worker.alive() && !stopped) idle.push(worker);
        waiting.shift()?.();
      }
    },
    stop() {
      stopped = true;
      for (const worker of [...idle, ...busy]) worker.stop();
      if (output !== undefined) closeSync(output);
      output = undefined;
    },
  };

  async function take(): Promise<FunctionProcess> {
    for (;;) {
      if (stopped) throw new Error(`${fn.name} is stopped`);
      const warm = idle.pop();
      if (warm?.alive()) return warm;
      if (warm === undefined && busy.size < mostProcesses) {
        output ??= openSync(logFile, 'a', 0o600);
        return startFunctionProcess(fn, environment, output);
      }
      if (warm === undefined) await new Promise<void>((resolve) => waiting.push(resolve));
    }
  }
}

function describeInvocation({ name, arn, memoryMegabytes }: LambdaFunction) {
  const id = randomUUID();
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
