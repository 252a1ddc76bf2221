/** Where a reader is on a page. */
export interface Place {
  /** How far the page is scrolled. */
  top: number;
  /** The first element in view that says of itself which it is, by `data-place`. */
  id?: string;
  /** How far below the top of the window that element begins. */
  offset?: number;
}

/** Looked for below one another: a heading may lie over the first. */
const PROBES = [0.1, 0.3, 0.5, 0.7, 0.9];

/** The place now, for keeping. */
export function writePlace(): string {
  for (const probe of PROBES) {
    const found = document.elementFromPoint(innerWidth / 2, innerHeight * probe);
    const element = found?.closest<HTMLElement>('[data-place]');
    const id = element?.dataset.place;
    if (element && id) {
      const offset = Math.round(element.getBoundingClientRect().top);
      return JSON.stringify({ top: scrollY, id, offset } satisfies Place);
    }
  }
  return JSON.stringify({ top: scrollY } satisfies Place);
}

/** A place that was kept; the top of the page when there is none. */
export function readPlace(kept: string | null): Place {
  try {
    const { top, id, offset } = JSON.parse(kept ?? '{}');
    return { top: Number(top) || 0, ...(id && { id: String(id), offset: Number(offset) || 0 }) };
  } catch {
    return { top: 0 };
  }
}

/** Goes there as far as the page has got, and says whether it has got that far. */
export function scrollToPlace({ top, id, offset = 0 }: Place): boolean {
  const element = id && document.querySelector(`[data-place="${CSS.escape(id)}"]`);
  if (element) {
    const away = element.getBoundingClientRect().top - offset;
    if (Math.abs(away) >= 1) scrollBy(0, away);
    return true;
  }
  scrollTo(0, top);
  return Math.abs(scrollY - top) < 2;
}
