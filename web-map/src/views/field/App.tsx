import { useEffect, useRef } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { t } from '../../core/i18n';
import { Button } from '../../ui/Buttons';
import { Toasts } from '../../ui/Toast';
import { useField } from './field';
import { JobList } from './jobs/JobList';
import { JobPage } from './jobs/JobPage';
import { JobsMap } from './jobs/JobsMap';
import { ReportPage } from './report/ReportPage';
import { route, type Route } from './route';
import { SentPage } from './sent/SentPage';
import { MePage } from './shell/MePage';
import { NavBar } from './shell/NavBar';
import { NetBanner } from './shell/NetBanner';
import { SignIn } from './shell/SignIn';
import { newVersion } from './update';

/** The page: on a phone one screen at a time, on a wide window the list beside the map. */
export function App() {
  const { shift } = useField();
  const wide = useWide();
  const { value: at } = route;
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const key = at.screen === 'job' ? at.jobId : at.screen;
  useEffect(() => {
    // the new screen is announced by its heading; on arrival the focus stays where it is
    if (!first.current) main.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    first.current = false;
  }, [key]);
  if (!shift.account.value)
    return (
      <>
        <SignIn />
        <Toasts />
      </>
    );
  const column = wide && at.screen === 'map' ? ({ screen: 'jobs' } as const) : at;
  return (
    <div class={`field-page${wide ? ' field-page--wide' : ''}`}>
      <main ref={main} class="field-page__column">
        <NetBanner />
        <UpdateOffer />
        <Screen at={column} />
        {column.screen !== 'job' && <NavBar at={column} wide={wide} />}
      </main>
      {wide && <JobsMap />}
      <Toasts />
    </div>
  );
}

function Screen({ at }: { at: Route }) {
  switch (at.screen) {
    case 'map':
      return <JobsMap withCard />;
    case 'report':
      return <ReportPage />;
    case 'sent':
      return <SentPage />;
    case 'me':
      return <MePage />;
    case 'job':
      return <JobPage key={at.jobId} jobId={at.jobId} />;
    default:
      return <JobList />;
  }
}

function UpdateOffer() {
  const { value: update } = newVersion;
  if (!update) return null;
  return (
    <div class="field-notice" role="status">
      <span>{t('field.update.ready')}</span>
      <Button onClick={update}>{t('field.update.reload')}</Button>
    </div>
  );
}

function useWide(): boolean {
  const query = '(min-width: 1000px)';
  const wide = useSignal(window.matchMedia(query).matches);
  useEffect(() => {
    const list = window.matchMedia(query);
    const follow = (): void => {
      wide.value = list.matches;
    };
    list.addEventListener('change', follow);
    return () => list.removeEventListener('change', follow);
  }, []);
  return wide.value;
}
