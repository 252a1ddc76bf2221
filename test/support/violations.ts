import type { BrowserContext } from 'playwright-core';

/** What a page's content security policy blocked. */
export interface Violation {
  page: string;
  directive: string;
  blocked: string;
}

/**
 * The violations of the content security policy on all pages of this browser from now on, as the
 * browser reports them; the list continues to grow.
 */
export async function watchPolicy(context: BrowserContext): Promise<Violation[]> {
  const seen: Violation[] = [];
  await context.exposeFunction('tellViolation', (violation: Violation) => {
    seen.push(violation);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      Reflect.get(
        window,
        'tellViolation',
      )({
        page: event.documentURI,
        directive: event.effectiveDirective,
        blocked: event.blockedURI,
      });
    });
  });
  return seen;
}
