import { t } from '../../../core/i18n';
import type { Person } from '../../../core/staffing-types';
import { IconButton } from '../../../ui/Buttons';
import { SelectField } from '../SelectField';

interface MembersProps {
  people: readonly Person[];
  members: readonly string[];
  may: boolean;
  onChange: (members: string[]) => void;
}

/** Who belongs to a team: each of them finds its jobs in the field. */
export function Members({ people, members, may, onChange }: MembersProps) {
  const free = people.filter(({ id }) => !members.includes(id));
  return (
    <fieldset class="staff">
      <legend class="field__label">{t('staffing.members')}</legend>
      {members.length === 0 && <p class="settings__hint">{t('staffing.members.none')}</p>}
      <ul class="staff__list">
        {people
          .filter(({ id }) => members.includes(id))
          .map(({ id, name, role }) => (
            <li key={id}>
              <span>
                <bdi>{name}</bdi> <small>{t(`role.${role}`)}</small>
              </span>
              {may && (
                <IconButton
                  icon="close"
                  label={t('staffing.members.remove', { name })}
                  onClick={() => onChange(members.filter((member) => member !== id))}
                />
              )}
            </li>
          ))}
      </ul>
      {may && free.length > 0 && (
        <SelectField
          label={t('staffing.members.add')}
          value=""
          options={[
            ['', t('settings.choose')],
            ...free.map(({ id, name, role }) => [id, `${name}, ${t(`role.${role}`)}`] as const),
          ]}
          onChange={(id) => id !== '' && onChange([...members, id])}
        />
      )}
    </fieldset>
  );
}
