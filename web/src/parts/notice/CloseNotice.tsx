/** Closes a notice. */
export function CloseNotice({ label, onClose }: { label: string; onClose: () => void }) {
  return (
    <button type="button" className="notice__close" aria-label={label} onClick={onClose}>
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path d="M5 5 15 15M15 5 5 15" stroke="currentColor" strokeWidth="1.5" />
      </svg>
    </button>
  );
}
