import { useState } from 'preact/hooks';
import { present } from '../../../core/clock';
import { t } from '../../../core/i18n';
import { newId } from '../../../core/ids';
import type { WhereApi } from '../../../core/where-api';
import type { CatalogueNames, Competence, Grounds, Organisation } from '../../../core/where-types';
import { TextField } from '../../../ui/TextField';
import type { Desk } from '../desk';
import { SelectField } from '../SelectField';
import { SaveBar } from '../settings/SaveBar';
import { AboutField } from './AboutField';
import { isComplete, settled } from './ground-choice';
import { GroundField } from './GroundField';
import { isPeriod, PeriodFields } from './PeriodFields';
import { scopeDraft, type ScopeDraft } from './scope-draft';

interface CompetenceFormProps {
  desk: Desk;
  api: WhereApi;
  grounds: Grounds;
  catalogue: CatalogueNames;
  organisations: readonly Organisation[];
  competence?: Competence;
  onDone: () => Promise<void>;
  onCancel: () => void;
}

interface Who {
  code: string;
  organisationId: string;
  serviceId: string;
}

/** Says which organisation answers for what, where and when. */
export function CompetenceForm(props: CompetenceFormProps) {
  const { desk, api, grounds, catalogue, organisations, competence, onDone, onCancel } = props;
  const [id] = useState(() => competence?.id ?? newId());
  const [draft, setDraft] = useState(() => scopeDraft(present(), {}, competence));
  const [who, setWho] = useState<Who>({
    code: competence?.code ?? '',
    organisationId: competence?.organisationId ?? organisations[0]?.id ?? '',
    serviceId: competence?.serviceId ?? '',
  });
  const set = (part: Partial<ScopeDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const save = async (): Promise<void> => {
    const reason = draft.reason.trim();
    const ground = await settled(draft.ground, api, reason);
    const change = {
      ...draft.about,
      ...ground,
      code: who.code.trim(),
      organisationId: who.organisationId,
      serviceId: who.serviceId || undefined,
      from: draft.from,
      until: draft.until || undefined,
      reason,
    };
    await api.saveCompetence(id, change, competence?.setting.revision ?? 0);
  };
  return (
    <div class="settings__form">
      <WhoFields who={who} organisations={organisations} onChange={setWho} />
      <AboutField
        catalogue={catalogue}
        about={draft.about}
        all={t('settings.category.every')}
        onChange={(about) => set({ about })}
      />
      <GroundField
        desk={desk}
        grounds={grounds}
        choice={draft.ground}
        onChange={(ground) => set({ ground })}
      />
      <PeriodFields open from={draft.from} until={draft.until} onChange={set} />
      <TextField label={t('settings.reason')} value={draft.reason} onInput={(reason) => set({ reason })} />
      <SaveBar
        ready={
          who.code.trim() !== '' &&
          who.organisationId !== '' &&
          isComplete(draft.ground) &&
          isPeriod(draft, true)
        }
        save={save}
        onDone={onDone}
        onCancel={onCancel}
      />
    </div>
  );
}

interface WhoFieldsProps {
  who: Who;
  organisations: readonly Organisation[];
  onChange: (who: Who) => void;
}

function WhoFields({ who, organisations, onChange }: WhoFieldsProps) {
  const services = organisations.find(({ id }) => id === who.organisationId)?.services ?? [];
  return (
    <>
      <div class="settings__row">
        <SelectField
          label={t('where.organisation')}
          value={who.organisationId}
          options={organisations.map(({ id, name }) => [id, name] as const)}
          onChange={(organisationId) => onChange({ ...who, organisationId, serviceId: '' })}
        />
        {services.length > 0 && (
          <SelectField
            label={t('where.service')}
            value={who.serviceId}
            options={[['', t('where.service.usual')], ...services.map(({ id, name }) => [id, name] as const)]}
            onChange={(serviceId) => onChange({ ...who, serviceId })}
          />
        )}
      </div>
      <TextField
        label={t('where.code')}
        hint={t('where.code.hint')}
        value={who.code}
        onInput={(code) => onChange({ ...who, code: code.toLocaleUpperCase().slice(0, 40) })}
      />
    </>
  );
}
