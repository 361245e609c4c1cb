import { signal } from '@preact/signals';
import { Problem } from '../../core/problem';

/** Whether the server was reached last time; a phone with bars but no way through counts as offline. */
export const online = signal(navigator.onLine);

window.addEventListener('offline', () => (online.value = false));
window.addEventListener('online', () => (online.value = true));

/** Passes a call's outcome on and learns from it. */
export async function watched<T>(call: Promise<T>): Promise<T> {
  try {
    const value = await call;
    online.value = true;
    return value;
  } catch (error) {
    if (error instanceof Problem) online.value = error.status !== 0;
    throw error;
  }
}
