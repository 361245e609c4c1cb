const LATEST_MS = 300;

/** Does something once the page has nothing better to do; answers with what calls it off. */
export function whenIdle(work: () => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(work, LATEST_MS / 10);
    return () => clearTimeout(timer);
  }
  const asked = window.requestIdleCallback(work, { timeout: LATEST_MS });
  return () => window.cancelIdleCallback(asked);
}
