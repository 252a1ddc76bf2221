/**
 * The keys that may sign access tokens, by the names of their resources, the oldest first. All of them
 * are published; the parameter `SigningKeyName` says which one signs. docs/runbook.md ("The signing
 * key is changed") says how a name comes and goes.
 */
export const SIGNING_KEY_NAMES: [string, ...string[]] = ['SigningKey', 'SigningKey2'];
