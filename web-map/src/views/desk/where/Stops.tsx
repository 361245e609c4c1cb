import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { CatalogueNames, Grounds, StopNotice, StopState } from '../../../core/where-types';
import { Button } from '../../../ui/Buttons';
import { EmptyState } from '../../../ui/Parts';
import { LastChange, Section } from '../settings/Parts';
import { useSetting } from '../settings/use-setting';
import { aboutWords } from './AboutField';
import { EndStop } from './EndStop';
import { groundName } from './ground-choice';
import { periodWords } from './PeriodFields';
import { StopForm } from './StopForm';
import { StopPreview } from './StopPreview';
import type { SectionProps } from './WhereScreen';

interface Read {
  stops: StopNotice[];
  grounds: Grounds;
  catalogue: CatalogueNames;
}
const STATES: readonly StopState[] = ['CURRENT', 'COMING', 'PAST'];

/** What people are told before they report, where and until when. */
export function Stops({ desk, api }: SectionProps) {
  const loaded = useSetting<Read>(async () => {
    const [stops, grounds, catalogue] = await Promise.all([api.stops(), api.grounds(), api.offers()]);
    return { stops: stops.items, grounds, catalogue };
  });
  const [open, setOpen] = useState<string | null>(null);
  const done = async (): Promise<void> => {
    await loaded.reload();
    setOpen(null);
  };
  return (
    <Section title={t('where.stops')} hint={t('where.stops.hint')} loaded={loaded}>
      {(read) => {
        const form = (stop?: StopNotice) => (
          <StopForm
            desk={desk}
            api={api}
            {...read}
            {...(stop ? { stop } : {})}
            onDone={done}
            onCancel={() => setOpen(null)}
          />
        );
        return (
          <>
            {open === 'new' ? (
              <div class="settings__card">
                <h2>{t('where.stop.new')}</h2>
                {form()}
              </div>
            ) : (
              desk.rights.rule && (
                <Button icon="plus" onClick={() => setOpen('new')}>
                  {t('where.stop.new')}
                </Button>
              )
            )}
            {read.stops.length === 0 && <EmptyState icon="info" title={t('where.stops.none')} />}
            {STATES.map((state) => (
              <StateGroup key={state} state={state}>
                {read.stops
                  .filter((stop) => stop.state === state)
                  .map((stop) => (
                    <li key={`${stop.id} ${stop.setting.revision}`} class="settings__card">
                      <Told stop={stop} {...read} />
                      {open === stop.id && form(stop)}
                      {open !== stop.id && desk.rights.rule && state !== 'PAST' && (
                        <EndStop api={api} stop={stop} onEdit={() => setOpen(stop.id)} onDone={done} />
                      )}
                    </li>
                  ))}
              </StateGroup>
            ))}
          </>
        );
      }}
    </Section>
  );
}

function StateGroup({ state, children }: { state: StopState; children: VNode[] }) {
  if (children.length === 0) return null;
  const list = <ul class="where__list">{children}</ul>;
  if (state !== 'PAST')
    return (
      <section class="where__group">
        <h2>{t(`where.stops.${state}`)}</h2>
        {list}
      </section>
    );
  return (
    <details class="where__group">
      <summary>{t('where.stops.PAST')}</summary>
      {list}
    </details>
  );
}

interface ToldProps {
  stop: StopNotice;
  grounds: Grounds;
  catalogue: CatalogueNames;
}

function Told({ stop, grounds, catalogue }: ToldProps) {
  return (
    <>
      <StopPreview texts={stop.texts} refuses={stop.refuses} until={stop.until} />
      <p>
        <b>{aboutWords(catalogue, stop, t('settings.category.every'))}</b>
        {', '}
        <bdi>{groundName(grounds, stop.groundId) ?? t('where.everywhere')}</bdi>
        {', '}
        {periodWords(stop.startsAt, stop.endsAt)}
      </p>
      <LastChange setting={stop.setting} />
    </>
  );
}
