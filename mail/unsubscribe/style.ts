/** Where the page finds its style sheet; the site's policy allows no style inside of a page. */
export const STYLE_PATH = '/mail/style.css';

// The colours are those of the web app (web/src/styles/tokens.css), so that one shop is seen.
export const STYLE = `:root {
  color-scheme: light dark;
  --paper: light-dark(#fbf9f4, #191714);
  --ink: light-dark(#211d18, #ece6da);
  --ink-soft: light-dark(#5d564c, #b3aa9b);
  --line: light-dark(#ddd6c9, #3a352d);
  --accent: light-dark(#a02c20, #f0907f);
  --on-accent: light-dark(#fffdf9, #2a100b);
}

body {
  margin: 0;
  padding: 48px 20px;
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.7 "Hiragino Sans", "Yu Gothic UI", "Noto Sans CJK JP", system-ui, sans-serif;
  word-break: auto-phrase;
  overflow-wrap: anywhere;
}

main {
  max-width: 34rem;
  margin: 0 auto;
}

h1 {
  margin: 0 0 24px;
  font: 600 1.5rem/1.4 "Hiragino Mincho ProN", "Yu Mincho", "Noto Serif CJK JP", serif;
  font-feature-settings: "palt";
}

p {
  margin: 0 0 8px;
}

.shop {
  margin-bottom: 32px;
  padding-bottom: 8px;
  border-bottom: 1px solid var(--line);
  color: var(--ink-soft);
}

form {
  display: flex;
  flex-direction: column;
  gap: 12px;
  margin: 32px 0;
}

button {
  min-height: 48px;
  padding: 8px 16px;
  border: 1px solid var(--accent);
  border-radius: 4px;
  background: transparent;
  color: var(--accent);
  font: inherit;
  cursor: pointer;
}

.ask button:first-child {
  background: var(--accent);
  color: var(--on-accent);
}

a,
button {
  outline-offset: 3px;
}

a {
  color: var(--accent);
}

.aside {
  color: var(--ink-soft);
  font-size: 0.875rem;
}

form + .aside {
  padding-top: 16px;
  border-top: 1px solid var(--line);
}
`;
