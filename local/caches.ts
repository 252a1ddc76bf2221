import { join } from 'node:path';

/** Where is kept what can be made again, for all stacks of this checkout. */
export const caches = join(import.meta.dirname, '..', 'node_modules', '.cache', 'shinkan');
