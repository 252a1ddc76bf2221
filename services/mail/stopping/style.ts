/** The path of the style sheet; the site's policy forbids inline styles. */
export const STYLE_PATH = '/mail/style.css';

// The colours are those of the web app (web/src/app/styles/tokens.css), so that both look like one
// shop.
export const STYLE = `:root {
  color-scheme: light dark;
  --mincho: "Hiragino Mincho ProN", "Yu Mincho", "Noto Serif CJK JP", serif;
  --gothic: "Hiragino Sans", "Yu Gothic UI", "Noto Sans CJK JP", system-ui, sans-serif;
  --paper: light-dark(#fbf9f4, #191714);
  --ink: light-dark(#211d18, #ece6da);
  --ink-soft: light-dark(#5d564c, #b3aa9b);
  --line: light-dark(#ddd6c9, #3a352d);
  --line-strong: light-dark(#8f8677, #857c6d);
  --accent: light-dark(#a02c20, #f0907f);
  --on-accent: light-dark(#fffdf9, #2a100b);
  --positive: light-dark(#2d6142, #8fcda3);
}

* {
  box-sizing: border-box;
}

body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.7 var(--gothic);
  -webkit-text-size-adjust: 100%;
  word-break: auto-phrase;
  overflow-wrap: anywhere;
  line-break: strict;
}

header,
main {
  width: min(100% - 32px, 38rem);
  margin: 0 auto;
}

header {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  justify-content: space-between;
  gap: 0 16px;
  padding: 12px 0 4px;
  border-bottom: 1px solid var(--line);
}

header a {
  display: inline-flex;
  align-items: center;
  min-height: 44px;
  font: 600 1.125rem/1.4 var(--mincho);
  letter-spacing: 0.12em;
  text-decoration: none;
}

header span {
  color: var(--ink-soft);
  font-size: 0.875rem;
}

main {
  padding: 32px 0 64px;
}

h1 {
  margin: 0 0 20px;
  font: 600 1.5rem/1.4 var(--mincho);
  font-feature-settings: "palt";
}

h1.done::before {
  content: "✓";
  margin-right: 0.4em;
  color: var(--positive);
}

p,
dl,
dd,
ul {
  margin: 0;
  padding: 0;
}

p {
  margin-bottom: 8px;
}

.book {
  display: flex;
  gap: 16px;
  align-items: center;
  margin-bottom: 20px;
  padding: 16px 0;
  border-block: 1px solid var(--line);
}

.book p {
  margin: 0;
}

.title {
  font: 600 1.125rem/1.4 var(--mincho);
}

.made {
  color: var(--ink-soft);
  font-size: 0.875rem;
  white-space: pre-wrap;
}

.cover {
  flex: none;
  width: 72px;
  height: 101px;
  padding: 6px;
  border-radius: 2px;
  overflow: hidden;
  background: var(--cover);
}

.cover span {
  display: block;
  width: 100%;
  height: 100%;
  padding: 4px;
  border: 1px solid color-mix(in srgb, currentcolor 30%, transparent);
  overflow: hidden;
  writing-mode: vertical-rl;
  font: 600 0.6875rem/1.3 var(--mincho);
  text-wrap: balance;
}

.paper-0 { --cover: light-dark(#ecd5bf, #4a3b2e); }
.paper-1 { --cover: light-dark(#d6dfc6, #38422c); }
.paper-2 { --cover: light-dark(#e6d3e4, #44364a); }
.paper-3 { --cover: light-dark(#c9dbe6, #2d404b); }
.paper-4 { --cover: light-dark(#e6dcb8, #46402a); }
.paper-5 { --cover: light-dark(#cfdcd8, #2f433f); }

.scope {
  margin-top: 20px;
  font-size: 0.9375rem;
}

.scope dt {
  margin-top: 12px;
  color: var(--ink-soft);
  font-size: 0.8125rem;
}

.scope dd {
  padding-left: 1em;
  text-indent: -1em;
}

.scope dd::before {
  content: "・";
}

form {
  display: flex;
  flex-direction: column;
  gap: 12px;
  margin: 28px 0;
}

button {
  min-height: 48px;
  padding: 8px 16px;
  border: 1px solid var(--line-strong);
  border-radius: 4px;
  background: transparent;
  color: var(--ink);
  font: inherit;
  cursor: pointer;
}

button[value^="undo"] {
  border-color: var(--accent);
  color: var(--accent);
}

.ask button:first-child {
  border-color: var(--accent);
  background: var(--accent);
  color: var(--on-accent);
}

button:hover {
  border-color: var(--accent);
}

.undoable,
.help {
  color: var(--ink-soft);
  font-size: 0.8125rem;
}

a {
  color: inherit;
  text-decoration-color: var(--line-strong);
  text-underline-offset: 0.25em;
}

a:hover {
  color: var(--accent);
}

:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 3px;
}

.links {
  display: flex;
  flex-wrap: wrap;
  gap: 0 24px;
  margin: 24px 0 8px;
  padding-top: 8px;
  border-top: 1px solid var(--line);
  list-style: none;
  font-size: 0.875rem;
}

.links a {
  display: inline-flex;
  align-items: center;
  min-height: 44px;
}
`;
