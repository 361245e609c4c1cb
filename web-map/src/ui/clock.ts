import { signal } from '@preact/signals';

/** The time that words and rings are drawn for; moves once a minute, never per frame. */
export const now = signal(Date.now());

export function startClock(): () => void {
  const tick = (): void => {
    now.value = Date.now();
  };
  const timer = setInterval(tick, 60_000);
  // timers sleep with the page: catch up as soon as it is looked at again
  document.addEventListener('visibilitychange', tick);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', tick);
  };
}
