import { useState } from 'react';
import { useSession } from '../../lib/session/SessionContext.ts';
import type { SignInProblem } from './SignInForm.tsx';

/** Signs in with a login and password; reports the result and calls `onGranted` on success. */
export function useSigningIn(onGranted: () => void | Promise<void>) {
  const session = useSession();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<SignInProblem | null>(null);

  async function signIn(login: string, password: string) {
    setBusy(true);
    setProblem(null);
    try {
      const answer = await session.signIn(login, password);
      if (answer.kind === 'granted') {
        await onGranted();
        return;
      }
      setProblem(answer);
    } catch (error) {
      console.error(error);
      setProblem({ kind: 'failed' });
    }
    setBusy(false);
  }

  return { busy, problem, signIn };
}
