import { type RefObject, useEffect, useState } from 'react';

/** Whether something is wider than its place, so that it has to be scrolled sideways. */
export function useScrolls(frame: RefObject<HTMLElement | null>): boolean {
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const place = frame.current;
    if (!place || typeof ResizeObserver === 'undefined') {
      return;
    }
    const observer = new ResizeObserver(() => setScrolls(place.scrollWidth > place.clientWidth));
    for (const element of [place, ...place.children]) {
      observer.observe(element);
    }
    return () => observer.disconnect();
  }, [frame]);
  return scrolls;
}
