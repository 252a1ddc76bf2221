import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LinkSecrets } from '../../services/mail/links/linkSecrets.ts';
import { type LinkTarget, signLink } from '../../services/mail/links/linkToken.ts';
import { testStack, testStackDir } from '../../tools/testing/testStack.ts';

/** The secrets with which the test stack signs the links of mails. */
export function linkSecrets(): LinkSecrets {
  const kept = JSON.parse(readFileSync(join(testStackDir(), 'secrets.json'), 'utf8'));
  const name = Object.keys(kept).find((id) => id.includes('LinkSecret'));
  return [kept[name ?? '']];
}

/** The address of a link as in a mail. */
export function linkTo(target: LinkTarget): string {
  return `${testStack().web}/mail/unsubscribe/${signLink(linkSecrets(), target)}`;
}
