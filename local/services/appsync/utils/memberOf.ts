/** An object's own member; undefined for a name that it only has from its prototype, such as `toString`. */
export function memberOf<T>(owner: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(owner, name) ? owner[name] : undefined;
}
