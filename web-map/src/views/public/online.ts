import { signal } from '@preact/signals';

/** Whether the device has a network at all; what the service answers is told where it is asked. */
export const online = signal(navigator.onLine);

window.addEventListener('offline', () => (online.value = false));
window.addEventListener('online', () => (online.value = true));
