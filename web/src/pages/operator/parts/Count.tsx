import { Link, type To } from 'react-router';
import { useFormatter } from 'use-intl/react';

/** A number that leads to what it counts; a zero leads nowhere. */
export function Count({ of, to }: { of: number; to?: To | undefined }) {
  const number = useFormatter().number(of);
  return to === undefined || of === 0 ? number : <Link to={to}>{number}</Link>;
}
