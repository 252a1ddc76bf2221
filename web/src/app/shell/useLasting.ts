import { useEffect, useRef, useState } from 'react';

/** A value once it has changed and stayed so for a while; null as long as it is the first one. */
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
