import { useState } from 'preact/hooks';
import { distance } from '../../../core/distance';
import { t } from '../../../core/i18n';
import type { DeskDetail, Team, TeamSuggestion } from '../../../core/staff-types';
import type { TeamRef } from '../../../core/types';
import { Chip } from '../../../ui/Buttons';
import { TextField } from '../../../ui/TextField';
import { giveTo } from '../acts';
import type { Desk } from '../desk';
import { reasonWords } from '../words';
import { PopoverForm } from './PopoverForm';

const QUICK = ['near', 'skill', 'load'] as const;

/** Which team: those suggested first, each with its reason; changing hands needs one too. */
export function AssignPopover({ desk, detail }: { desk: Desk; detail: DeskDetail }) {
  const { suggestions } = detail;
  const [teamId, setTeam] = useState(
    desk.preferredTeam.value ?? suggestions[0]?.team.id ?? detail.team?.id ?? '',
  );
  const suggestion = suggestions.find(({ team }) => team.id === teamId);
  const because = suggestion ? reasonWords(suggestion.reason, detail.sector?.name) : '';
  const [typed, setTyped] = useState<string | null>(null);
  const [missing, setMissing] = useState<string | undefined>();
  const reason = typed ?? because;
  const team: TeamRef | undefined =
    suggestion?.team ?? desk.teams.value.find(({ id }) => id === teamId) ?? detail.team;
  const changes = teamId !== detail.team?.id;
  const write = (text: string): void => {
    setTyped(text);
    setMissing(undefined);
  };
  const submit = (): void => {
    if (!team) return;
    if (changes && reason.trim() === '') setMissing(t('assign.reasonMissing'));
    else void giveTo(desk, team, changes ? reason.trim() : '');
  };
  const others = desk.teams.value.filter(({ id }) => !suggestions.some((one) => one.team.id === id));
  const words = team && t(changes ? 'assign.go' : 'assign.confirm', { code: team.code });
  const choice = { chosen: teamId, current: detail.team?.id, onChoose: setTeam };
  return (
    <PopoverForm desk={desk} title={t('assign.title')} submit={words ?? t('acts.assign')} onSubmit={submit}>
      <div class="pop__list" role="radiogroup" aria-label={t('assign.title')}>
        {suggestions.map((one, index) => (
          <TeamChoice
            key={one.team.id}
            {...choice}
            team={{ ...one, ...one.team }}
            words={suggestionLine(one, detail.sector?.name)}
            best={index === 0}
          />
        ))}
        {others.length > 0 && <h3>{t('assign.other')}</h3>}
        {others.map((one) => (
          <TeamChoice key={one.id} {...choice} team={one} words={one.service ?? ''} />
        ))}
      </div>
      {changes && (
        <>
          <TextField label={t('assign.reason')} value={reason} onInput={write} error={missing} />
          <div class="pop__quick">
            {QUICK.map((name) => (
              <Chip key={name} onClick={() => write(t(`assign.quick.${name}`))}>
                {t(`assign.quick.${name}`)}
              </Chip>
            ))}
          </div>
        </>
      )}
    </PopoverForm>
  );
}

function suggestionLine({ reason, distanceMetres }: TeamSuggestion, sector: string | undefined): string {
  const away = distanceMetres === undefined ? [] : [distance(distanceMetres)];
  return [reasonWords(reason, sector), ...away].join(', ');
}

interface TeamChoiceProps {
  team: Pick<Team, 'id' | 'code' | 'name' | 'load' | 'capacity'>;
  words: string;
  best?: boolean;
  chosen: string;
  current: string | undefined;
  onChoose: (id: string) => void;
}

function TeamChoice({ team, words, best, chosen, current, onChoose }: TeamChoiceProps) {
  const tags = [best && t('assign.suggested'), team.id === current && t('assign.current')].filter(Boolean);
  return (
    <label class="team-choice">
      <input
        type="radio"
        name="team"
        value={team.id}
        checked={team.id === chosen}
        onChange={() => onChoose(team.id)}
      />
      <b>{team.code}</b>
      <span>
        {team.name}
        {tags.length > 0 && <i>{tags.join(', ')}</i>}
        {words && <small>{words}</small>}
      </span>
      <small class="num">{t('suggest.load', { load: team.load, capacity: team.capacity })}</small>
    </label>
  );
}
