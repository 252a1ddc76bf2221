import { existsSync } from 'node:fs';
import { isBuiltin, registerHooks } from 'node:module';
import { join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FromRuntime, FunctionFailure, ToRuntime } from './messages.ts';

/*
 * Runs inside a function's process: loads the handler as AWS's Node.js runtime does, then answers
 * one invocation at a time. Exits when the parent process is gone.
 */

type Handler = (event: unknown, context: object) => unknown;

const taskRoot = required('LAMBDA_TASK_ROOT');

process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches every process of the terminal, but the stack stops this one in order.
process.on('SIGINT', () => undefined);

// A bundle must contain all its dependencies. Here it could resolve this repository's node_modules;
// on AWS it could not.
registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    const inside = pathToFileURL(resolve(taskRoot) + sep).href;
    if (isBuiltin(resolved.url) || resolved.url.startsWith(inside)) return resolved;
    throw Object.assign(new Error(`Cannot find package '${specifier}' in the function's code`), {
      code: 'ERR_MODULE_NOT_FOUND',
    });
  },
});

send({ kind: 'up' });
const loaded = load().then(
  (handler) => ({ handler }),
  (error: unknown) => ({ failure: describe(error, 'Runtime.ImportModuleError') }),
);
loaded.then((result) => {
  if ('failure' in result) console.error(JSON.stringify(result.failure));
  send({ kind: 'ready' });
});

process.on('message', async (message: ToRuntime) => {
  send({ kind: 'answer', id: message.id, ...(await invoke(message)) });
});

async function load(): Promise<Handler> {
  const [file, name] = required('_HANDLER').split(/\.(?=[^.]+$)/);
  const candidates = ['.mjs', '.js', '.cjs'].map((ending) => join(taskRoot, `${file}${ending}`));
  const path = candidates.find(existsSync);
  if (path === undefined) throw new Error(`Cannot find module '${file}' in ${taskRoot}`);
  const module = await import(pathToFileURL(path).href);
  const handler: unknown = module[name ?? ''] ?? module.default?.[name ?? ''];
  if (typeof handler !== 'function') {
    throw Object.assign(new Error(`${process.env._HANDLER} is undefined or not exported`), {
      name: 'Runtime.HandlerNotFound',
    });
  }
  return handler as Handler;
}

async function invoke(
  message: ToRuntime,
): Promise<{ payload: string } | { failure: FunctionFailure }> {
  const result = await loaded;
  if ('failure' in result) return result;
  const { handler } = result;
  const context = {
    ...message.context,
    getRemainingTimeInMillis: () => Math.max(0, message.deadline - Date.now()),
  };
  try {
    const payload = JSON.stringify(await handler(JSON.parse(message.payload), context)) ?? 'null';
    return { payload };
  } catch (error) {
    const failure = describe(error, 'Error');
    console.error(`Invoke Error ${JSON.stringify(failure)}`);
    return { failure };
  }
}

function describe(error: unknown, type: string): FunctionFailure {
  if (!(error instanceof Error)) {
    return { errorType: typeof error, errorMessage: String(error), stackTrace: [] };
  }
  return {
    errorType: error.name === 'Error' ? type : error.name,
    errorMessage: error.message,
    stackTrace: (error.stack ?? '').split('\n'),
  };
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}

function send(message: FromRuntime): void {
  process.send?.(message);
}
