import { signal } from '@preact/signals';
import { present } from '../core/clock';

/** The time that words and rings are drawn for; moves once a minute, never per frame. */
export const now = signal(present());

export function catchUp(): void {
  now.value = present();
}

export function startClock(): () => void {
  const timer = setInterval(catchUp, 60_000);
  // timers sleep with the page: catch up as soon as it is looked at again
  document.addEventListener('visibilitychange', catchUp);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', catchUp);
  };
}
