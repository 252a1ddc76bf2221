/** Headers that the dev server sets itself, or that concern only the requested response. */
const NOT_TAKEN =
  /^(cache-control|connection|content-(encoding|length|type)|date|etag|keep-alive|last-modified|transfer-encoding|vary|x-cache)$/;

/** Marks the scripts and styles that Vite injects during development. */
export const NONCE = 'vite';

/**
 * The headers that the site sends with a page, so that a browser blocks the same things during
 * development. The content security policy also allows Vite's own scripts and styles.
 */
export async function readSiteHeaders(site: string): Promise<[name: string, value: string][]> {
  const { headers } = await fetch(site);
  return [...headers]
    .filter(([name]) => !NOT_TAKEN.test(name))
    .map(([name, value]) => [name, name === 'content-security-policy' ? admitVite(value) : value]);
}

function admitVite(policy: string): string {
  return policy.replace(/(?<=(script|style)-src) /g, ` 'nonce-${NONCE}' `);
}
