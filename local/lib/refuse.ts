import type { Json, Resource } from './resource.ts';

/** An AWS feature that the local stack does not emulate. The message names it. */
export class NotEmulated extends Error {
  override name = 'NotEmulated';
}

/** `ShinkanService/SignIn (AWS::Lambda::Function)`, for messages. */
export function nameOf(resource: { stack: string; logicalId: string; type: string }): string {
  return `${resource.stack}/${resource.logicalId} (${resource.type})`;
}

/**
 * Throws for the first property that is neither honoured nor known to have no local effect.
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

/**
 * The same inside a property: `path` is the place of `value`, such as `Target.RetryPolicy`. Checks
 * each item of a list; throws for a value that is neither a list nor an object.
 */
export function refuseUnknownMembers(
  resource: Resource,
  path: string,
  value: Json,
  known: readonly string[],
): void {
  if (Array.isArray(value)) {
    for (const item of value) refuseUnknownMembers(resource, path, item, known);
    return;
  }
  if (value === null || typeof value !== 'object') {
    const seen = JSON.stringify(value);
    throw new NotEmulated(`${nameOf(resource)}: property ${path} is ${seen}, expected an object`);
  }
  const unknown = Object.keys(value).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new NotEmulated(`${nameOf(resource)}: property ${path}.${unknown} is not emulated`);
}
