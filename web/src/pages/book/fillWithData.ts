interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScript: (text: string) => string },
  ): { createScript: (text: string) => string };
}

// Not in TypeScript's DOM types; absent in browsers that do not ask for trusted text.
const trustedTypes = Reflect.get(globalThis, 'trustedTypes') as TrustedTypes | undefined;
const policy = trustedTypes?.createPolicy('structured-data', { createScript: (json) => json });

/** Fills a script element that is data and never runs: the site's policy asks who vouches for its text. */
export function fillWithData(script: HTMLScriptElement, data: object): void {
  script.type = 'application/ld+json';
  const json = JSON.stringify(data);
  script.text = policy?.createScript(json) ?? json;
}
