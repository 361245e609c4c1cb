/** Layers of other map services, loaded where a town has some. */
export { addOverlayMessages } from '../../messages/overlays';
export { OverlayBook } from './overlay-book';
export { keepChoice } from './overlay-choice';
export { OverlaySwitches } from './OverlaySwitches';
export { OverlayAnswers } from './OverlayAnswers';
