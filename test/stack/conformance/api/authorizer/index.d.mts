/** Answers an event of AppSync's Lambda authorizers. */
export function handler(event: unknown): Promise<object>;
