import { useEffect, useState } from 'preact/hooks';
import { AnalysisApi } from '../../../core/analysis-api';
import { present } from '../../../core/clock';
import { t } from '../../../core/i18n';
import { isoDay } from '../../../core/time';
import { addAnalysisMessages } from '../../../messages/analysis';
import { addReviewMessages } from '../../../messages/review';
import { Button } from '../../../ui/Buttons';
import { EmptyState, Skeleton } from '../../../ui/Parts';
import type { Desk } from '../desk';
import { TopBar } from '../TopBar';
import { AnalysisState } from './analysis';
import { AnalysisMap } from './AnalysisMap';
import { Controls } from './Controls';
import { isEmpty } from './picture';
import { Player } from './Player';
import { NumberTable } from './NumberTable';
import '../review/review.css';
import './analysis.css';

addReviewMessages();
addAnalysisMessages();

/** Where it happens: one analysis at a time on the map, with its numbers beside it. */
export function AnalysisScreen({ desk }: { desk: Desk }) {
  const [state] = useState(
    () => new AnalysisState(new AnalysisApi(desk.needs.deskApi.http), isoDay(present())),
  );
  useEffect(() => {
    void state.load();
    return () => state.leave();
  }, [state]);
  return (
    <div class="desk desk--analysis">
      <TopBar desk={desk} />
      <main class="analysis" aria-busy={state.busy.value}>
        <div class="analysis__map">
          <AnalysisMap desk={desk} state={state} />
        </div>
        <div class="analysis__side">
          <h1>{t('analysis.title')}</h1>
          <Controls desk={desk} state={state} />
          <Numbers state={state} />
        </div>
      </main>
    </div>
  );
}

function Numbers({ state }: { state: AnalysisState }) {
  const analysis = state.analysis.value;
  if (state.trouble.value)
    return (
      <EmptyState icon="offline" title={t('failed.title')}>
        <p role="alert">{state.trouble.value}</p>
        <Button onClick={() => void state.load()}>{t('failed.retry')}</Button>
      </EmptyState>
    );
  if (!analysis) return <Skeleton height="240px" />;
  if (isEmpty(analysis)) return <EmptyState icon="activity" title={t('analysis.empty')} />;
  const { tables, method, apart } = state.picture.value;
  const query = state.query.value;
  return (
    <>
      <Player state={state} />
      {apart && <p class="review__note">{apart}</p>}
      {tables.map((table) => (
        <NumberTable key={table.file} state={state} table={table} csv={state.api.csv(table.file, query)} />
      ))}
      <p class="review__note">{method}</p>
    </>
  );
}
