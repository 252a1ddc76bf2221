import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { bundleResolver } from '../../infra/resolvers/bundleResolver.ts';
import type { Json } from '../../local/lib/resource.ts';
import type { HandlerName } from '../../local/services/appsync/code/sandbox.ts';
import { root } from '../root.ts';

/** What a handler is expected to do. Omitted members are not checked. */
export interface Expected {
  /** What it returns. */
  result?: Json;
  /** The message with which it fails. */
  error?: string;
  /** The code is rejected; some words of the local message. */
  refused?: string;
  stash?: Json;
  /** The messages of `util.appendError`. */
  appended?: string[];
}

/** One run of one handler, and its expected outcome. */
export interface Case {
  /** File and name. */
  name: string;
  code: string;
  handler: HandlerName;
  context: { [name: string]: Json };
  expected: Expected;
}

/** A case as written in a file: exactly one of `returns`, `does` and `resolver`. */
interface Written {
  name: string;
  /** An expression that the handler returns. */
  returns?: string;
  /** Statements that are the handler's body. */
  does?: string;
  /** A file of `resolvers/` without its ending, bundled as it is deployed. */
  resolver?: string;
  handler?: HandlerName;
  context?: Case['context'];
  expected: Expected;
}

/** Reads every case of the JSON files of a folder. */
export function readCases(folder: string): Case[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.sort().flatMap((file) => {
    const { cases } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { cases: Written[] };
    return cases.map((written) => {
      const { name, handler = 'request', context = {}, expected } = written;
      const code = readCode(written, handler);
      return { name: `${basename(file, '.json')}: ${name}`, code, handler, context, expected };
    });
  });
}

function readCode({ name, returns, does, resolver }: Written, handler: HandlerName): string {
  if (resolver !== undefined) return bundleResolver(join(root, 'resolvers', `${resolver}.ts`));
  if (returns === undefined && does === undefined) {
    throw new Error(`the case "${name}" has neither "returns" nor "does" nor "resolver"`);
  }
  const other = handler === 'request' ? 'response' : 'request';
  return `import { extensions, runtime, util } from '@aws-appsync/utils';
import * as rds from '@aws-appsync/utils/rds';
export function ${handler}(ctx) {
  ${does ?? `return ${returns};`}
}
export function ${other}(ctx) {
  return null;
}
`;
}
