import { useEffect, useState } from 'preact/hooks';
import type { Asset } from '../../core/assets';
import { t } from '../../core/i18n';
import type { Point } from '../../core/types';
import { showToast } from '../../ui/Toast';
import { useApp } from './app';
import type { PageState } from './PublicPage';
import type { Draft } from './report/draft';
import { draftStore } from './report/draft-store';
import type { ReportFlow } from './report/ReportFlow';

/** Where a report begins: nowhere yet, or at a place already known. */
export interface ReportStart {
  position: Point | null;
  address: string;
  /** The thing of the town whose code was followed. */
  asset?: Asset;
}
interface Ready {
  Flow: typeof ReportFlow;
  found: Draft | null;
}

/** Loads the report when it is asked for, with the draft that was left. */
export function ReportHost({ state }: { state: PageState }) {
  const { base } = useApp();
  const [store] = useState(() => draftStore(base));
  const [ready, setReady] = useState<Ready | null>(null);
  const { report, draft, browse, stage, followFirst } = state;
  const start = report.value;
  useEffect(() => {
    void store.read().then((found) => (draft.value = found !== null));
  }, [store]);
  useEffect(() => {
    if (!start) {
      setReady(null);
      return;
    }
    Promise.all([import('./report/ReportFlow'), store.read()]).then(
      ([{ ReportFlow: Flow }, found]) => setReady({ Flow, found }),
      () => {
        report.value = null;
        showToast(t('public.failed'));
      },
    );
  }, [start]);
  if (!start || !ready) return null;
  const leave = (): void => {
    report.value = null;
    // back to where the report was opened from
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.report-bar .btn')?.focus());
  };
  return (
    <ready.Flow
      stage={stage.value}
      store={store}
      start={start}
      found={ready.found}
      onClose={(kept) => {
        leave();
        if (!kept) draft.value = false;
        else
          void store.read().then((found) => {
            draft.value = found !== null;
            if (found) showToast(t('report.kept'));
          });
      }}
      onSame={(number, taken) => {
        leave();
        draft.value = false;
        followFirst.value = true;
        void browse.select(number);
        const resume = (): void => void store.write(taken).then(() => (report.value = { ...start }));
        showToast(t('report.same.opened'), { label: t('report.same.undo'), run: resume });
      }}
      onDone={(number) => {
        leave();
        draft.value = false;
        browse.reload();
        void browse.select(number);
      }}
    />
  );
}
