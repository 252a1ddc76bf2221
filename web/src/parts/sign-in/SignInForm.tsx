import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';

export type SignInProblem =
  | { kind: 'refused' }
  | { kind: 'slowDown'; retryAfter: number }
  | { kind: 'failed' };

interface SignInFormProps {
  busy: boolean;
  problem: SignInProblem | null;
  onSubmit: (login: string, password: string) => void;
  /** Replaces the button's usual label. */
  label?: string | undefined;
  /** What pressing the button agrees to. */
  note?: ReactNode;
}

export function SignInForm({ busy, problem, onSubmit, label, note }: SignInFormProps) {
  const t = useTranslations('signIn');
  const id = useId();
  const password = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState(false);

  useEffect(() => {
    if (problem) password.current?.focus();
  }, [problem]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    if (!busy) onSubmit(String(form.get('login')), String(form.get('password')));
  }

  return (
    <form className="sign-in__form" onSubmit={submit}>
      <label htmlFor={`${id}login`}>{t('login')}</label>
      <input
        id={`${id}login`}
        name="login"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <label htmlFor={`${id}password`}>{t('password')}</label>
      <input
        ref={password}
        id={`${id}password`}
        name="password"
        type={shown ? 'text' : 'password'}
        autoComplete="current-password"
        aria-describedby={`${id}problem`}
        aria-invalid={problem?.kind === 'refused'}
        required
      />
      <label className="check">
        <input type="checkbox" checked={shown} onChange={() => setShown(!shown)} />
        {t('show')}
      </label>
      <p id={`${id}problem`} className="sign-in__problem" role="alert">
        {problem && <Problem problem={problem} />}
      </p>
      {note}
      <button type="submit" className="button button--main" aria-disabled={busy}>
        {busy ? t('submitting') : (label ?? t('submit'))}
      </button>
    </form>
  );
}

function Problem({ problem }: { problem: SignInProblem }) {
  const t = useTranslations('signIn');
  if (problem.kind === 'refused') return t('wrong');
  if (problem.kind === 'failed') return t('failed');
  return t('slowDown', { minutes: Math.max(1, Math.ceil(problem.retryAfter / 60)) });
}
