import type { ReactNode } from 'react';

/** Says that a list is empty and what would fill it. */
export function Empty(props: { title: string; note: string; children?: ReactNode }) {
  return (
    <div className="message">
      <h2>{props.title}</h2>
      <p>{props.note}</p>
      {props.children}
    </div>
  );
}
