import type { ApolloClient } from '@apollo/client';
import type { Session } from '../session/createSession.ts';
import { welcomeMember } from './welcomeMember.ts';

/**
 * Clears the previous member's data when the member changes, and re-runs the active queries. A
 * guest has seen nothing that a member may not see, so after a sign-in only the member's fields are
 * queried. Learning at start who is signed in changes nothing: requests wait for that.
 */
export function resetWhenMemberChanges(client: ApolloClient, session: Session): void {
  let before = session.state();
  let resets = 0;

  async function restart(): Promise<void> {
    resets += 1;
    await reset(client).finally(() => {
      resets -= 1;
    });
  }

  session.subscribe(() => {
    const now = session.state();
    if (before === 'signedOut' && now === 'signedIn' && resets === 0) {
      welcomeMember(client).catch((error: unknown) => {
        console.info(error);
        return restart().catch(console.info);
      });
      // A failing query shows its error where it is used; one whose page was left does not matter.
    } else if (before !== 'unknown') restart().catch(console.info);
    before = now;
  });
}

/** Apollo's own `resetStore` starts a moment later and would abort the new member's queries. */
async function reset(client: ApolloClient): Promise<void> {
  await client.cache.reset();
  await client.refetchObservableQueries();
}
