import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Job } from '../../../core/staff-types';
import { now } from '../../../ui/clock';
import { Icon } from '../../../ui/Icon';
import { DueBadge, EmptyState } from '../../../ui/Parts';
import { ProcessPart } from '../../../ui/ProcessPart';
import { Ring } from '../../../ui/Ring';
import { useField } from '../field';
import { hashOf } from '../route';
import { dueWords, timeOf } from '../words';
import { JobFoot } from './JobFoot';
import { JobPhotos } from './JobPhotos';
import { MapStrip } from './MapStrip';
import { isOver } from './progress';
import { Stepper } from './Stepper';
import { Thread } from './Thread';

/** One job, the thumb at the bottom. */
export function JobPage({ jobId }: { jobId: string }) {
  const field = useField();
  const job = field.jobs.find(jobId);
  const [note, setNote] = useNote(jobId);
  if (!job)
    return (
      <>
        <JobTop title={t('field.job.gone')} />
        <div class="scroll">
          <EmptyState icon="info" title={t('field.job.gone')}>
            <p>{t('field.job.goneHint')}</p>
          </EmptyState>
        </div>
      </>
    );
  return (
    <>
      <JobTop title={job.request.number} />
      <div class="scroll job-page">
        <MapStrip job={job} />
        <JobHead job={job} />
        <Stepper job={job} />
        <JobPhotos job={job} />
        {job.request.description && (
          <p class="job-page__said">
            <bdi>« {job.request.description} »</bdi>
          </p>
        )}
        {job.request.process && <ProcessPart process={job.request.process} withWork />}
        <Thread key={jobId} job={job} />
        <Outcome job={job} />
        {!isOver(job.step) && (
          <label class="job-page__note">
            <span>{t('field.note')}</span>
            <textarea
              class="field__input"
              rows={2}
              value={note}
              placeholder={t('field.note.hint')}
              onInput={(event) => setNote(event.currentTarget.value)}
            />
          </label>
        )}
      </div>
      {!isOver(job.step) && <JobFoot job={job} note={note} setNote={setNote} />}
    </>
  );
}

/** A note survives the camera, a reload and a crash until the step that carries it is written down. */
function useNote(jobId: string): [string, (note: string) => void] {
  const { kept } = useField();
  const [note, setNote] = useState('');
  const name = `note:${jobId}`;
  useEffect(() => {
    void kept.get<string>(name).then((before) => before && setNote(before));
  }, [name]);
  const write = (next: string): void => {
    setNote(next);
    void (next === '' ? kept.remove(name) : kept.put(name, next));
  };
  return [note, write];
}

function JobTop({ title }: { title: string }) {
  return (
    <header class="f-top f-top--job">
      <a
        class="round-btn round-btn--bare flip"
        href={hashOf({ screen: 'jobs' })}
        aria-label={t('field.back')}
      >
        <Icon name="back" size={26} />
      </a>
      <h1 class="num" tabIndex={-1}>
        {title}
      </h1>
      <SentPill />
    </header>
  );
}

/** The permanent word about what has left the phone. */
function SentPill() {
  const unsent = useField().outbox.items.value.filter(({ state }) => state !== 'received').length;
  return (
    <a class={`pill${unsent > 0 ? ' pill--waiting' : ''}`} href={hashOf({ screen: 'sent' })}>
      <Icon name={unsent > 0 ? 'clock' : 'check'} size={18} />
      <span role="status">{unsent > 0 ? t('field.unsent', { n: unsent }) : t('field.allSent')}</span>
    </a>
  );
}

function JobHead({ job: { request, visitNumber = 1 } }: { job: Job }) {
  const label = `${t(`glyph.${request.glyph}`)}, ${t(`state.${request.state}`)}`;
  return (
    <section class="job-page__head">
      <h2>
        <bdi>{request.title}</bdi>
      </h2>
      <Ring
        spec={{ glyph: request.glyph, state: request.state, ring: request.ring }}
        size={56}
        label={label}
      />
      <p>
        <bdi>{request.address}</bdi>
        {visitNumber > 1 && <b class="job-page__visit">{t('field.visit', { n: visitNumber })}</b>}
      </p>
      <DueBadge ring={request.ring} now={now.value}>
        {dueWords(request.ring, now.value)}
      </DueBadge>
    </section>
  );
}

function Outcome({ job }: { job: Job }) {
  if (!isOver(job.step)) return null;
  return (
    <p class="job-page__over">
      <Icon name={job.step === 'DONE' ? 'check' : 'block'} size={22} />
      <span>
        <b>
          {t(`field.over.${job.step}`)}
          {job.endedAt && ` ${t('field.over.at', { clock: timeOf(job.endedAt) })}`}
        </b>
        {job.note && (
          <>
            <br />
            <bdi>{job.note}</bdi>
          </>
        )}
      </span>
    </p>
  );
}
