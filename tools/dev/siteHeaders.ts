/** What the dev server decides itself, or what concerns the one answer that was asked for. */
const NOT_TAKEN =
  /^(cache-control|connection|content-(encoding|length|type)|date|etag|keep-alive|last-modified|transfer-encoding|vary|x-cache)$/;

/** Marks the scripts and styles that Vite puts into a page while it is developed. */
export const NONCE = 'vite';

/**
 * The headers that the site sends with a page, so that what a browser would refuse there is refused
 * while it is developed. The content security policy lets Vite's own scripts and styles pass as well.
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
