import type { ReactNode } from 'react';

/** A table that scrolls within itself if it is wider than the page, by touch and by keyboard. */
export function ScrollTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
    <section className="scroll-table" aria-label={label} tabIndex={0}>
      <table>
        <caption className="unseen">{label}</caption>
        {children}
      </table>
    </section>
  );
}
