import { useSearchParams } from 'react-router';

/** What a reader looks for, as it stands in the address. */
export interface UpcomingWish {
  text: string;
  publisher: string;
  subscribed: boolean;
}

/** Reads the filter from the address bar and writes it there. */
export function useUpcomingFilter() {
  const [search, setSearch] = useSearchParams();
  const wish: UpcomingWish = {
    text: search.get('text') ?? '',
    publisher: search.get('publisher') ?? '',
    subscribed: search.get('subscribed') === 'true',
  };

  function change(next: Partial<UpcomingWish>): void {
    const { text, publisher, subscribed } = { ...wish, ...next };
    const address = new URLSearchParams();
    if (text) address.set('text', text);
    if (publisher) address.set('publisher', publisher);
    if (subscribed) address.set('subscribed', 'true');
    setSearch(address, { replace: true });
  }

  return { wish, change };
}
