import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root as repository } from '../root.ts';
import type { FileEvent } from './serveWeb.ts';

/** What is in the template, copied beside a bundle, or built for other sites. */
const BUILT_AT_THE_START = /^(infra|schema|db\/migrations|services\/.*profiles|embed\/src)\//;
/** The template names every resolver and every function. */
const NAMED_IN_THE_TEMPLATE = /^resolvers\/([A-Z]|functions\/)|\.(lambda|container)\.ts$/;
const RESOLVER = /^resolvers\/[A-Z][^/]*\.ts$/;

/** Whether a saved or removed file, relative to the root, takes effect only after a restart. */
export function needsRestart(event: FileEvent, file: string, root = repository): boolean {
  if (file.includes('/generated/') || file.endsWith('.md')) return false;
  if (BUILT_AT_THE_START.test(file)) return true;
  if (event !== 'change') return NAMED_IN_THE_TEMPLATE.test(file);
  return RESOLVER.test(file) && listsSteps(join(root, file));
}

/** The template holds the order of a pipeline's functions, not their list. */
function listsSteps(file: string): boolean {
  return /^export .*\bsteps\b/m.test(readFileSync(file, 'utf8'));
}
