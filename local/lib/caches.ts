import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';

/** The `node_modules` folder that holds what this package depends on. */
export const installed = join(dirname(findPackageJSON('graphql', import.meta.url) ?? ''), '..');

/** Where is kept what can be made again, for all stacks of this checkout. */
export const caches = join(installed, '.cache', 'shinkan');
