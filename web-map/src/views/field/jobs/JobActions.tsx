import { t } from '../../../core/i18n';
import type { Job } from '../../../core/staff-types';
import { Button } from '../../../ui/Buttons';
import { Icon } from '../../../ui/Icon';
import { useField } from '../field';
import { go } from '../route';
import { nextStep } from './progress';
import { useReporter } from './reporting';

/** The two things to do with the next job, without opening it. */
export function CardActions({ job }: { job: Job }) {
  const { shift } = useField();
  const report = useReporter(job);
  const step = nextStep(job.step);
  if (!step) return null;
  const act = (): void => {
    // what was done is told on the job's own page, with its photo
    if (step === 'DONE') go({ screen: 'job', jobId: job.id });
    else void report({ step });
  };
  return (
    <div class="job__go">
      <Button look="primary" onClick={act} disabled={!mayWork(shift.account.value?.role)}>
        {t(`field.do.${step}`)}
      </Button>
      <RouteLink job={job} />
    </div>
  );
}

/** Readers such as dispatchers see the jobs but report nothing in a team's name. */
export function mayWork(role: string | undefined): boolean {
  return role === 'TEAM_MEMBER' || role === 'PATROLLER';
}

/** Hands the place over to the phone's own navigation. */
export function RouteLink({ job: { request } }: { job: Job }) {
  if (!request.position) return null;
  const [lon, lat] = request.position.coordinates;
  const place = `${lat.toFixed(6)},${lon.toFixed(6)}`;
  // Apple's phones do not know geo: addresses
  const apple = /iPhone|iPad/.test(navigator.userAgent);
  const label = encodeURIComponent(request.address);
  return (
    <a class="btn" href={apple ? `maps:?daddr=${place}` : `geo:${place}?q=${place}(${label})`}>
      <Icon name="route" size={22} />
      {t('field.route')}
    </a>
  );
}
