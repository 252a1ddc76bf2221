import { ofThisTab } from '../../lib/browserMemory.ts';

/** A page broke; or a file of it is gone, as after a deployment; or there is no connection. */
export type Trouble = 'broken' | 'outdated' | 'offline';

/** What browsers say of a module, or of its style sheet, that did not arrive. */
const NOT_ARRIVED = /dynamically imported module|Importing a module script|preload CSS/i;

export function troubleOf(error: unknown): Trouble {
  if (!NOT_ARRIVED.test(String(error))) return 'broken';
  return navigator.onLine ? 'outdated' : 'offline';
}

const KEY = 'reloadedFrom';

/**
 * Loads the page anew where its app is outdated: once for each app, lest a page whose files are gone
 * for good reload without end. Gives whether it does.
 */
export function reloadOnce(trouble: Trouble): boolean {
  // The name of this very file changes with every change of the app.
  const app = import.meta.url;
  if (trouble !== 'outdated' || ofThisTab.recall(KEY) === app) return false;
  ofThisTab.keep(KEY, app);
  // A browser that keeps nothing would not know the next time.
  if (ofThisTab.recall(KEY) !== app) return false;
  location.reload();
  return true;
}
