import './cover.css';

/**
 * A cover for a missing page, named after a binding fault: 落丁, leaves are missing; 乱丁, leaves are
 * out of order.
 */
export function BlankCover({ fault }: { fault: '落丁' | '乱丁' }) {
  return (
    <div className="cover cover--type cover--blank" data-size="large" lang="ja" aria-hidden="true">
      <span className="cover__title">{fault}</span>
    </div>
  );
}
