import type { ReactNode } from 'react';
import { Link, type To } from 'react-router';

export interface Tab {
  key: string;
  to: To;
  isHere: boolean;
  words: ReactNode;
}

/** Links to the parts of a list, with the current one marked. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map(({ key, to, isHere, words }) => (
          <li key={key}>
            <Link to={to} aria-current={isHere ? 'page' : undefined}>
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
