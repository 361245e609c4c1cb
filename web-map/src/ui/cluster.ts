/** How many of a cluster's requests are in each drawn shape, darkest first. */
export interface ClusterCounts {
  received: number;
  assigned: number;
  progress: number;
  done: number;
  forwarded: number;
}
const PARTS = ['received', 'assigned', 'progress', 'done', 'forwarded'] as const;
const RADIUS = 21;
const LENGTH = 2 * Math.PI * RADIUS;
const GAP = 1.6;

export const noCounts = (): ClusterCounts => ({
  received: 0,
  assigned: 0,
  progress: 0,
  done: 0,
  forwarded: 0,
});

export function clusterTotal(counts: ClusterCounts): number {
  return PARTS.reduce((sum, part) => sum + counts[part], 0);
}

/** Bigger crowds are drawn a little bigger. */
export function clusterSize(total: number): number {
  if (total > 60) return 62;
  return total > 20 ? 54 : 46;
}

/** The donut as an SVG text: parts by state, the count inside, a notch when something is late. */
export function clusterSvg(counts: ClusterCounts, late: number): string {
  const total = clusterTotal(counts);
  const size = clusterSize(total);
  let at = 0;
  const parts = PARTS.filter((part) => counts[part] > 0).map((part) => {
    const length = (counts[part] / total) * LENGTH;
    const dashes = `${Math.max(0.5, length - GAP).toFixed(1)} ${LENGTH.toFixed(1)}`;
    const offset = (-at - GAP / 2).toFixed(1);
    at += length;
    return `<circle class="cluster__part cluster__part--${part}" cx="28" cy="28" r="${RADIUS}" stroke-dasharray="${dashes}" stroke-dashoffset="${offset}" transform="rotate(-90 28 28)"/>`;
  });
  const notch = late > 0 ? '<path class="cluster__notch" d="M28 15 20.5 1.5h15z"/>' : '';
  return (
    `<svg class="cluster" width="${size}" height="${size}" viewBox="0 0 56 56" aria-hidden="true">` +
    `<circle class="cluster__case" cx="28" cy="28" r="26.5"/>${parts.join('')}<text x="28" y="33.5">${total}</text>${notch}</svg>`
  );
}
