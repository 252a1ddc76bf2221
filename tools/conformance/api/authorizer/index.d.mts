import type { Json } from '../../../../local/lib/resource.ts';

/** Answers an event of AppSync's Lambda authorizers. */
export function handler(event: unknown): Promise<Json>;
