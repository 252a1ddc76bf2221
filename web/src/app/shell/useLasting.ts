import { useEffect, useRef, useState } from 'react';

/**
 * Returns a value once it has changed and then stayed the same for the given time; null while it is
 * still the first one.
 */
export function useLasting<T>(value: T, milliseconds: number): T | null {
  const [lasting, setLasting] = useState<T | null>(null);
  const said = useRef(value);
  useEffect(() => {
    if (value === said.current) return;
    const timer = setTimeout(() => {
      said.current = value;
      setLasting(value);
    }, milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return lasting;
}
