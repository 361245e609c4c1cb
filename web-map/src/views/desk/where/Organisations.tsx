import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { newId } from '../../../core/ids';
import type { WhereApi } from '../../../core/where-api';
import type { Organisation } from '../../../core/where-types';
import { Button } from '../../../ui/Buttons';
import { TextField } from '../../../ui/TextField';
import type { Desk } from '../desk';
import { LastChange } from '../settings/Parts';
import { SaveBar } from '../settings/SaveBar';

interface OrganisationsProps {
  desk: Desk;
  api: WhereApi;
  organisations: readonly Organisation[];
  onDone: () => Promise<void>;
}

/** Who there is to answer for something: those that work here, and those that what is theirs is forwarded to. */
export function Organisations({ desk, api, organisations, onDone }: OrganisationsProps) {
  const [open, setOpen] = useState<string | null>(null);
  const done = async (): Promise<void> => {
    await onDone();
    setOpen(null);
  };
  const close = (): void => setOpen(null);
  return (
    <div class="settings__card">
      <h2>{t('where.organisations')}</h2>
      <ul class="where__list">
        {organisations.map((each) => (
          <li key={`${each.id} ${each.setting.revision}`} class="where__line">
            <b>
              <bdi>{each.name}</bdi>
            </b>
            <span class="settings__hint">
              {each.worksHere
                ? t('where.services', { n: each.services.length })
                : t('where.organisation.elsewhere')}
            </span>
            <LastChange setting={each.setting} />
            {open === each.id && (
              <OrganisationForm api={api} organisation={each} onDone={done} onCancel={close} />
            )}
            {desk.rights.rule && open === null && (
              <Button
                size="small"
                aria-label={`${t('where.edit')} : ${each.name}`}
                onClick={() => setOpen(each.id)}
              >
                {t('where.edit')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {open === 'new' && <OrganisationForm api={api} onDone={done} onCancel={close} />}
      {desk.rights.rule && open === null && (
        <Button icon="plus" onClick={() => setOpen('new')}>
          {t('where.organisation.new')}
        </Button>
      )}
    </div>
  );
}

interface OrganisationFormProps {
  api: WhereApi;
  organisation?: Organisation;
  onDone: () => Promise<void>;
  onCancel: () => void;
}

function OrganisationForm({ api, organisation, onDone, onCancel }: OrganisationFormProps) {
  const [id] = useState(() => organisation?.id ?? newId());
  const [name, setName] = useState(organisation?.name ?? '');
  const [worksHere, setWorksHere] = useState(organisation?.worksHere ?? false);
  const [reason, setReason] = useState('');
  return (
    <div class="settings__form">
      <TextField label={t('settings.name')} value={name} onInput={setName} autofocus />
      <label class="settings__check">
        <input
          type="checkbox"
          checked={worksHere}
          onChange={(event) => setWorksHere(event.currentTarget.checked)}
        />
        {t('where.organisation.here')}
      </label>
      <TextField label={t('settings.reason')} value={reason} onInput={setReason} />
      <SaveBar
        ready={name.trim() !== ''}
        save={() =>
          api.saveOrganisation(
            id,
            { name: name.trim(), worksHere, reason: reason.trim() },
            organisation?.setting.revision ?? 0,
          )
        }
        onDone={onDone}
        onCancel={onCancel}
      />
    </div>
  );
}
