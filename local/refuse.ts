import type { Resource } from './resource.ts';

/** Something of AWS that the local stack does not emulate. The message names it. */
export class NotEmulated extends Error {
  override name = 'NotEmulated';
}

/** `ShinkanService/SignIn (AWS::Lambda::Function)`, for messages. */
export function nameOf(resource: { stack: string; logicalId: string; type: string }): string {
  return `${resource.stack}/${resource.logicalId} (${resource.type})`;
}

/**
 * Stops at the first property that is neither honoured nor known to change nothing locally.
 * `harmless` lists the latter: names, tags, permissions, sizes.
 */
export function refuseUnknownProperties(
  resource: Resource,
  honoured: readonly string[],
  harmless: readonly string[],
): void {
  for (const name of Object.keys(resource.properties)) {
    if (honoured.includes(name) || harmless.includes(name)) continue;
    throw new NotEmulated(`${nameOf(resource)}: property ${name} is not emulated`);
  }
}
