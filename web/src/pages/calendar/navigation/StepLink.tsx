import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { arrivingAt, useArrival } from './arrival.ts';

interface StepLinkProps {
  side: 'previous' | 'next';
  to: string;
  /** The full name, for those who hear it. */
  name: string;
  /** What is seen of it beside the page's title. */
  short: string;
}

/** Leads one month or day on, and keeps the keyboard: one key goes through many of them. */
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
