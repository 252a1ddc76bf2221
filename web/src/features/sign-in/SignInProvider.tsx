import { type ComponentType, type ReactNode, useCallback, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { Stage } from '../../stage/createStage.ts';
import { useStage } from '../../stage/StageContext.ts';
import { type AskedBook, SignInContext } from './SignInContext.ts';
import type { SignInDialogProps } from './SignInDialog.tsx';
import { signInAddress, signInToAsk } from './signInAddress.ts';

interface Shown {
  Dialog: ComponentType<SignInDialogProps>;
  asked: AskedBook | null;
}

/**
 * Opens the sign-in over whatever page one is on, so that nothing of it is lost. It is fetched at the
 * first wish; where it cannot be, or the browser knows no dialogs, the page for signing in does.
 */
export function SignInProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const stage = useStage();
  const navigate = useNavigate();
  const location = useLocation();
  const here = useRef(location);
  here.current = location;

  const open = useCallback(
    (asked?: AskedBook) => {
      const leave = () => navigate(asked ? signInToAsk(asked.id) : signInAddress(here.current));
      if (!('HTMLDialogElement' in window)) return void leave();
      loadDialog(stage)
        .then((Dialog) => setShown({ Dialog, asked: asked ?? null }))
        .catch((error: unknown) => {
          console.error(error);
          return leave();
        });
    },
    [navigate, stage],
  );

  return (
    <SignInContext value={open}>
      {children}
      {shown && <shown.Dialog asked={shown.asked} onClose={() => setShown(null)} />}
    </SignInContext>
  );
}

/** The dialog with all that it needs, so that it opens at once. */
async function loadDialog(stage: Stage): Promise<ComponentType<SignInDialogProps>> {
  const [{ default: Dialog }, { withApollo }] = await Promise.all([
    import('./SignInDialog.tsx'),
    import('../../stage/withApollo.tsx'),
    stage.tools(),
  ]);
  return withApollo(Dialog);
}
