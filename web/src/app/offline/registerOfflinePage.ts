interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => string };
}

// Missing from TypeScript's DOM types, and from browsers without trusted types.
const trustedTypes = Reflect.get(globalThis, 'trustedTypes') as TrustedTypes | undefined;

const FILE = '/sw.js';

/**
 * Registers the service worker that stores the offline page. Does nothing in browsers without
 * service workers.
 */
export function registerOfflinePage(): void {
  const policy = trustedTypes?.createPolicy('offline-page', { createScriptURL: () => FILE });
  // Absent on insecure addresses and where the reader has disabled it.
  navigator.serviceWorker
    ?.register(policy?.createScriptURL(FILE) ?? FILE, { updateViaCache: 'none' })
    .catch(console.info);
}
