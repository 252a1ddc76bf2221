import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The feature flags of cdk.json. The CDK command line passes them itself; `node infra/app.ts` and
 * tests must pass them too, or they would synthesize a different template.
 */
export function readContext(): Record<string, unknown> {
  const file = join(import.meta.dirname, '../cdk.json');
  return JSON.parse(readFileSync(file, 'utf8')).context;
}
