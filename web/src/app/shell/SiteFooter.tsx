import { LanguageSwitch } from '../../parts/page/LanguageSwitch.tsx';
import { LiveIndicator } from './LiveIndicator.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';

export function SiteFooter() {
  return (
    <footer className="site-footer">
      <LiveIndicator />
      <ThemeSwitch />
      <LanguageSwitch />
    </footer>
  );
}
