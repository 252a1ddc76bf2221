import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The feature flags of cdk.json. The CDK command line passes them by itself; an app that is run by
 * `node infra/app.ts` or built inside a test has to bring them, or it would synthesize another
 * template.
 */
export function readContext(): Record<string, unknown> {
  const file = join(import.meta.dirname, '../cdk.json');
  return JSON.parse(readFileSync(file, 'utf8')).context;
}
