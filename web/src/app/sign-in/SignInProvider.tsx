import {
  type ComponentType,
  type ReactNode,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useLocation, useNavigate, useNavigationType } from 'react-router';
import type { Asked } from '../../parts/sign-in/Asked.ts';
import { SignInContext } from '../../parts/sign-in/SignInContext.ts';
import { signInAddress, signInToAsk } from '../../parts/sign-in/signInAddress.ts';
import { useStage } from '../../stage/StageContext.ts';
import type { SignInDialogProps } from './SignInDialog.tsx';

interface Shown {
  Dialog: ComponentType<SignInDialogProps>;
  asked: Asked | null;
}

/**
 * Opens the sign-in dialog over the current page, so that the page keeps its state. The dialog is
 * loaded on first use; if that fails, or the browser does not support dialogs, the sign-in page is
 * used instead. Navigating away closes it.
 */
export function SignInProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const stage = useStage();
  const navigate = useNavigate();
  const location = useLocation();
  const here = useRef(location);
  here.current = location;

  const step = useStep();
  const current = useRef(step);
  current.current = step;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever a page is left
  useEffect(() => () => setShown(null), [step]);

  const open = useCallback(
    async (asked?: Asked) => {
      const asking = current.current;
      const leave = () => navigate(asked ? signInToAsk(asked) : signInAddress(here.current));
      if (!('HTMLDialogElement' in window)) return leave();
      try {
        const { bringSignInDialog } = await import('./bringSignInDialog.ts');
        const Dialog = await bringSignInDialog(stage);
        if (current.current === asking) setShown({ Dialog, asked: asked ?? null });
      } catch (error) {
        console.error(error);
        if (current.current === asking) await leave();
      }
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

/**
 * Returns a new object after every step in the history; changing or typing a filter is not a step.
 */
function useStep(): object {
  const { key, pathname, state } = useLocation();
  const type = useNavigationType();
  const step = useRef({ key, pathname });
  const stays = type === 'REPLACE' || (type === 'PUSH' && state?.stays === true);
  const here = step.current;
  if (stays && here.pathname === pathname) here.key = key;
  else if (here.key !== key || here.pathname !== pathname) step.current = { key, pathname };
  return step.current;
}
