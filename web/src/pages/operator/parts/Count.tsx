import { Link, type To } from 'react-router';
import { useFormatter } from 'use-intl/react';

/** A number that links to the counted items; a zero has no link. */
export function Count({ of, to }: { of: number; to?: To | undefined }) {
  const number = useFormatter().number(of);
  return to === undefined || of === 0 ? number : <Link to={to}>{number}</Link>;
}
