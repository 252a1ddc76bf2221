import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Select } from '../../parts/field/Select.tsx';
import { applyTheme, readTheme, type Theme } from './theme.ts';

/** Switches between light, dark and the device's setting. */
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
        options={{
          system: t('themeSystem'),
          light: t('themeLight'),
          dark: t('themeDark'),
        }}
        onChange={choose}
      />
    </span>
  );
}
