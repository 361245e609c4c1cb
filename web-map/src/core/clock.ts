/** A city that does not exist may live in a time of its own. */
export interface SimulatedTime {
  /** What its clock showed when it was asked. */
  now: string;
  /** Seconds that pass there in one of ours. */
  speed: number;
}

let told: { wall: number; shown: number; speed: number } | null = null;

export function tellTime(time: SimulatedTime | undefined, wall = Date.now()): void {
  told = time ? { wall, shown: Date.parse(time.now), speed: time.speed } : null;
}

/** What time it is where the city is: the wall's, unless the service has told another. */
export function present(): number {
  return told ? told.shown + (Date.now() - told.wall) * told.speed : Date.now();
}
