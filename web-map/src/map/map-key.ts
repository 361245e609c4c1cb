import { onDemand } from '../ui/on-demand';

/** The legend, with the styles that only it shows: loaded when somebody opens it. */
export const MapKey = onDemand(() => import('./MapKey').then((code) => code.MapKey));
