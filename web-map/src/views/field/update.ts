import { signal } from '@preact/signals';

/** Set when a newer version of the page waits; calling it reloads into that version. */
export const newVersion = signal<(() => void) | null>(null);

/** Keeps the page, its last tiles and photos openable without network. Never reloads by itself. */
export function startWorker(base: string): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  void register(base).catch(() => undefined);
}

async function register(base: string): Promise<void> {
  const registration = await navigator.serviceWorker.register('/field-worker.js', { scope: `${base}/field` });
  const offer = (worker: ServiceWorker | null): void => {
    // without a controller this is the first visit: nothing is replaced
    if (worker && navigator.serviceWorker.controller) newVersion.value = () => replaceBy(worker);
  };
  offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed') offer(worker);
    });
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => undefined);
  });
}

function replaceBy(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  worker.postMessage('take-over');
}
