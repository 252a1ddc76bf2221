import { useLocale } from 'use-intl/react';
import { afterPlace, inLanguage } from './inLanguage.ts';

interface ReasonProps {
  of: string;
  /** Whether the place in the file is said beside it. */
  withoutPlace?: boolean;
}

/** Why something is so, in the language of the page. */
export function Reason({ of, withoutPlace = false }: ReasonProps) {
  const reason = inLanguage(of, useLocale());
  return withoutPlace ? afterPlace(reason) : reason;
}
