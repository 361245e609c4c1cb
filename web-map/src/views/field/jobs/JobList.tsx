import { distance } from '../../../core/distance';
import { t } from '../../../core/i18n';
import { clock, nearDay } from '../../../core/time';
import { Button } from '../../../ui/Buttons';
import { now } from '../../../ui/clock';
import { Icon } from '../../../ui/Icon';
import { DueBadge, EmptyState, Skeleton } from '../../../ui/Parts';
import { Ring } from '../../../ui/Ring';
import { useField } from '../field';
import { online } from '../network';
import { hashOf } from '../route';
import { SunButton, TopBar } from '../shell/TopBar';
import { dueWords } from '../words';
import { CardActions } from './JobActions';
import { inOrder, type PlacedJob } from './order';

/** My team's jobs, the nearest first. */
export function JobList() {
  const { jobs, where, shift } = useField();
  const account = shift.account.value;
  const placed = inOrder(jobs.open.value, where.steady.value);
  const near = where.steady.value !== null;
  const title = near ? t('field.jobs.near', { n: placed.length }) : t('field.jobs.due', { n: placed.length });
  return (
    <>
      <TopBar title={title} sub={<Teams />}>
        <a
          class="round-btn"
          href={hashOf({ screen: 'me' })}
          aria-label={t('field.me', { name: account?.name ?? '' })}
        >
          <Icon name="user" size={23} />
        </a>
        <SunButton />
      </TopBar>
      <Sharing />
      <div class="scroll">
        <Age />
        <WhyThisOrder />
        <ul class="jobs">
          {placed.map((one, index) => (
            <JobRow key={one.job.id} placed={one} next={index === 0} />
          ))}
        </ul>
        <Nothing count={placed.length} />
        <Ended />
      </div>
    </>
  );
}

function Teams() {
  const teams = useField().shift.account.value?.teams ?? [];
  if (teams.length === 0) return <>{t('field.team.none')}</>;
  return <>{teams.map(({ code, name }) => t('field.team', { code, name })).join(' · ')}</>;
}

/** The switch says what is so, not what it would do. */
function Sharing() {
  const { where } = useField();
  const on = where.sharing.value;
  return (
    <div class="sharing">
      <span id="sharing-words">{on ? t('field.sharing.on') : t('field.sharing.off')}</span>
      <button
        type="button"
        class="switch"
        role="switch"
        aria-checked={on}
        aria-labelledby="sharing-words"
        onClick={() => where.share(!on)}
      />
    </div>
  );
}

/** Without network the list says how old it is. */
function Age() {
  const readAt = useField().jobs.readAt.value;
  if (online.value || readAt === null) return null;
  return (
    <p class="why">{t('field.jobs.since', { when: nearDay(new Date(readAt).toISOString(), now.value) })}</p>
  );
}

function WhyThisOrder() {
  const { where, jobs } = useField();
  if (where.steady.value || jobs.open.value.length < 2) return null;
  if (where.denied.value) return <p class="why">{t('field.order.denied')}</p>;
  return (
    <p class="why">
      {where.asking.value ? t('field.order.asking') : t('field.order.due')}
      {!where.asking.value && (
        <Button icon="locate" onClick={() => where.ask()}>
          {t('field.order.ask')}
        </Button>
      )}
    </p>
  );
}

export function JobRow({ placed: { job, metres }, next }: { placed: PlacedJob; next: boolean }) {
  const { request } = job;
  const spec = { glyph: request.glyph, state: request.state, ring: request.ring };
  return (
    <li class={`job${next ? ' job--next' : ''}`}>
      <Ring spec={spec} size={52} label={`${t(`glyph.${request.glyph}`)}, ${t(`state.${request.state}`)}`} />
      <h2>
        <a class="job__link" href={hashOf({ screen: 'job', jobId: job.id })}>
          <bdi>{request.title}</bdi>
        </a>
      </h2>
      {metres !== undefined && (
        <span class="job__far num">
          {distance(metres)}
          <small>{t('field.distance.crow')}</small>
        </span>
      )}
      <p>
        <bdi>{request.address}</bdi>
      </p>
      <span class="job__due">
        <DueBadge ring={request.ring} now={now.value}>
          {dueWords(request.ring, now.value)}
        </DueBadge>
        {job.step !== 'OFFERED' && <b>{t(`field.step.${job.step}`)}</b>}
      </span>
      {next && <CardActions job={job} />}
    </li>
  );
}

function Nothing({ count }: { count: number }) {
  const { jobs, shift } = useField();
  if (count > 0) return null;
  const trouble = jobs.trouble.value;
  if (trouble && trouble.status !== 0)
    return (
      <EmptyState
        icon="block"
        title={trouble.status === 403 ? t('field.jobs.forbidden') : t('field.trouble')}
      >
        {trouble.detail && <p>{trouble.detail}</p>}
        <Button onClick={() => void shift.refresh()}>{t('field.retry')}</Button>
      </EmptyState>
    );
  if (jobs.readAt.value === null && !trouble) return <Loading />;
  if (jobs.readAt.value === null) return <EmptyState icon="offline" title={t('field.jobs.never')} />;
  return (
    <EmptyState icon="check" title={t('field.jobs.none')}>
      <p>{t('field.jobs.noneHint', { clock: clock(jobs.readAt.value) })}</p>
    </EmptyState>
  );
}

function Loading() {
  return (
    <div class="jobs" role="status" aria-label={t('ui.loading')}>
      {[0, 1, 2].map((row) => (
        <Skeleton key={row} height="96px" />
      ))}
    </div>
  );
}

function Ended() {
  const { jobs } = useField();
  const ended = jobs.ended.value;
  if (ended.length === 0) return null;
  return (
    <details class="ended">
      <summary>{t('field.jobs.ended', { n: ended.length })}</summary>
      <ul class="jobs">
        {ended.map((job) => (
          <li key={job.id} class="job job--ended">
            <Ring spec={{ ...job.request }} size={44} />
            <h2>
              <a class="job__link" href={hashOf({ screen: 'job', jobId: job.id })}>
                <bdi>{job.request.title}</bdi>
              </a>
            </h2>
            <p>
              {t(`field.step.${job.step}`)}
              {job.endedAt && `, ${clock(job.endedAt)}`} · <bdi>{job.request.address}</bdi>
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
