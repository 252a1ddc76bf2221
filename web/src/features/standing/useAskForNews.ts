import { useTranslations } from 'use-intl/react';
import { useSay } from '../feedback/FeedbackProvider.tsx';
import type { AskedStanding } from '../sign-in/SignInContext.ts';
import { useStandingWish } from './useStandingWish.ts';

/** Has a member wait for new books, says so where the button may be out of sight, and offers to undo it. */
export function useAskForNews(): (asked: AskedStanding) => Promise<void> {
  const t = useTranslations();
  const say = useSay();
  const wish = useStandingWish();

  async function takeBack(asked: AskedStanding) {
    if (await wish(asked, null)) say(t('standing.undone'));
  }

  return async (asked) => {
    if (!(await wish(asked, asked.choice))) return;
    say(t('standing.done', { name: asked.name }), {
      action: { label: t('my.undo'), run: () => void takeBack(asked) },
    });
  };
}
