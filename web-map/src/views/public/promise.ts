import { t } from '../../core/i18n';
import {
  before,
  day,
  promiseLength,
  shortSpan,
  span,
  unitWord,
  urgency,
  type Urgency,
} from '../../core/time';
import type { CommitmentKind, RequestDetail, Step, Commitment } from '../../core/types';
import type { TimelineStep } from '../../ui/Parts';
import { dayAndClock } from '../../core/time';

export interface PromiseWords {
  level: Urgency;
  /** Number and unit inside the big ring. */
  value: string;
  unit: string;
  title: string;
  /** The service and what it has committed to. */
  detail: string;
}

/** What is promised next, as a headline: "Réponse promise avant le 30 nov." */
export function promiseWords(request: RequestDetail, now: number): PromiseWords {
  const { ring } = request;
  const level = urgency(ring);
  const detail = serviceWords(request);
  if (level === 'done' || ring.dueAt === undefined) {
    const at = request.resolvedAt ?? request.changedAt;
    const title =
      request.state === 'RESOLVED' || request.state === 'CLOSED'
        ? 'promise.done'
        : `promise.${request.state}`;
    return { level: 'done', value: '', unit: '', title: t(title, { day: day(at, now) }), detail };
  }
  const left = Date.parse(ring.dueAt) - (ring.pausedAt === undefined ? now : Date.parse(ring.pausedAt));
  const { value, unit } = span(left);
  const kind = ring.commitment ?? 'REPLY';
  const words = {
    level,
    value: `${level === 'late' ? '+' : ''}${value}`,
    unit: unitWord({ value, unit }),
    detail,
  };
  if (ring.pausedAt !== undefined) return { ...words, title: t('promise.paused') };
  return level === 'late'
    ? { ...words, title: t(`promise.late.${kind}`, { span: shortSpan(left) }) }
    : { ...words, title: t(`promise.open.${kind}`, { before: before(ring.dueAt, now) }) };
}

/** "Voirie municipale, engagement de 10 jours". */
function serviceWords({ ring, service, promises }: RequestDetail): string {
  const next = promises.find(({ commitment }) => commitment === ring.commitment);
  if (next?.amount === undefined || next.unit === undefined) return service ?? '';
  const length = promiseLength({ amount: next.amount, unit: next.unit });
  return service ? t('promise.by', { service, length }) : t('promise.length', { length });
}

const WORKING = ['EN_ROUTE', 'ON_SITE', 'STARTED'];
const ORDER: readonly CommitmentKind[] = ['ACKNOWLEDGE', 'ON_SITE', 'RESOLVE', 'REPLY'];

/** What has happened, what is happening, and what was promised next. */
export function timelineOf(request: RequestDetail, now: number): TimelineStep[] {
  const past = request.steps.map((step, index) => toStep(step, index, now));
  const last = request.steps.at(-1);
  const working =
    request.state === 'IN_PROGRESS' && last && (WORKING.includes(last.entry) || last.state === 'IN_PROGRESS');
  const lastShown = past.at(-1);
  if (working && lastShown) lastShown.phase = 'now';
  return [...past, ...openPromises(request).map((promise) => toNext(promise, now))];
}

function toStep(step: Step, index: number, now: number): TimelineStep {
  const { title, text } = stepWords(step);
  return {
    key: `${index} ${step.at}`,
    title,
    ...(text ? { text } : {}),
    time: dayAndClock(step.at, now),
    at: step.at,
    phase: 'past',
  };
}

function stepWords({ entry, state, text }: Step): { title: string; text: string } {
  const key = `entry.${entry}`;
  const known = t(key);
  const title = known !== key ? known : state ? t(`state.${state}`) : text;
  return { title, text: text === title ? '' : text };
}

/** The next one and the reply: not every clock of the desk. */
function openPromises({ promises, ring, state }: RequestDetail): Commitment[] {
  if (state === 'CLOSED' || state === 'REJECTED' || state === 'DUPLICATE') return [];
  const open = promises.filter(({ metAt }) => metAt === undefined);
  return ORDER.flatMap((kind) => open.filter(({ commitment }) => commitment === kind)).filter(
    ({ commitment }) => commitment === ring.commitment || commitment === 'REPLY',
  );
}

function toNext({ commitment, dueAt, pausedAt }: Commitment, now: number): TimelineStep {
  const late = Date.parse(dueAt) < now;
  const time = late ? t('next.wasDue', { day: day(dueAt, now) }) : before(dueAt, now);
  return {
    key: `next ${commitment}`,
    title: t(`next.${commitment}`),
    time: pausedAt === undefined ? time : t('time.paused'),
    at: dueAt,
    phase: 'next',
  };
}
