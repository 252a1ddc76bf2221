/** Whether a pattern with `*` and `?` matches an action, ignoring case. */
export function matchesAction(pattern: string, action: string): boolean {
  return matches(pattern.toLowerCase(), action.toLowerCase());
}

/** An ARN has six parts; the last may contain colons. */
const PARTS = 6;

/**
 * Whether a pattern matches a resource's ARN ("IAM JSON policy elements: Resource"): part by part,
 * since a wildcard does not match across the colons between them. A bare `*` matches every ARN.
 */
export function matchesArn(pattern: string, arn: string): boolean {
  if (pattern === '*') return true;
  const [patterns, parts] = [split(pattern), split(arn)];
  return (
    patterns.length === parts.length && patterns.every((one, at) => matches(one, parts[at] ?? ''))
  );
}

function split(arn: string): string[] {
  const parts = arn.split(':');
  return [...parts.slice(0, PARTS - 1), parts.slice(PARTS - 1).join(':')];
}

function matches(pattern: string, text: string): boolean {
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${expression}$`, 's').test(text);
}
