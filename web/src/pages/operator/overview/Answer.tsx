import { type ReactNode, useId } from 'react';

/** One of the four questions and its answer. */
export function Answer({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="answer" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
