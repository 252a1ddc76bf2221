/** An object's own member; undefined for an inherited name such as `toString`. */
export function memberOf<T>(owner: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(owner, name) ? owner[name] : undefined;
}
