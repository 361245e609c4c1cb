import { ringMarkup, type RingSpec } from './ring';
import { arcDashes } from './ring';
import type { Urgency } from '../core/time';

/** The time ring: 34 px in dense rows, 42 on the map, 52 in the field. */
export function Ring({ spec, size = 42, label }: { spec: RingSpec; size?: number; label?: string }) {
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img' as const, 'aria-label': label };
  return (
    <svg
      class="ring"
      width={size}
      height={size}
      viewBox="0 0 48 48"
      {...named}
      dangerouslySetInnerHTML={{ __html: ringMarkup(spec) }}
    />
  );
}

interface BigRingProps {
  /** Share of the promised time that is left; not read when late or done. */
  left: number;
  level: Urgency;
  size?: number;
  /** Number and unit inside; a done ring without text shows a check. */
  text?: string;
  unit?: string;
  width?: number;
}

/** Only the clock: a big ring with the time left inside. */
export function BigRing({ left, level, size = 132, text, unit, width = 6 }: BigRingProps) {
  const radius = 50 - width / 2 - 1;
  const length = 2 * Math.PI * radius;
  const share = level === 'late' || level === 'done' ? 1 : left;
  const circle = { cx: 50, cy: 50, r: radius, 'stroke-width': width };
  return (
    <svg class="big-ring" width={size} height={size} viewBox="0 0 100 100" aria-hidden="true">
      <circle class="big-ring__track" {...circle} />
      <circle
        class={`arc arc--${level}`}
        {...circle}
        stroke-dasharray={arcDashes(share, length)}
        transform="rotate(-90 50 50)"
      />
      {level === 'done' && !text && <path class="big-ring__check" d="M33 51l12 12 23-26" />}
      {text && (
        <text x="50" y={unit ? 53 : 60} font-size={unit ? 30 : 28}>
          {text}
        </text>
      )}
      {unit && (
        <text class="big-ring__unit" x="50" y="71" font-size="13">
          {unit}
        </text>
      )}
    </svg>
  );
}
