type Theme = 'auto' | 'light' | 'dark';

const KEY = 'uplift-theme';

/** The theme that this browser asked for last. */
export function theme(): Theme {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'auto';
}

/** Shows a theme, and remembers it on this browser. */
export function show(wanted: Theme): void {
  if (wanted === 'auto') {
    localStorage.removeItem(KEY);
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem(KEY, wanted);
    document.documentElement.dataset.theme = wanted;
  }
}
