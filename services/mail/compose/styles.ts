import { html } from '../../lib/html.ts';

// Mail programs support tables and inline styles, and little else. Those that support more use the
// classes below, which turn the letter dark.
export const GOTHIC =
  "font-family:'Hiragino Sans','Yu Gothic UI','Noto Sans CJK JP',system-ui,sans-serif";
export const MINCHO = "font-family:'Hiragino Mincho ProN','Yu Mincho','Noto Serif CJK JP',serif";
export const PAPER = 'background-color:#fbf9f4';
export const INK = 'color:#211d18';
export const SOFT = 'color:#5d564c';
export const LINE = 'border-color:#ddd6c9';
export const ACCENT = 'color:#a02c20';
export const BUTTON =
  'display:inline-block;padding:10px 24px;border-radius:4px;border:1px solid #a02c20;background-color:#a02c20;color:#fffdf9;text-decoration:none;font-weight:bold';
export const QUIET_BUTTON =
  'display:inline-block;padding:10px 24px;border-radius:4px;border:1px solid #a02c20;color:#a02c20;text-decoration:none;font-weight:bold';

/** Dark mode; `!important` is needed to override the inline styles. */
export const STYLES = html`<style>
@media (prefers-color-scheme: dark) {
  .paper { background-color: #191714 !important; }
  .ink { color: #ece6da !important; }
  .soft { color: #b3aa9b !important; }
  .line { border-color: #3a352d !important; }
  .accent { color: #f0907f !important; }
  .button { background-color: #f0907f !important; border-color: #f0907f !important; color: #2a100b !important; }
  .quiet { border-color: #f0907f !important; color: #f0907f !important; }
}
</style>`;
