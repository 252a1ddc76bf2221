import type { ApolloClient } from '@apollo/client';
import type { Session } from '../auth/createSession.ts';

/**
 * Forgets what the API said to whoever was here before, and asks again for what is on the page.
 * Finding out at the start who is here changes nothing: requests wait for that.
 */
export function resetWhenMemberChanges(client: ApolloClient, session: Session): void {
  let before = session.state();
  session.subscribe(() => {
    const now = session.state();
    // A query that fails now says so where it is shown; one whose page was left is of no interest.
    if (before !== 'unknown') reset(client).catch(console.info);
    before = now;
  });
}

/** Apollo's own `resetStore` begins a moment later, and would break off what the new member asks. */
async function reset(client: ApolloClient): Promise<void> {
  await client.cache.reset();
  await client.refetchObservableQueries();
}
