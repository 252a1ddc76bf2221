interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => string };
}

// Not in TypeScript's DOM types; absent in browsers that do not ask for trusted addresses.
const trustedTypes = Reflect.get(globalThis, 'trustedTypes') as TrustedTypes | undefined;

const FILE = '/sw.js';

/** Has the browser keep the page that it shows without a connection. A browser that cannot goes without. */
export function registerOfflinePage(): void {
  const policy = trustedTypes?.createPolicy('offline-page', { createScriptURL: () => FILE });
  // Absent on addresses that are not secure, and where a reader has turned it off.
  navigator.serviceWorker
    ?.register(policy?.createScriptURL(FILE) ?? FILE, { updateViaCache: 'none' })
    .catch(console.info);
}
