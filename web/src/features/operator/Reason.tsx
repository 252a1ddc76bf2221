import { useLocale } from 'use-intl/react';
import { inLanguage } from './inLanguage.ts';

/** Why something is so, in the language of the page. */
export function Reason({ of }: { of: string }) {
  return inLanguage(of, useLocale());
}
