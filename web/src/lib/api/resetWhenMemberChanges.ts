import type { ApolloClient } from '@apollo/client';
import type { Session } from '../session/createSession.ts';
import { welcomeMember } from './welcomeMember.ts';

/**
 * Forgets what the API said to whoever was here before, and asks again for what is on the page. A guest
 * was told nothing that a member may not know, so for who signs in only what is theirs is asked.
 * Finding out at the start who is here changes nothing: requests wait for that.
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
      // A query that fails now says so where it is shown; one whose page was left is of no interest.
    } else if (before !== 'unknown') restart().catch(console.info);
    before = now;
  });
}

/** Apollo's own `resetStore` begins a moment later, and would break off what the new member asks. */
async function reset(client: ApolloClient): Promise<void> {
  await client.cache.reset();
  await client.refetchObservableQueries();
}
