import { NotEmulated, nameOf } from '../../../lib/refuse.ts';
import type { Resource } from '../../../lib/resource.ts';

/** Stops the start because the template uses an AWS feature that is not emulated. */
export function refuse(resource: Resource, what: string): never {
  throw new NotEmulated(`${nameOf(resource)}: ${what} is not supported by the local AppSync`);
}
