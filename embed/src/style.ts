/** Everything is inherited from the page; custom properties name what a shop may set. */
const CSS = `
:host { display: inline-block; }
:host([hidden]) { display: none; }
.line { display: block; }
.volume { margin-inline-end: 0.75em; }
.status { color: var(--shinkan-muted, inherit); font-variant-numeric: tabular-nums; }
.line[data-state="just-sold"] .status { color: var(--shinkan-accent, inherit); font-weight: 700; }
.between { color: var(--shinkan-muted, inherit); white-space: pre; }
a {
  display: inline-block;
  padding-block: var(--shinkan-link-padding, 0.25em);
  color: var(--shinkan-accent, inherit);
  text-decoration: underline;
  text-underline-offset: 0.2em;
}
a:focus-visible { outline: 2px solid; outline-offset: 2px; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print { a { text-decoration: none; } }
`;

let sheet: CSSStyleSheet | undefined;

/**
 * One style sheet for all elements; constructed, so that the page's style-src need not allow it.
 */
export function styleSheet(): CSSStyleSheet {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS);
  }
  return sheet;
}
