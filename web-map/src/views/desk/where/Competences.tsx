import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { CatalogueNames, Competence, Competences as Read, Grounds } from '../../../core/where-types';
import { Button } from '../../../ui/Buttons';
import { EmptyState } from '../../../ui/Parts';
import { TextField } from '../../../ui/TextField';
import { LastChange, Section } from '../settings/Parts';
import { SaveBar } from '../settings/SaveBar';
import { useSetting } from '../settings/use-setting';
import { aboutWords } from './AboutField';
import { CompetenceForm } from './CompetenceForm';
import { EditOrRemove } from './EditOrRemove';
import { groundName } from './ground-choice';
import { Organisations } from './Organisations';
import { periodWords } from './PeriodFields';
import { TryPoint } from './TryPoint';
import type { SectionProps } from './WhereScreen';

interface All {
  competences: Read;
  grounds: Grounds;
  catalogue: CatalogueNames;
}

/** Which organisation answers for what, where and when; without any it is the one whose the category's service is. */
export function Competences({ desk, api }: SectionProps) {
  const loaded = useSetting<All>(async () => {
    const [competences, grounds, catalogue] = await Promise.all([
      api.competences(),
      api.grounds(),
      api.offers(),
    ]);
    return { competences, grounds, catalogue };
  });
  const [open, setOpen] = useState<string | null>(null);
  const done = async (): Promise<void> => {
    await loaded.reload();
    setOpen(null);
  };
  return (
    <Section title={t('where.competences')} hint={t('where.competences.hint')} loaded={loaded}>
      {(all) => {
        const { items, organisations } = all.competences;
        const form = (competence?: Competence) => (
          <CompetenceForm
            desk={desk}
            api={api}
            {...all}
            organisations={organisations}
            {...(competence ? { competence } : {})}
            onDone={done}
            onCancel={() => setOpen(null)}
          />
        );
        return (
          <>
            <Organisations desk={desk} api={api} organisations={organisations} onDone={loaded.reload} />
            <NewOne may={desk.rights.rule} form={open === 'new' && form()} onOpen={() => setOpen('new')} />
            {items.length === 0 && <EmptyState icon="info" title={t('where.competences.none')} />}
            {items.map((competence) => (
              <div class="settings__card" key={`${competence.id} ${competence.setting.revision}`}>
                <Told competence={competence} all={all} />
                {open === competence.id && form(competence)}
                {open === `end ${competence.id}` && (
                  <Removal api={api} competence={competence} onDone={done} onCancel={() => setOpen(null)} />
                )}
                {desk.rights.rule && open === null && (
                  <EditOrRemove
                    about={competence.code}
                    onEdit={() => setOpen(competence.id)}
                    onRemove={() => setOpen(`end ${competence.id}`)}
                  />
                )}
              </div>
            ))}
            <TryPoint desk={desk} api={api} shows="competences" />
          </>
        );
      }}
    </Section>
  );
}

interface NewOneProps {
  may: boolean;
  /** False while it is not open. */
  form: VNode | false;
  onOpen: () => void;
}

function NewOne({ may, form, onOpen }: NewOneProps) {
  if (form)
    return (
      <div class="settings__card">
        <h2>{t('where.competence.new')}</h2>
        {form}
      </div>
    );
  return may ? (
    <Button icon="plus" onClick={onOpen}>
      {t('where.competence.new')}
    </Button>
  ) : null;
}

function Told({ competence, all }: { competence: Competence; all: All }) {
  const organisation = all.competences.organisations.find(({ id }) => id === competence.organisationId);
  const service = organisation?.services.find(({ id }) => id === competence.serviceId);
  return (
    <>
      <h2>
        <bdi>{organisation?.name}</bdi>
        <span class="tag">{competence.code}</span>
        {organisation && !organisation.worksHere && <span class="tag">{t('where.forwarded')}</span>}
      </h2>
      <p>
        {aboutWords(all.catalogue, competence, t('settings.category.every'))}
        {', '}
        <bdi>{groundName(all.grounds, competence.groundId) ?? t('where.everywhere')}</bdi>
        {', '}
        {periodWords(competence.startsAt, competence.endsAt)}
        {service && `, ${service.name}`}
      </p>
      <LastChange setting={competence.setting} />
    </>
  );
}

interface RemovalProps {
  api: SectionProps['api'];
  competence: Competence;
  onDone: () => Promise<void>;
  onCancel: () => void;
}

function Removal({ api, competence, onDone, onCancel }: RemovalProps) {
  const [reason, setReason] = useState('');
  return (
    <div class="settings__form">
      <p>{t('where.competence.remove.what')}</p>
      <TextField label={t('settings.reason')} value={reason} onInput={setReason} autofocus />
      <SaveBar
        ready
        save={() => api.removeCompetence(competence.id, reason.trim(), competence.setting.revision)}
        onDone={onDone}
        onCancel={onCancel}
      />
    </div>
  );
}
