import { distance } from '../core/distance';
import { t } from '../core/i18n';
import type { Edge, PlacedCategory } from '../core/place';
import { day } from '../core/time';
import type { Danger, StopMessage } from '../core/types';
import { Chip } from './Buttons';
import { Icon } from './Icon';
import './place.css';

const DANGERS: readonly Danger[] = ['NONE', 'POSSIBLE', 'IMMEDIATE'];

interface DangerProps {
  value: Danger | null;
  onChange: (danger: Danger | null) => void;
  /** Names the group, when the question stands outside. */
  labelledBy?: string;
}

/** Whether somebody is in danger; the same answer again takes it back. */
export function DangerChips({ value, onChange, labelledBy }: DangerProps) {
  return (
    <div class="danger" role="group" {...(labelledBy ? { 'aria-labelledby': labelledBy } : {})}>
      {DANGERS.map((danger) => (
        <Chip
          key={danger}
          pressed={danger === value}
          onClick={() => onChange(danger === value ? null : danger)}
        >
          {t(`place.danger.${danger}`)}
        </Chip>
      ))}
    </div>
  );
}

/** What is announced at a place, until when, and whether reports are taken meanwhile. */
export function StopNotes({ placed, atDesk }: { placed: PlacedCategory; atDesk?: boolean }) {
  if (!placed.offered)
    return (
      <p class="stop" role="status">
        <Icon name="block" size={18} />
        <span>
          {t(atDesk ? 'place.notOffered.desk' : 'place.notOffered', { category: placed.category.name })}
        </span>
      </p>
    );
  return (
    <>
      {placed.messages.map((message) => (
        <p key={message.text} class="stop" role="status">
          <Icon name={message.refuses ? 'block' : 'info'} size={18} />
          <span>
            {message.text} <b>{untilWords(message, atDesk ?? false)}</b>
          </span>
        </p>
      ))}
    </>
  );
}

export function untilWords({ until, refuses }: StopMessage, atDesk = false): string {
  const key = !refuses ? 'place.stop.until' : atDesk ? 'place.stop.desk' : 'place.stop.refused';
  return dayWords(key, until);
}

/** What to do instead, while reports are refused. */
export function insteadWords({ until }: StopMessage): string {
  return dayWords('place.stop.do', until);
}

/** Short months end in a point of their own. */
function dayWords(key: string, until: string): string {
  return t(key, { day: day(until) }).replace('..', '.');
}

/** Which sectors meet here, and how near. */
export function edgeWords({ sectors, usual, metres }: Edge): string {
  const other = sectors.length === 2 ? sectors[1] : undefined;
  return other
    ? t('place.edge', { distance: distance(metres), usual: usual.name, other: other.name })
    : t('place.edge.several');
}

export interface EdgeProps {
  edge: Edge;
  /** Null goes back to the lookup's own. */
  onChoose: (code: string | null) => void;
}

/** For whoever decides: the sectors side by side. */
export function EdgePick({ edge, onChoose }: EdgeProps) {
  const { sectors, usual, chosen } = edge;
  return (
    <div class="edge">
      <p>{edgeWords(edge)}</p>
      <div class="edge__pick" role="group" aria-label={t('place.edge.pick')}>
        {sectors.map(({ code, name }) => (
          <Chip
            key={code}
            pressed={code === chosen.code}
            onClick={() => onChoose(code === usual.code ? null : code)}
          >
            {code === usual.code ? t('place.edge.usual', { sector: name }) : name}
          </Chip>
        ))}
      </div>
    </div>
  );
}
