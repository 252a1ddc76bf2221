/** A reader's position on a page. */
export interface Place {
  /** The scroll position in pixels. */
  top: number;
  /** The first visible element with a `data-place` attribute, by its value. */
  id?: string;
  /** The distance of that element's top from the top of the window. */
  offset?: number;
}

/** Heights of the window to look at, in order: a heading may cover the first. */
const PROBES = [0.1, 0.3, 0.5, 0.7, 0.9];

/** Returns the current place as a string for storage. */
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

/** Parses a stored place; returns the top of the page if there is none. */
export function readPlace(kept: string | null): Place {
  try {
    const { top, id, offset } = JSON.parse(kept ?? '{}');
    return { top: Number(top) || 0, ...(id && { id: String(id), offset: Number(offset) || 0 }) };
  } catch {
    return { top: 0 };
  }
}

/**
 * Scrolls to the place as far as the page's current height allows. Returns whether it was reached.
 */
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
