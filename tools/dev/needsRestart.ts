import type { FileEvent } from './serveWeb.ts';

/** What the template holds, what is copied beside a bundle, and what is built for other sites. */
const BUILT_AT_THE_START = /^(infra|schema|db\/migrations|services\/.*profiles|embed\/src)\//;
/** The template names every resolver and every function. */
const NAMED_IN_THE_TEMPLATE = /^resolvers\/[A-Z]|\.(lambda|container)\.ts$/;

/** Whether a file, named from the root, that was saved or removed takes effect only when everything starts again. */
export function needsRestart(event: FileEvent, file: string): boolean {
  if (file.includes('/generated/') || file.endsWith('.md')) return false;
  return BUILT_AT_THE_START.test(file) || (event !== 'change' && NAMED_IN_THE_TEMPLATE.test(file));
}
