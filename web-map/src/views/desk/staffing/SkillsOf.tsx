import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { SkillBook, SkillHolder } from '../../../core/staffing-types';
import { TextField } from '../../../ui/TextField';
import { SelectField } from '../SelectField';
import { LastChange } from '../settings/Parts';
import { SaveBar } from '../settings/SaveBar';
import { CheckList } from './CheckList';
import type { StaffingProps } from './StaffingScreen';
import { ableWords, teamLabel } from './team-words';

interface SkillsOfProps extends StaffingProps {
  book: SkillBook;
  what: 'teams' | 'categories';
  onDone: () => Promise<void>;
}

/** What one team has, or what one category asks for. */
export function SkillsOf({ desk, api, book, what, onDone }: SkillsOfProps) {
  const [chosen, setChosen] = useState('');
  const holders = book[what];
  const holder = holders.find(({ id }) => id === chosen) ?? holders[0];
  const ofTeams = what === 'teams';
  return (
    <div class="settings__card settings__form">
      <h2>{t(ofTeams ? 'staffing.skills.ofTeam' : 'staffing.skills.ofCategory')}</h2>
      <SelectField
        label={t(ofTeams ? 'staffing.skills.team' : 'staffing.skills.category')}
        value={holder?.id ?? ''}
        options={holders.map((one) => [one.id, ofTeams ? teamLabel(one) : one.name] as const)}
        onChange={setChosen}
      />
      {holder && (
        <HolderForm
          key={`${holder.id} ${holder.setting.revision}`}
          desk={desk}
          api={api}
          book={book}
          what={what}
          holder={holder}
          onDone={onDone}
        />
      )}
    </div>
  );
}

function HolderForm({ desk, api, book, what, holder, onDone }: SkillsOfProps & { holder: SkillHolder }) {
  const [skillIds, setSkillIds] = useState<readonly string[]>(holder.skillIds);
  const [reason, setReason] = useState('');
  const may = desk.rights.rule;
  const ofTeams = what === 'teams';
  return (
    <>
      <LastChange setting={holder.setting} />
      <CheckList
        label={t('staffing.skills')}
        items={book.skills}
        checked={skillIds}
        disabled={!may}
        onChange={setSkillIds}
      />
      {!ofTeams && skillIds.length > 0 && (
        <p class="settings__hint" role="status">
          {ableWords(book.teams, skillIds)}
        </p>
      )}
      {may && (
        <>
          <TextField label={t('staffing.reason')} value={reason} onInput={setReason} />
          <p class="settings__hint">{t(ofTeams ? 'staffing.skills.teamEffect' : 'staffing.skills.effect')}</p>
          <SaveBar
            ready
            save={() =>
              api.saveSkillsOf(what, holder.id, { skillIds, reason: reason.trim() }, holder.setting.revision)
            }
            onDone={onDone}
          />
        </>
      )}
    </>
  );
}
