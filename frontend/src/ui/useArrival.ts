import { type RefObject, useEffect, useRef } from 'react';

/** Takes the focus, and with it the view, when something appears that should not be overlooked. */
export function useArrival<E extends HTMLElement>(cause: unknown): RefObject<E | null> {
  const place = useRef<E>(null);
  useEffect(() => {
    if (cause) {
      place.current?.focus();
    }
  }, [cause]);
  return place;
}
