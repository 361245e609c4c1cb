import { signal } from '@preact/signals';
import { metresBetween } from '../../core/distance';
import type { FieldApi } from '../../core/staff-api';
import type { Point } from '../../core/types';

export interface Fix {
  position: Point;
  accuracyMetres: number;
  headingDegrees?: number;
}
const SHARE_EVERY_MS = 30_000;
/** Below this the list is not sorted again: rows must not jump while someone reads them. */
const WORTH_SORTING_METRES = 40;
const SHARING = 'vigie.field.sharing';

/** Where the phone is. Asked for only when the reader wants it; shared only while a switch says so. */
export class Whereabouts {
  readonly fix = signal<Fix | null>(null);
  /** A position that moves in steps, for sorting. */
  readonly steady = signal<Point | null>(null);
  readonly denied = signal(false);
  readonly asking = signal(false);
  readonly sharing = signal(false);
  private watch: number | undefined;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly api: FieldApi) {}

  /** Starts by itself only where permission was given before. */
  async start(): Promise<void> {
    try {
      const permission = await navigator.permissions.query({ name: 'geolocation' });
      this.denied.value = permission.state === 'denied';
      if (permission.state === 'granted') this.ask();
    } catch {
      // a browser that cannot say is asked when the reader wants it
    }
    if (sessionStorage.getItem(SHARING) === 'on') this.share(true);
  }

  ask(): void {
    if (this.watch !== undefined || !('geolocation' in navigator)) return;
    this.asking.value = true;
    this.watch = navigator.geolocation.watchPosition(
      (found) => this.found(found.coords),
      (error) => this.failed(error),
      { enableHighAccuracy: true, maximumAge: 10_000, timeout: 30_000 },
    );
  }

  share(on: boolean): void {
    this.sharing.value = on;
    sessionStorage.setItem(SHARING, on ? 'on' : 'off');
    clearInterval(this.timer);
    if (!on) return;
    this.ask();
    this.tell();
    this.timer = setInterval(() => this.tell(), SHARE_EVERY_MS);
  }

  private found({ longitude, latitude, accuracy, heading }: GeolocationCoordinates): void {
    this.asking.value = false;
    this.denied.value = false;
    const first = this.fix.value === null;
    const position: Point = { type: 'Point', coordinates: [longitude, latitude] };
    const turned = heading === null || Number.isNaN(heading) ? {} : { headingDegrees: Math.round(heading) };
    this.fix.value = { position, accuracyMetres: accuracy, ...turned };
    const { value: steady } = this.steady;
    if (!steady || metresBetween(steady, position) > WORTH_SORTING_METRES) this.steady.value = position;
    if (first) this.tell();
  }

  private failed(error: GeolocationPositionError): void {
    this.asking.value = false;
    if (error.code !== error.PERMISSION_DENIED) return;
    this.denied.value = true;
    if (this.watch !== undefined) navigator.geolocation.clearWatch(this.watch);
    this.watch = undefined;
    this.share(false);
  }

  /** In the foreground only; a position that did not get through is not worth keeping. */
  private tell(): void {
    const fix = this.fix.value;
    if (!this.sharing.value || !fix || document.visibilityState !== 'visible') return;
    this.api.sendPosition(fix.position, fix.headingDegrees).catch(() => undefined);
  }
}
