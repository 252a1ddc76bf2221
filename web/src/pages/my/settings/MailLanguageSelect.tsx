import { useTranslations } from 'use-intl/react';
import type { MailLanguage } from '../../../generated/documents.ts';
import { Select } from '../../../parts/field/Select.tsx';

const LANGUAGES: readonly { value: MailLanguage; lang: string; words: string }[] = [
  { value: 'JA', lang: 'ja', words: '日本語' },
  { value: 'EN', lang: 'en', words: 'English' },
];

interface MailLanguageSelectProps {
  language: MailLanguage;
  onChange: (language: MailLanguage) => void;
}

/** Chooses the language of mails. */
export function MailLanguageSelect({ language, onChange }: MailLanguageSelectProps) {
  const t = useTranslations('mail');
  return (
    <p className="mail-settings__row">
      <Select label={t('language')} value={language} options={LANGUAGES} onChange={onChange} />
    </p>
  );
}
