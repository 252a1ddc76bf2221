import { useId, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { applyTheme, isTheme, readTheme } from './theme.ts';

/** Chooses light or dark, or leaves it to the device. */
export function ThemeSwitch() {
  const t = useTranslations('site');
  const id = useId();
  const [theme, setTheme] = useState(readTheme);
  return (
    <span className="theme-switch">
      <label htmlFor={id}>{t('theme')}</label>
      <select
        id={id}
        value={theme}
        onChange={({ target: { value } }) => {
          if (!isTheme(value)) return;
          setTheme(value);
          applyTheme(value);
        }}
      >
        <option value="system">{t('themeSystem')}</option>
        <option value="light">{t('themeLight')}</option>
        <option value="dark">{t('themeDark')}</option>
      </select>
    </span>
  );
}
