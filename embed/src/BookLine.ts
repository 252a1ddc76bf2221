import type { Line } from './describeBook.ts';

/** One line of an element; updated in place, so that a focused link keeps the focus. */
export class BookLine {
  readonly element = part('span', 'line');
  readonly link = part('a', 'link');
  private readonly volume = part('span', 'volume');
  private readonly status = part('span', 'status');
  private readonly between = part('span', 'between');

  constructor() {
    this.between.setAttribute('aria-hidden', 'true');
    this.element.append(this.volume, this.status, this.between, this.link);
  }

  show(line: Line, more: { volume: string; between: string; label: string }): void {
    this.element.dataset.state = line.state;
    this.volume.textContent = more.volume;
    this.volume.hidden = more.volume === '';
    this.status.textContent = line.status;
    this.between.textContent = more.between;
    this.link.textContent = line.action;
    this.link.href = line.href;
    this.link.setAttribute('aria-label', more.label);
  }
}

/** Creates an element that the page can style as `::part(name)`. */
export function part<K extends 'a' | 'span'>(tag: K, name: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = name;
  made.setAttribute('part', name);
  return made;
}
