import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Job } from '../../../core/staff-types';
import { Button } from '../../../ui/Buttons';
import { Icon } from '../../../ui/Icon';
import { showToast } from '../../../ui/Toast';
import { useField, type Field } from '../field';
import { mayWork, RouteLink } from './JobActions';
import { nextStep, type Step } from './progress';
import { Completing, missingOf, type Told } from './Completing';
import { photosOf, useReporter, type StepTold } from './reporting';

interface FootProps {
  job: Job;
  note: string;
  setNote: (note: string) => void;
}
type Asking = 'nothing' | 'impossible' | 'no-photo' | 'complete';

/** What can be done now: the next step by its name, and beside it the way, the call, the exception. */
export function JobFoot({ job, note, setNote }: FootProps) {
  const field = useField();
  const { shift } = field;
  const [telling, setTelling] = useState(false);
  const [asking, setAsking] = useState<Asking>('nothing');
  const report = useReporter(job);
  if (!mayWork(shift.account.value?.role)) return <ReadOnly job={job} />;
  const step = nextStep(job.step);
  const tell = async (told: StepTold): Promise<void> => {
    setTelling(true);
    try {
      await report(told);
      setAsking('nothing');
      if (told.note) setNote('');
    } catch {
      showToast(t('field.notWritten'));
    } finally {
      setTelling(false);
    }
  };
  const told = toldOf(field, job, note);
  const advance = (next: Step): void => {
    if (next === 'DONE' && missingOf(job, told).length > 0) setAsking('complete');
    else if (next === 'DONE' && !told.after && note.trim() === '') setAsking('no-photo');
    else void tell(next === 'DONE' ? { step: next, note } : { step: next });
  };
  if (asking === 'complete')
    return (
      <Completing
        job={job}
        told={told}
        onCancel={() => setAsking('nothing')}
        onGive={(work) => void tell({ step: 'DONE', ...work })}
      />
    );
  if (asking !== 'nothing')
    return (
      <Reason
        asking={asking}
        start={note}
        onCancel={() => setAsking('nothing')}
        onGive={(reason) =>
          void tell({ step: asking === 'impossible' ? 'IMPOSSIBLE' : 'DONE', note: reason })
        }
      />
    );
  return (
    <footer class="f-act">
      <Beside job={job} onImpossible={() => setAsking('impossible')} />
      {step && (
        <Button look="primary" size="field" disabled={telling} onClick={() => advance(step)}>
          {t(`field.do.${step}`)}
        </Button>
      )}
    </footer>
  );
}

function Beside({ job, onImpossible }: { job: Job; onImpossible: () => void }) {
  return (
    <div class="f-act__row">
      <RouteLink job={job} />
      <CallLink job={job} />
      <Button icon="block" onClick={onImpossible}>
        {t('field.impossible')}
      </Button>
    </div>
  );
}

/** Photos count from the moment they are taken, sent or not. */
function toldOf({ darkroom, outbox }: Field, job: Job, note: string): Told {
  const has = (wanted: 'BEFORE' | 'AFTER'): boolean =>
    darkroom.of(job.id).some(({ purpose }) => purpose === wanted) ||
    photosOf(outbox.items.value, job.id).some(({ purpose }) => purpose === wanted) ||
    job.request.photos.some(({ purpose }) => purpose === wanted);
  return { before: has('BEFORE'), after: has('AFTER'), note };
}

function CallLink({ job }: { job: Job }) {
  const phone = job.request.contactPhone;
  if (!phone) return null;
  return (
    <a class="btn" href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>
      <Icon name="phone" size={20} />
      {t('field.call')}
    </a>
  );
}

function ReadOnly({ job }: { job: Job }) {
  return (
    <footer class="f-act">
      <p>{t('field.readOnly')}</p>
      <div class="f-act__row">
        <RouteLink job={job} />
      </div>
    </footer>
  );
}

interface ReasonProps {
  asking: 'impossible' | 'no-photo';
  start: string;
  onCancel: () => void;
  onGive: (reason: string) => void;
}

/** Neither an exception nor work without a picture goes without a word of why. */
function Reason({ asking, start, onCancel, onGive }: ReasonProps) {
  const [reason, setReason] = useState(start);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    // the way on is what is left to press afterwards
    return () =>
      requestAnimationFrame(() => document.querySelector<HTMLElement>('.f-act .btn--field')?.focus());
  }, []);
  const presets =
    asking === 'impossible'
      ? [
          'field.impossible.access',
          'field.impossible.notFound',
          'field.impossible.material',
          'field.impossible.other',
        ]
      : ['field.noPhoto.dark', 'field.noPhoto.nothing', 'field.noPhoto.people'];
  return (
    <form
      class="f-act reason"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') onGive(reason);
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        {t(`field.${asking === 'impossible' ? 'impossible' : 'noPhoto'}.title`)}
      </h2>
      <div class="reason__presets">
        {presets.map((key) => (
          <button
            key={key}
            type="button"
            class="btn"
            aria-pressed={reason === t(key)}
            onClick={() => setReason(t(key))}
          >
            {t(key)}
          </button>
        ))}
      </div>
      <label class="job-page__note">
        <span>{t('field.reason')}</span>
        <textarea
          class="field__input"
          rows={2}
          value={reason}
          required
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      <div class="f-act__row">
        <Button onClick={onCancel}>{t('field.back')}</Button>
        <Button look="primary" type="submit" disabled={reason.trim() === ''}>
          {t(`field.${asking === 'impossible' ? 'impossible' : 'noPhoto'}.give`)}
        </Button>
      </div>
    </form>
  );
}
