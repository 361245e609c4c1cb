import { present, tellTime } from '../core/clock';
import { t } from '../core/i18n';
import { dayAndClock } from '../core/time';
import type { Jurisdiction } from '../core/types';
import { catchUp } from './clock';

const ASKED_EVERY_MS = 5_000;

/** Where time is simulated, says so on top of the page and goes by it. */
export function followTime(ask: () => Promise<Jurisdiction>, place: Jurisdiction): void {
  tellTime(place.simulatedTime);
  catchUp();
  if (!place.simulatedTime || document.querySelector('.simulated-time')) return;
  const banner = document.createElement('p');
  banner.className = 'simulated-time';
  document.body.append(banner);
  const draw = (): void => {
    banner.textContent = t('time.simulated', { at: dayAndClock(new Date(present()).toISOString()) });
  };
  draw();
  setInterval(() => {
    void ask().then(({ simulatedTime }) => {
      tellTime(simulatedTime);
      catchUp();
      draw();
    }, draw);
  }, ASKED_EVERY_MS);
}
