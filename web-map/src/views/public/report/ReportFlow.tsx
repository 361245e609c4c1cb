import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { addReportMessages } from '../../../messages/report';
import { IconButton } from '../../../ui/Buttons';
import { Icon } from '../../../ui/Icon';
import { useApp } from '../app';
import type { Stage } from '../browse/Stage';
import { STEPS, type Draft } from './draft';
import type { DraftStore } from './draft-store';
import { Report } from './report';
import { Sent } from './Sent';
import { StepPhoto } from './StepPhoto';
import { StepReview } from './StepReview';
import { StepWhat } from './StepWhat';
import { StepWhere } from './StepWhere';
import type { ReportStart } from '../ReportHost';
import './report.css';
import './report-steps.css';

addReportMessages();

export interface FlowProps {
  stage: Stage | null;
  store: DraftStore;
  start: ReportStart;
  found: Draft | null;
  /** Leaves the report; the draft stays when there is one. */
  onClose: (draftKept: boolean) => void;
  /** It is the same as a known request: opens that one; the draft can be taken back. */
  onSame: (number: string, draft: Draft) => void;
  /** Sent: shows it on the map. */
  onDone: (number: string) => void;
}

/** Four steps from a photo to a promise, each with a way on without. */
export function ReportFlow({ stage, store, start, found, onClose, onSame, onDone }: FlowProps) {
  const app = useApp();
  const [report] = useState(() => new Report(app, store, start, found));
  useEffect(() => () => report.close(), [report]);
  useEffect(() => {
    stage?.requests.dim(true);
    return () => stage?.requests.dim(false);
  }, [stage]);
  const { step } = report.draft.value;
  const sent = report.sent.value;
  const close = (): void => onClose(!sent);
  useBackButton(() => (sent || step === 'photo' ? close() : report.back()));
  const same = (number: string): void => void report.forget().then((draft) => onSame(number, draft));
  return (
    <section
      class={`report report--${sent ? 'sent' : step}`}
      aria-label={t('report.title')}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && close()}
    >
      {!sent && <FlowHead report={report} onClose={close} />}
      {!sent && report.offline.value && (
        <p class="report__offline" role="status">
          <Icon name="offline" size={18} />
          {t('report.offlineNow')}
        </p>
      )}
      {sent ? (
        <Sent report={report} sent={sent} onDone={() => onDone(sent.number)} />
      ) : step === 'photo' ? (
        <StepPhoto report={report} />
      ) : step === 'where' ? (
        <StepWhere report={report} stage={stage} />
      ) : step === 'what' ? (
        <StepWhat report={report} onSame={same} />
      ) : (
        <StepReview report={report} />
      )}
    </section>
  );
}

function FlowHead({ report, onClose }: { report: Report; onClose: () => void }) {
  const { step } = report.draft.value;
  const n = STEPS.indexOf(step) + 1;
  const heading = useRef<HTMLHeadingElement>(null);
  // before the step is painted: a focus that comes later takes it from whoever already types
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), [step]);
  return (
    <header class="report__head">
      <div class="report__bar">
        {n > 1 ? (
          <IconButton icon="back" class="flip" label={t('report.back')} onClick={() => report.back()} />
        ) : (
          <span />
        )}
        <h2 ref={heading} tabIndex={-1}>
          {t(`report.step.${step}`)}
          <small>{t('report.stepOf', { n, total: STEPS.length })}</small>
        </h2>
        <IconButton icon="close" label={t('report.close')} onClick={onClose} />
      </div>
      <div class="report__progress" aria-hidden="true">
        {STEPS.map((name, index) => (
          <i key={name} class={index < n ? 'is-on' : ''} />
        ))}
      </div>
      {report.resumed.value && (
        <p class="report__resumed" role="status">
          {t('report.resumed')}
          <button type="button" class="link" onClick={() => report.startOver()}>
            {t('report.startOver')}
          </button>
        </p>
      )}
    </header>
  );
}

/** The phone's own "back" goes one step back instead of leaving the page. */
function useBackButton(onBack: () => void): void {
  const latest = useRef(onBack);
  latest.current = onBack;
  useEffect(() => {
    history.pushState({ report: true }, '');
    const back = (): void => {
      latest.current();
      if (mounted) history.pushState({ report: true }, '');
    };
    let mounted = true;
    window.addEventListener('popstate', back);
    return () => {
      mounted = false;
      window.removeEventListener('popstate', back);
    };
  }, []);
}
