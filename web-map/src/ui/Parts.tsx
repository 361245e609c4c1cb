import type { ComponentChildren } from 'preact';
import type { PhotoRef, RingTime, State } from '../core/types';
import { dueWord, urgency } from '../core/time';
import { t } from '../core/i18n';
import { Icon, Logo } from './Icon';
import type { IconName } from './icons';
import { shapeOf } from './ring';

/** The state in words, with its shape. */
export function StateDot({ state }: { state: State }) {
  return <span class={`state-dot state-dot--${shapeOf(state)}`}>{t(`state.${state}`)}</span>;
}

/** The due time in words, beside a ring: "48 min", "+ 8 h", "Réglé". */
export function DueBadge({
  ring,
  now,
  children,
}: {
  ring: RingTime;
  now: number;
  children?: ComponentChildren;
}) {
  return <span class={`due due--${urgency(ring)}`}>{children ?? dueWord(ring, now)}</span>;
}

/** The name of the service beside its logo, and the jurisdiction it serves. */
export function Brand({ place }: { place?: string }) {
  return (
    <span class="brand">
      <Logo />
      <span class="brand__name">Vigie</span>
      {place && (
        <>
          {' '}
          <small>{place}</small>
        </>
      )}
    </span>
  );
}

/** Says that there is nothing, and what can be done about it. */
export function EmptyState({
  icon,
  title,
  children,
}: {
  icon?: IconName;
  title: string;
  children?: ComponentChildren;
}) {
  return (
    <div class="empty">
      {icon && <Icon name={icon} size={32} />}
      <b>{title}</b>
      {children}
    </div>
  );
}

/** A grey stand-in of the size of what is being loaded. */
export function Skeleton({ width = '100%', height = '1em' }: { width?: string; height?: string }) {
  return <span class="skeleton" aria-hidden="true" style={{ inlineSize: width, blockSize: height }} />;
}

export interface TimelineStep {
  key: string;
  title: string;
  text?: string;
  time: string;
  /** ISO instant behind the words. */
  at?: string;
  phase: 'past' | 'now' | 'next';
}

/** What has happened, what happens now, and what comes next. */
export function Timeline({ steps }: { steps: readonly TimelineStep[] }) {
  return (
    <ol class="timeline">
      {steps.map((step) => (
        <li
          key={step.key}
          class={`timeline__step timeline__step--${step.phase}`}
          {...(step.phase === 'now' ? { 'aria-current': 'step' as const } : {})}
        >
          <span class="timeline__dot">{step.phase === 'past' && <Icon name="check" size={14} />}</span>
          <div>
            <b>{step.title}</b>
            {step.text && <p>{step.text}</p>}
          </div>
          <time {...(step.at ? { dateTime: step.at } : {})}>{step.time}</time>
        </li>
      ))}
    </ol>
  );
}

interface PhotoTileProps {
  photo: PhotoRef;
  alt: string;
  caption?: string;
  /** The thumbnail is enough for anything narrower than 320 px. */
  full?: boolean;
}

export function PhotoTile({ photo, alt, caption, full }: PhotoTileProps) {
  return (
    <figure class="photo-tile">
      <img
        src={full ? photo.url : photo.thumbnailUrl}
        width={photo.width}
        height={photo.height}
        alt={alt}
        loading="lazy"
        decoding="async"
      />
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  );
}
