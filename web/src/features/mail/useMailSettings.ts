import { useMutation, useQuery } from '@apollo/client/react';
import { useTranslations } from 'use-intl/react';
import { useSession, useSessionState } from '../../auth/SessionContext.ts';
import {
  MailSettingsDocument,
  type MailSettingsInput,
  type MailSettingsPartsFragment,
  SetMailSettingsDocument,
} from '../../generated/documents.ts';
import { useSay } from '../feedback/FeedbackProvider.tsx';

interface MailSettingsOfMember {
  /** Null while nobody is signed in, and until they are read. */
  settings: MailSettingsPartsFragment | null;
  hasFailed: boolean;
  retry(): void;
  /** Shown at once, undone where it fails; `done` is said when it is saved. */
  change(input: MailSettingsInput, done: string): void;
}

/** How the member who is signed in is mailed, and how they change it. */
export function useMailSettings(): MailSettingsOfMember {
  const t = useTranslations('mail');
  const say = useSay();
  const session = useSession();
  const signedIn = useSessionState() === 'signedIn';
  const { data, error, refetch } = useQuery(MailSettingsDocument, { skip: !signedIn });
  const [save] = useMutation(SetMailSettingsDocument);
  const settings = data?.viewer?.mail ?? null;

  function change(input: MailSettingsInput, done: string): void {
    if (settings === null) return;
    save({
      variables: { input },
      optimisticResponse: { setMailSettings: after(settings, input) },
      update(cache, saved) {
        const mail = saved.data?.setMailSettings;
        cache.updateQuery({ query: MailSettingsDocument }, (known) =>
          known?.viewer && mail ? { viewer: { ...known.viewer, mail } } : undefined,
        );
      },
    }).then(
      () => say(done),
      (reason: unknown) => {
        console.error(reason);
        // That the session has ended is said by itself, and no connection is to blame.
        if (session.ended() === null) say(t('failed'));
      },
    );
  }

  return {
    settings,
    hasFailed: error !== undefined,
    retry: () => void refetch().catch(console.error),
    change,
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
    stoppedAt: stopped === null || stopped === undefined ? settings.stoppedAt : stoppedAt,
  };
}
