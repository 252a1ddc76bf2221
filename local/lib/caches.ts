import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';

/** The `node_modules` folder with this package's dependencies. */
export const installed = join(dirname(findPackageJSON('graphql', import.meta.url) ?? ''), '..');

/** Reproducible data shared by all stacks of this checkout. */
export const caches = join(installed, '.cache', 'shinkan');
