import { effect } from '@preact/signals';
import { RadiusCircle, type MapPort } from '../../../map';
import type { Desk } from '../desk';
import { METRES_AROUND, type Here } from './here';

/** A click on the ground asks about it, unless a place is being chosen; a circle shows how far is looked. */
export function drawHere(desk: Desk, here: Here, port: MapPort): () => void {
  const circle = new RadiusCircle();
  const remove = port.addLayer(circle);
  const unclick = port.on('click', ({ position }) => {
    if (!choosing(desk)) void here.show(position);
  });
  const stopCircle = effect(() => circle.set(here.position.value, METRES_AROUND));
  // what is chosen now matters more than what was asked about
  const stopAsking = effect(() => {
    if (choosing(desk)) here.close();
  });
  return () => {
    stopCircle();
    stopAsking();
    unclick();
    remove();
    here.close();
  };
}

const choosing = (desk: Desk): boolean => desk.call.isOpen.value || desk.moving.value !== null;
