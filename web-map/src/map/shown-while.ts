import { effect } from '@preact/signals';
import type { MapLayer, MapPort } from './port';

/** Keeps a layer on the map while it is wanted; the question reads signals. Answers with what ends that. */
export function shownWhile(port: MapPort, layer: MapLayer, shown: () => boolean): () => void {
  let remove: (() => void) | undefined;
  const stop = effect(() => {
    if (shown() && !remove) remove = port.addLayer(layer);
    else if (!shown()) {
      remove?.();
      remove = undefined;
    }
  });
  return () => {
    stop();
    remove?.();
  };
}
