import { useLocale } from 'use-intl/react';
import { afterPlace, inLanguage } from './inLanguage.ts';

interface ReasonProps {
  of: string;
  /** Whether to omit the place in the file because it is shown beside the reason. */
  withoutPlace?: boolean;
}

/** A reason in the page's language. */
export function Reason({ of, withoutPlace = false }: ReasonProps) {
  const reason = inLanguage(of, useLocale());
  return withoutPlace ? afterPlace(reason) : reason;
}
