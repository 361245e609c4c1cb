import { useId } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Grounds } from '../../../core/where-types';
import { TextField } from '../../../ui/TextField';
import type { Desk } from '../desk';
import { NumberField } from '../settings/Parts';
import { newGround, type GroundChoice } from './ground-choice';
import { GroundMap } from './GroundMap';

interface GroundFieldProps {
  desk: Desk;
  grounds: Grounds;
  choice: GroundChoice;
  onChange: (choice: GroundChoice) => void;
}

/** Where something holds: everywhere, a sector, ground that has a name already, or ground that is drawn now. */
export function GroundField({ desk, grounds, choice, onChange }: GroundFieldProps) {
  return (
    <div class="where__ground">
      <GroundSelect grounds={grounds} choice={choice} onChange={onChange} />
      {choice.kind === 'new' && (
        <div class="settings__row">
          <TextField
            label={t('where.ground.name')}
            value={choice.name}
            onInput={(name) => onChange({ ...choice, name })}
          />
          {choice.drawn === 'ROAD' && (
            <NumberField
              label={t('where.ground.width')}
              value={choice.widthMetres}
              min={1}
              max={500}
              onInput={(widthMetres) => onChange({ ...choice, widthMetres })}
            />
          )}
        </div>
      )}
      {choice.kind !== 'everywhere' && (
        <GroundMap
          key={choice.kind === 'new' ? choice.drawn : `${choice.kind} ${choice.id}`}
          desk={desk}
          grounds={grounds}
          choice={choice}
          onShape={(shape) => choice.kind === 'new' && onChange({ ...choice, shape })}
        />
      )}
    </div>
  );
}

function GroundSelect({ grounds, choice, onChange }: Omit<GroundFieldProps, 'desk'>) {
  const id = useId();
  const named = new Set(grounds.items.map(({ sectorId }) => sectorId));
  const sets = [...new Set(grounds.sectors.map(({ set }) => set))];
  const value = choice.kind === 'everywhere' ? '' : choice.kind === 'new' ? choice.drawn : choice.id;
  const choose = (wanted: string): void => {
    if (wanted === '') onChange({ kind: 'everywhere' });
    else if (wanted === 'AREA' || wanted === 'ROAD') onChange(newGround(wanted));
    else if (grounds.items.some((ground) => ground.id === wanted)) onChange({ kind: 'ground', id: wanted });
    else onChange({ kind: 'sector', id: wanted });
  };
  const option = (key: string, words: string) => (
    <option key={key} value={key} selected={key === value}>
      {words}
    </option>
  );
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {t('where.ground')}
      </label>
      <select
        id={id}
        class="field__input select"
        value={value}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {option('', t('where.everywhere'))}
        {option('AREA', t('where.ground.drawArea'))}
        {option('ROAD', t('where.ground.drawRoad'))}
        {grounds.items.length > 0 && (
          <optgroup label={t('where.ground.named')}>
            {grounds.items.map((ground) =>
              option(ground.id, `${ground.name} (${t(`where.kind.${ground.kind}`)})`),
            )}
          </optgroup>
        )}
        {sets.map((set) => (
          <optgroup key={set} label={set}>
            {grounds.sectors
              .filter((sector) => sector.set === set && !named.has(sector.id))
              .map((sector) => option(sector.id, `${sector.name} (${sector.code})`))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
