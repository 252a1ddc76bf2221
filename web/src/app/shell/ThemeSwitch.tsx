import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Select } from '../../parts/field/Select.tsx';
import { applyTheme, readTheme, type Theme } from './theme.ts';

/** Chooses light or dark, or leaves it to the device. */
export function ThemeSwitch() {
  const t = useTranslations('site');
  const [theme, setTheme] = useState(readTheme);
  function choose(next: Theme): void {
    setTheme(next);
    applyTheme(next);
  }
  return (
    <span className="theme-switch">
      <Select
        label={t('theme')}
        value={theme}
        options={[
          { value: 'system', words: t('themeSystem') },
          { value: 'light', words: t('themeLight') },
          { value: 'dark', words: t('themeDark') },
        ]}
        onChange={choose}
      />
    </span>
  );
}
