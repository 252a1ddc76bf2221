import { useApolloClient } from '@apollo/client/react';
import { useTranslations } from 'use-intl/react';
import { useSay } from '../feedback/FeedbackProvider.tsx';
import type { AskedStanding } from '../sign-in/Asked.ts';
import { readStanding } from './readStanding.ts';
import { rolesOf } from './roles.ts';
import { useStandingWish } from './useStandingWish.ts';

/**
 * Starts a standing subscription for a member whose state the page does not know yet, shows a
 * message, since the button may be out of view, and offers to undo it. An existing one stays as it
 * is.
 */
export function useAskForNews(): (asked: AskedStanding) => Promise<void> {
  const client = useApolloClient();
  const t = useTranslations();
  const say = useSay();
  const wish = useStandingWish();

  async function takeBack(asked: AskedStanding) {
    if (await wish(asked, null)) say(t('standing.undone'));
  }

  async function ask(asked: AskedStanding) {
    const done = t('standing.done', { name: asked.name });
    if (await readStanding(client, asked)) return say(done);
    if (!(await wish(asked, { roles: rolesOf(asked.choice) }))) return;
    say(done, { action: { label: t('my.undo'), run: () => void takeBack(asked) } });
  }

  return (asked) =>
    ask(asked).catch((error: unknown) => {
      console.error(error);
      say(t('standing.failed'));
    });
}
