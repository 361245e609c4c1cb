import { signal } from '@preact/signals';
import type { Bounds, Point } from '../core/types';

/** New requests that nobody at this map has seen, because it shows other ground. */
export class Elsewhere {
  readonly unseen = signal<ReadonlyMap<string, Point>>(new Map());

  /** @param isInView whether a place lies in view and under no panel */
  constructor(private readonly isInView: (position: Point) => boolean) {}

  add(id: string, position: Point): void {
    if (!this.isInView(position)) this.unseen.value = new Map(this.unseen.value).set(id, position);
  }

  /** It is no longer new, or no longer there. */
  drop(id: string): void {
    if (!this.unseen.value.has(id)) return;
    const left = new Map(this.unseen.value);
    left.delete(id);
    this.unseen.value = left;
  }

  /** The view has changed: what it shows now is seen. */
  look(): void {
    const left = [...this.unseen.value].filter(([, position]) => !this.isInView(position));
    if (left.length < this.unseen.value.size) this.unseen.value = new Map(left);
  }

  clear(): void {
    if (this.unseen.value.size > 0) this.unseen.value = new Map();
  }

  /** The box around all of them. */
  bounds(): Bounds {
    const places = [...this.unseen.value.values()].map(({ coordinates }) => coordinates);
    const [lons, lats] = [places.map(([lon]) => lon), places.map(([, lat]) => lat)];
    return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
  }
}
