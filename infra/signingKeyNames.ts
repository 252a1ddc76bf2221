/**
 * The keys that may sign access tokens, by their resources' names, oldest first. All are published;
 * the parameter `SigningKeyName` says which one signs. docs/runbook.md ("The signing key is
 * changed") describes how to add and remove a name.
 */
export const SIGNING_KEY_NAMES: [string, ...string[]] = ['SigningKey', 'SigningKey2'];
