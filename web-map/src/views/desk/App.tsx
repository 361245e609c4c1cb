import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PublicApi } from '../../core/api';
import { t } from '../../core/i18n';
import type { DeskApi } from '../../core/staff-api';
import { setZone } from '../../core/time';
import type { Account, Jurisdiction } from '../../core/types';
import { Button } from '../../ui/Buttons';
import { Brand, EmptyState } from '../../ui/Parts';
import { followTime } from '../../ui/simulated-time';
import { Toasts } from '../../ui/Toast';
import { Desk } from './desk';
import { DeskScreen } from './DeskScreen';
import { rightsOf } from './rights';
import { SectorsScreen } from './sectors/SectorsScreen';
import { SignIn } from './SignIn';
import { problemWords } from './words';
import './desk.css';
import './print.css';
import './gate.css';

interface AppProps {
  base: string;
  api: PublicApi;
  deskApi: DeskApi;
}

/** Lets in whoever may see the desk; tells everyone else what to do. */
export function App({ base, api, deskApi }: AppProps) {
  const [jurisdiction, setJurisdiction] = useState<Jurisdiction | null>(null);
  const [account, setAccount] = useState<Account | null>(null);
  const [ended, setEnded] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const load = async (): Promise<void> => {
    setFailure(null);
    try {
      const [place, session] = await Promise.all([api.jurisdiction(), api.session()]);
      setZone(place.zone);
      followTime(() => api.jurisdiction(), place);
      document.title = `${t('desk.title')}, ${place.name}, Vigie`;
      setAccount(session.account ?? null);
      setJurisdiction(place);
    } catch (cause) {
      setFailure(problemWords(cause));
    }
  };
  useEffect(() => void load(), []);
  const leave = (): void => {
    setEnded(true);
    setAccount(null);
  };
  if (failure) return <Failed words={failure} onRetry={() => void load()} />;
  if (!jurisdiction) return <div class="gate" aria-busy="true" aria-label={t('ui.loading')} />;
  if (!account) {
    return <SignIn api={api} place={jurisdiction.name} ended={ended} onSignedIn={setAccount} />;
  }
  if (!rightsOf(account.role, jurisdiction.modules).read) {
    const signOut = (): void => void api.signOut().finally(() => setAccount(null));
    return <NoRights base={base} account={account} jurisdiction={jurisdiction} onSignOut={signOut} />;
  }
  return (
    <>
      <Running
        key={account.id}
        base={base}
        api={api}
        deskApi={deskApi}
        jurisdiction={jurisdiction}
        account={account}
        onSignedOut={leave}
      />
      <Toasts />
    </>
  );
}

function Running(
  props: AppProps & { jurisdiction: Jurisdiction; account: Account; onSignedOut: () => void },
) {
  const [desk] = useState(() => new Desk(props));
  useEffect(() => {
    void desk.start();
    return () => desk.stop();
  }, [desk]);
  const shown = desk.screen.value;
  if (shown === 'sectors') return <SectorsScreen desk={desk} />;
  return shown === 'queue' ? <DeskScreen desk={desk} /> : <Later key={shown} desk={desk} name={shown} />;
}

type Screen = (props: { desk: Desk }) => ComponentChild;

/** Read now and then, by few: they come when they are asked for. */
const LATER = {
  catalogue: () =>
    import('./catalogue/CatalogueScreen').then(({ CatalogueScreen }): Screen => CatalogueScreen),
  rules: () => import('./rules/RulesScreen').then(({ RulesScreen }): Screen => RulesScreen),
  review: () => import('./review/ReviewScreen').then(({ ReviewScreen }): Screen => ReviewScreen),
  analysis: () => import('./analysis/AnalysisScreen').then(({ AnalysisScreen }): Screen => AnalysisScreen),
  history: () => import('./history/HistoryScreen').then(({ HistoryScreen }): Screen => HistoryScreen),
  teams: () => import('./staffing/StaffingScreen').then(({ StaffingScreen }): Screen => StaffingScreen),
  settings: () => import('./settings/SettingsScreen').then(({ SettingsScreen }): Screen => SettingsScreen),
  where: () => import('./where/WhereScreen').then(({ WhereScreen }): Screen => WhereScreen),
};

function Later({ desk, name }: { desk: Desk; name: keyof typeof LATER }) {
  const [come, setCome] = useState<{ Screen: Screen } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    LATER[name]().then(
      (screen) => setCome({ Screen: screen }),
      (cause: unknown) => setFailure(problemWords(cause)),
    );
  }, []);
  if (come) return <come.Screen desk={desk} />;
  if (failure) return <Failed words={failure} onRetry={() => location.reload()} />;
  return <div class="gate" aria-busy="true" aria-label={t('ui.loading')} />;
}

function Failed({ words, onRetry }: { words: string; onRetry: () => void }) {
  return (
    <main class="gate">
      <EmptyState icon="offline" title={t('failed.title')}>
        <p>{words}</p>
        <Button look="primary" onClick={onRetry}>
          {t('failed.retry')}
        </Button>
      </EmptyState>
    </main>
  );
}

interface NoRightsProps {
  base: string;
  account: Account;
  jurisdiction: Jurisdiction;
  onSignOut: () => void;
}

function NoRights({ base, account, jurisdiction, onSignOut }: NoRightsProps) {
  const outside = account.role === 'TEAM_MEMBER' || account.role === 'PATROLLER';
  const field = outside && jurisdiction.modules.includes('FIELD');
  return (
    <main class="gate">
      <div class="gate__card">
        <Brand place={jurisdiction.name} />
        <h1>{t('noRights.title')}</h1>
        <p>{t('noRights.text', { name: account.name, role: t(`role.${account.role}`) })}</p>
        {field && (
          <a class="btn btn--primary" href={`${base}/field`}>
            {t('noRights.field')}
          </a>
        )}
        <Button onClick={onSignOut}>{t('signOut')}</Button>
      </div>
    </main>
  );
}
