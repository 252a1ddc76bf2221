import { createHash } from 'node:crypto';

/** Hex digits that are stable for a resource across restarts. */
export function stableHex(stack: string, logicalId: string, length: number): string {
  return createHash('sha256').update(`${stack}/${logicalId}`).digest('hex').slice(0, length);
}

/** A name as CloudFormation generates it: stack, logical id and a suffix, at most 64 characters. */
export function physicalName(stack: string, logicalId: string): string {
  const suffix = stableHex(stack, logicalId, 12).toUpperCase();
  return `${stack.slice(0, 24)}-${logicalId.slice(0, 24)}-${suffix}`;
}

/** A UUID that is stable for a resource across restarts. */
export function stableUuid(stack: string, logicalId: string): string {
  const hex = stableHex(stack, logicalId, 32);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
