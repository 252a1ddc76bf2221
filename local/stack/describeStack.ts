import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '../lib/resource.ts';
import type { RunningParts } from './stackOptions.ts';
import type { ResolvedTemplate } from './template.ts';

/** The default content of `stack.json`: all addresses and the outputs. */
export function describeStack({ endpoints, template }: RunningParts): object {
  return { endpoints, outputs: template.outputs };
}

/** Writes `stack.json`, readable only by its owner because it may hold credentials. */
export function writeStackFile(dir: string, description: object): void {
  const file = join(dir, 'stack.json');
  writeFileSync(`${file}.new`, `${JSON.stringify(description, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Returns the output of this name from whichever stack has it. */
export function readOutput(template: ResolvedTemplate, name: string): string {
  const value = findOutput(template, name);
  if (value !== undefined) return value;
  throw new Error(`No stack of the assembly has an output named ${name}`);
}

export function findOutput({ outputs }: ResolvedTemplate, name: string): string | undefined {
  const [value]: Json[] = Object.values(outputs).flatMap((stack) => stack[name] ?? []);
  return typeof value === 'string' ? value : undefined;
}
