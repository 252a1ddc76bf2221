import { ofThisTab } from '../../lib/browserMemory.ts';

/**
 * `broken`: the page crashed. `outdated`: one of its files no longer exists, for instance after a
 * deployment. `offline`: there is no connection.
 */
export type Trouble = 'broken' | 'outdated' | 'offline';

/** The browsers' error messages for a module or style sheet that did not load. */
const NOT_ARRIVED = /dynamically imported module|Importing a module script|preload CSS/i;

export function troubleOf(error: unknown): Trouble {
  if (!NOT_ARRIVED.test(String(error))) return 'broken';
  return navigator.onLine ? 'outdated' : 'offline';
}

const KEY = 'reloadedFrom';

/**
 * Reloads the page if its app is outdated, once per version of the app: a page whose files are gone
 * for good must not reload forever. Returns whether it reloads.
 */
export function reloadOnce(trouble: Trouble): boolean {
  // The name of this file changes with every change of the app.
  const app = import.meta.url;
  if (trouble !== 'outdated' || ofThisTab.recall(KEY) === app) return false;
  ofThisTab.keep(KEY, app);
  // A browser that stores nothing would not remember this reload.
  if (ofThisTab.recall(KEY) !== app) return false;
  location.reload();
  return true;
}
