#!/usr/bin/env node
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CannotStart } from './lib/cannotStart.ts';
import { NotEmulated } from './lib/refuse.ts';
import { StartInterrupted } from './stack/interruption.ts';
import { synthesize } from './stack/synthesize.ts';
import { startStack } from './start.ts';

const HELP = `Usage: shinkan-local start [options]

Synthesizes a CDK app and runs it on this machine.

  --app COMMAND           how to run the CDK app; by default the "app" of cdk.json
  --assembly DIR          run a cloud assembly that is already synthesized
  --dir DIR               where state, logs and stack.json are kept (default: .local)
  --port N                the first of eleven ports; 0 takes free ones (default: 4000)
  --parameter NAME=VALUE  a CloudFormation parameter; may be repeated
  --fresh                 remove the state of earlier runs first
`;

/** EX_USAGE of sysexits.h: the command line was not understood. */
const USAGE = 64;

class UsageError extends Error {}

process.exitCode = await run();

async function run(): Promise<number> {
  try {
    return await start();
  } catch (error) {
    if (error instanceof UsageError || isParseError(error)) {
      console.error(`${error.message}\n\n${HELP}`);
      return USAGE;
    }
    if (!(error instanceof CannotStart || error instanceof NotEmulated)) throw error;
    console.error(error.message);
    return error instanceof StartInterrupted ? 130 : 1;
  }
}

async function start(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: 'boolean', default: false },
      app: { type: 'string' },
      assembly: { type: 'string' },
      dir: { type: 'string', default: '.local' },
      port: { type: 'string', default: '4000' },
      parameter: { type: 'string', multiple: true, default: [] },
      fresh: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  if (positionals.join(' ') !== 'start') throw new UsageError('The only command is start.');
  const { app, assembly = join(values.dir, 'cdk.out'), dir, fresh } = values;
  const parameters = Object.fromEntries(values.parameter.map(splitParameter));
  const stack = await startStack({
    assembly,
    ...(values.assembly === undefined && {
      prepareAssembly: (signal) => synthesize(app, assembly, signal),
    }),
    dir,
    port: readPort(values.port),
    fresh,
    parameters: () => parameters,
    log: console.log,
  });
  const { graphql, console: pages } = stack.endpoints;
  console.log(
    `GraphQL  ${graphql}\nConsole  ${pages}\nAll else ${join(dir, 'stack.json')}\n\nCtrl-C stops everything.`,
  );
  await Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((name) => once(process, name)));
  await stack.stop();
  return 0;
}

function splitParameter(text: string): [name: string, value: string] {
  const at = text.indexOf('=');
  if (at < 1) throw new UsageError(`--parameter ${text}: expected NAME=VALUE.`);
  return [text.slice(0, at), text.slice(at + 1)];
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_000) return port;
  throw new UsageError(`--port ${text}: expected a whole number from 0 to 65000.`);
}

function isParseError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && /^ERR_PARSE_ARGS_/.test(String(error.code));
}
