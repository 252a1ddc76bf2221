import { NotEmulated, nameOf } from '../../../lib/refuse.ts';
import type { Resource } from '../../../lib/resource.ts';

/** Stops the start: what the template asks for exists on AWS and not here. */
export function refuse(resource: Resource, what: string): never {
  throw new NotEmulated(`${nameOf(resource)}: ${what} is not supported by the local AppSync`);
}
