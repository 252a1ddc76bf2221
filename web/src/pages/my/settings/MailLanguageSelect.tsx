import { useId } from 'react';
import { useTranslations } from 'use-intl/react';
import type { MailLanguage } from '../../../generated/documents.ts';

const LANGUAGES: { [value in MailLanguage]: { lang: string; name: string } } = {
  JA: { lang: 'ja', name: '日本語' },
  EN: { lang: 'en', name: 'English' },
};

const isLanguage = (value: string): value is MailLanguage => Object.hasOwn(LANGUAGES, value);

interface MailLanguageSelectProps {
  language: MailLanguage;
  onChange: (language: MailLanguage) => void;
}

/** Chooses the language of mails. */
export function MailLanguageSelect({ language, onChange }: MailLanguageSelectProps) {
  const t = useTranslations('mail');
  const id = useId();
  return (
    <p className="mail-settings__row">
      <label htmlFor={id}>{t('language')}</label>
      <select
        id={id}
        value={language}
        onChange={({ target: { value } }) => {
          if (isLanguage(value)) onChange(value);
        }}
      >
        {Object.entries(LANGUAGES).map(([value, { lang, name }]) => (
          <option key={value} value={value} lang={lang}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}
