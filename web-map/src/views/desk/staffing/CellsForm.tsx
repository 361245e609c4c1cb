import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Cell, CoverageTable, Covering } from '../../../core/staffing-types';
import { Button, IconButton } from '../../../ui/Buttons';
import { TextField } from '../../../ui/TextField';
import { SelectField } from '../SelectField';
import { LastChange } from '../settings/Parts';
import { SaveBar } from '../settings/SaveBar';
import { cellLine, cellTrouble, cellWords, sameCell } from './cells';
import type { StaffingProps } from './StaffingScreen';
import { teamLabel } from './team-words';

interface CellsFormProps extends StaffingProps {
  table: CoverageTable;
  team: Covering;
  onDone: () => Promise<void>;
}

/** What one team covers, a row each; what is open stays where it is, and that is said. */
export function CellsForm({ desk, api, table, team, onDone }: CellsFormProps) {
  const [cells, setCells] = useState<readonly Cell[]>(team.cells);
  const [reason, setReason] = useState('');
  const may = desk.rights.rule;
  const load = desk.teams.value.find(({ id }) => id === team.teamId)?.load ?? 0;
  return (
    <div class="settings__card settings__form">
      <h2>{t('staffing.coverage.of', { team: teamLabel(team) })}</h2>
      <LastChange setting={team.setting} />
      {cells.length === 0 ? (
        <p class="settings__hint">{t('staffing.coverage.none')}</p>
      ) : (
        <CellTable
          cells={cells}
          table={table}
          may={may}
          onRemove={(cell) => setCells(cells.filter((one) => one !== cell))}
        />
      )}
      {may && (
        <>
          <NewCell
            table={table}
            cells={cells}
            teamId={team.teamId}
            onAdd={(cell) => setCells([...cells, cell])}
          />
          <TextField label={t('staffing.reason')} value={reason} onInput={setReason} />
          <p class="settings__hint">{t('staffing.coverage.effect', { n: load, team: teamLabel(team) })}</p>
          <SaveBar
            ready={!sameCells(cells, team.cells)}
            save={() =>
              api.changeCoverage(team.teamId, { cells, reason: reason.trim() }, team.setting.revision)
            }
            onDone={onDone}
          />
        </>
      )}
    </div>
  );
}

const sameCells = (a: readonly Cell[], b: readonly Cell[]): boolean =>
  a.length === b.length && a.every((cell) => b.some((one) => sameCell(one, cell)));

interface CellTableProps {
  cells: readonly Cell[];
  table: CoverageTable;
  may: boolean;
  onRemove: (cell: Cell) => void;
}

function CellTable({ cells, table, may, onRemove }: CellTableProps) {
  return (
    <table class="staff__table">
      <thead>
        <tr>
          <th scope="col">{t('staffing.coverage.sector')}</th>
          <th scope="col">{t('staffing.coverage.category')}</th>
          <th scope="col">{t('staffing.coverage.shift')}</th>
          {may && <th scope="col">{t('staffing.coverage.act')}</th>}
        </tr>
      </thead>
      <tbody>
        {cells.map((cell) => {
          const words = cellWords(cell, table);
          return (
            <tr key={cellLine(words)}>
              <td>
                <bdi>{words.sector}</bdi>
              </td>
              <td>
                <bdi>{words.category}</bdi>
              </td>
              <td>
                <bdi>{words.shift}</bdi>
              </td>
              {may && (
                <td class="staff__act">
                  <IconButton
                    icon="close"
                    label={t('staffing.coverage.remove', { cell: cellLine(words) })}
                    onClick={() => onRemove(cell)}
                  />
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface NewCellProps {
  table: CoverageTable;
  cells: readonly Cell[];
  teamId: string;
  onAdd: (cell: Cell) => void;
}

/** Where, what and when; that it cannot be added is said before anything is sent. */
function NewCell({ table, cells, teamId, onAdd }: NewCellProps) {
  const [cell, setCell] = useState<Cell>({});
  const others = table.items.filter((one) => one.teamId !== teamId);
  const trouble = cellTrouble(cell, cells, others);
  const blank = cell.sectorId === undefined && cell.categoryId === undefined;
  const options = (every: string, all: readonly { id: string; name: string }[]) => [
    ['', t(every)] as const,
    ...all.map(({ id, name }) => [id, name] as const),
  ];
  return (
    <fieldset class="staff staff__new">
      <legend class="field__label">{t('staffing.coverage.add')}</legend>
      <div class="settings__row">
        <SelectField
          label={t('staffing.coverage.sector')}
          value={cell.sectorId ?? ''}
          options={options('staffing.coverage.everywhere', table.sectors)}
          onChange={(id) => setCell({ ...cell, sectorId: id || undefined })}
        />
        <SelectField
          label={t('staffing.coverage.category')}
          value={cell.categoryId ?? ''}
          options={options(
            'staffing.coverage.everything',
            table.categories.filter(({ offered }) => offered),
          )}
          onChange={(id) => setCell({ ...cell, categoryId: id || undefined })}
        />
        <SelectField
          label={t('staffing.coverage.shift')}
          value={cell.shiftId ?? ''}
          options={options('staffing.coverage.always', table.shifts)}
          onChange={(id) => setCell({ ...cell, shiftId: id || undefined })}
        />
        <Button
          icon="plus"
          disabled={trouble !== null}
          onClick={() => {
            onAdd(cell);
            setCell({});
          }}
        >
          {t('staffing.coverage.addOne')}
        </Button>
      </div>
      <p class="settings__hint" role="status">
        {blank ? t('staffing.coverage.nothingNamed') : trouble}
      </p>
    </fieldset>
  );
}
