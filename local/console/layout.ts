import { Html, html } from './html.ts';

const sections = [
  ['/', 'Overview'],
  ['/executions', 'Executions'],
  ['/alarms', 'Alarms'],
  ['/mails', 'Mails'],
  ['/errors', 'Errors'],
  ['/faults', 'Faults'],
] as const;

const style = new Html(`
:root { color-scheme: light dark;
  --ground: light-dark(#fbfaf7, #191a1c); --card: light-dark(#fff, #222427); --ink: light-dark(#22211f, #e9e6e0);
  --faint: light-dark(#66625b, #a8a49c); --line: light-dark(#dedad2, #3a3c40); --link: light-dark(#1f5d8c, #8cc4ee);
  --good: light-dark(#1d6b3a, #7fd69d); --bad: light-dark(#a3231b, #ff9d93); --busy: light-dark(#7a5600, #f0c766); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.55 system-ui, "Noto Sans CJK JP", sans-serif; }
header, main { max-width: 72rem; margin: 0 auto; padding: 0 1.25rem; }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 2rem; padding-top: 1rem; padding-bottom: .75rem; }
header p { margin: 0; font-weight: 650; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; padding: 0; list-style: none; }
nav a { text-decoration: none; padding: .25rem 0; border-bottom: 2px solid transparent; }
nav a[aria-current] { color: var(--ink); border-color: currentColor; }
a { color: var(--link); } :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
h1 { font-size: 1.5rem; margin: .75rem 0 1rem; } h2 { font-size: 1.1rem; margin: 0 0 .5rem; }
section { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: 1rem 1.25rem; margin: 0 0 1.25rem; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; } th { text-align: left; font-weight: 600; color: var(--faint); font-size: .85rem; }
th, td { padding: .35rem 1rem .35rem 0; border-top: 1px solid var(--line); vertical-align: top; } thead th { border-top: 0; }
code, pre, .number { font-family: ui-monospace, monospace; font-size: .88rem; } .number { white-space: nowrap; font-variant-numeric: tabular-nums; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; } .faint, dt { color: var(--faint); } dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.25rem; margin: 0; }
dd { margin: 0; overflow-wrap: anywhere; } .good { color: var(--good); } .bad { color: var(--bad); } .busy { color: var(--busy); }
iframe { width: 100%; height: 28rem; resize: vertical; border: 1px solid var(--line); border-radius: .4rem; background: #fff; }
details summary { cursor: pointer; color: var(--link); } form { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; margin: .5rem 0; }
label { display: grid; gap: .15rem; font-size: .85rem; color: var(--faint); } select, input, button { font: inherit; padding: .3rem .5rem; max-width: 22rem; }
`);

/** A whole page. `path` is that of its section. */
export function layout(path: string, title: string, content: Html): string {
  const links = sections.map(
    ([to, name]) =>
      html`<li><a href="${to}"${to === path ? new Html(' aria-current="page"') : ''}>${name}</a></li>`,
  );
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title} · local console</title><style>${style}</style></head>
<body><header><p>Local console</p><nav aria-label="Sections"><ul>${links}</ul></nav></header>
<main><h1>${title}</h1>${content}</main></body></html>`.text;
}

/** A table with a caption for screen readers; shows `empty` if there are no rows. */
export function table(headings: string[], rows: Html[], empty: string): Html {
  if (rows.length === 0) return html`<p class="faint">${empty}</p>`;
  const heads = headings.map((heading) => html`<th scope="col">${heading}</th>`);
  return html`<table><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table>`;
}

/** A moment in the local time and format of this machine. */
export function moment(at: Date | string | undefined): Html {
  if (at === undefined) return html`–`;
  const date = new Date(at);
  const text = date.toLocaleString('sv-SE');
  return html`<time class="number" datetime="${date.toISOString()}">${text}</time>`;
}
