interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScript: (text: string) => string },
  ): { createScript: (text: string) => string };
}

// Missing from TypeScript's DOM types, and from browsers without trusted types.
const trustedTypes = Reflect.get(globalThis, 'trustedTypes') as TrustedTypes | undefined;
const policy = trustedTypes?.createPolicy('structured-data', { createScript: (json) => json });

/**
 * Fills a script element with data that never runs; the site's policy requires its text to be
 * trusted.
 */
export function fillWithData(script: HTMLScriptElement, data: object): void {
  script.type = 'application/ld+json';
  const json = JSON.stringify(data);
  script.text = policy?.createScript(json) ?? json;
}
