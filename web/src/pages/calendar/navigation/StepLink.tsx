import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { arrivingAt, useArrival } from './arrival.ts';

interface StepLinkProps {
  side: 'previous' | 'next';
  to: string;
  /** The full name, for screen readers. */
  name: string;
  /** The visible text beside the page's title. */
  short: string;
}

/** Moves one month or day and keeps the focus, so that one key steps through many. */
export function StepLink({ side, to, name, short }: StepLinkProps) {
  const link = useRef<HTMLAnchorElement>(null);
  const place = useArrival();
  useEffect(() => {
    if (place === side) link.current?.focus({ preventScroll: true });
  }, [place, side]);
  return (
    <Link ref={link} className={`steps__${side}`} to={to} state={arrivingAt(side)}>
      <span className="unseen">{name}</span>
      <span aria-hidden="true">{short}</span>
    </Link>
  );
}
