import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Goes to what the address names on the page, once it is there. */
export function useHashArrival(there: boolean): void {
  const hash = useLocation({ select: (location) => location.hash });
  useEffect(() => {
    if (there && hash) {
      document.getElementById(hash)?.focus();
    }
  }, [there, hash]);
}
