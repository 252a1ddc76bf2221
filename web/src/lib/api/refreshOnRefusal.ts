import { ErrorLink } from '@apollo/client/link/error';
import { catchError, from, switchMap, throwError } from 'rxjs';
import type { Session } from '../session/createSession.ts';
import { isUnauthorized } from './isUnauthorized.ts';

const RETRIED = 'retriedAfterRefusal';

/**
 * Refreshes the token once when the API rejects it, for instance after a long sleep, and retries.
 */
export function refreshOnRefusal(session: Session): ErrorLink {
  return new ErrorLink(({ error, operation, forward }) => {
    if (!isUnauthorized(error)) return;
    if (session.state() !== 'signedIn' || operation.getContext()[RETRIED]) return;
    operation.setContext({ [RETRIED]: true });
    return from(session.refresh()).pipe(
      catchError(() => throwError(() => error)),
      switchMap(() => forward(operation)),
    );
  });
}
