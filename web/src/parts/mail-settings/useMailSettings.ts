import { useApolloClient, useQuery } from '@apollo/client/react';
import { useTranslations } from 'use-intl/react';
import {
  MailSettingsDocument,
  type MailSettingsInput,
  type MailSettingsPartsFragment,
  SetMailSettingsDocument,
} from '../../generated/documents.ts';
import { inTurn, isQuiet } from '../../lib/inTurn.ts';
import { useSession, useSessionState } from '../../lib/session/SessionContext.ts';
import { useSay } from '../feedback/FeedbackProvider.tsx';

/** The messages for a saved change and for undoing it. */
export interface ChangeWords {
  done: string;
  undone: string;
}

interface MailSettingsOfMember {
  /** Null while signed out and until loaded. */
  settings: MailSettingsPartsFragment | null;
  hasFailed: boolean;
  retry(): void;
  /**
   * Shows the change at once and reverts it on failure; once saved, shows a message with an undo
   * button.
   */
  change(input: MailSettingsInput, words: ChangeWords): void;
}

const TURN = 'mail settings';

/** The signed-in member's mail settings, and a function to change them. */
export function useMailSettings(): MailSettingsOfMember {
  const t = useTranslations('mail');
  const undo = useTranslations('my');
  const say = useSay();
  const session = useSession();
  const client = useApolloClient();
  const signedIn = useSessionState() === 'signedIn';
  const { data, error, refetch } = useQuery(MailSettingsDocument, { skip: !signedIn });

  const shown = () => client.readQuery({ query: MailSettingsDocument })?.viewer?.mail ?? null;

  function show(mail: MailSettingsPartsFragment): void {
    client.cache.updateQuery({ query: MailSettingsDocument }, (known) =>
      known?.viewer ? { viewer: { ...known.viewer, mail } } : undefined,
    );
  }

  /** Changes are sent one after the other, so that the last press wins. */
  async function change(input: MailSettingsInput, words: ChangeWords): Promise<void> {
    const before = shown();
    if (before === null) return;
    show(after(before, input));
    try {
      const saved = await inTurn(TURN, () =>
        client.mutate({ mutation: SetMailSettingsDocument, variables: { input } }),
      );
      if (saved.data && isQuiet(TURN)) show(saved.data.setMailSettings);
      const { done, undone } = words;
      const takeBack = () => void change(backTo(before, input), { done: undone, undone: done });
      say(done, { action: { label: undo('undo'), run: takeBack } });
    } catch (reason) {
      console.error(reason);
      // A later pending change shows its own value.
      if (isQuiet(TURN)) show(before);
      // The end of the session is reported separately and is not a connection problem.
      if (session.ended() === null) say(t('failed'));
    }
  }

  return {
    settings: (signedIn && data?.viewer?.mail) || null,
    hasFailed: error !== undefined,
    retry: () => void refetch().catch(console.error),
    change: (input, words) => void change(input, words),
  };
}

/** Returns the change that undoes another. */
function backTo(
  { language, stoppedAt }: MailSettingsPartsFragment,
  input: MailSettingsInput,
): MailSettingsInput {
  return {
    ...(input.language == null ? {} : { language }),
    ...(input.stopped == null ? {} : { stopped: stoppedAt !== null }),
  };
}

function after(
  settings: MailSettingsPartsFragment,
  { language, stopped }: MailSettingsInput,
): MailSettingsPartsFragment {
  const stoppedAt = stopped ? (settings.stoppedAt ?? new Date().toISOString()) : null;
  return {
    ...settings,
    language: language ?? settings.language,
    stoppedAt: stopped == null ? settings.stoppedAt : stoppedAt,
  };
}
