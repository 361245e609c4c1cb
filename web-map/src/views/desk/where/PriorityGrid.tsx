import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Danger, Priority } from '../../../core/types';
import type { WhereApi } from '../../../core/where-api';
import type { PriorityCell, PriorityRow } from '../../../core/where-types';
import { TextField } from '../../../ui/TextField';
import { SaveBar } from '../settings/SaveBar';
import { cellKey, changed, writtenOf, type Draft } from './priority-draft';

const DANGERS: readonly (Danger | undefined)[] = [undefined, 'NONE', 'POSSIBLE', 'IMMEDIATE'];
const PRIORITIES: readonly Priority[] = ['LOW', 'NORMAL', 'HIGH', 'URGENT'];

interface PriorityGridProps {
  api: WhereApi;
  row: PriorityRow;
  may: boolean;
  onDone: () => Promise<void>;
}

/** Class of place × danger; an empty cell is decided further out, and every cell says what it comes to. */
export function PriorityGrid({ api, row, may, onDone }: PriorityGridProps) {
  const [draft, setDraft] = useState(() => writtenOf(row));
  const [reason, setReason] = useState('');
  const places = [undefined, ...row.placeClasses];
  const { domain, category } = row;
  return (
    <div class="settings__form">
      <div class="where__grid" role="table" aria-label={t('where.priorities')}>
        <GridHead />
        {places.map((place) => (
          <div role="row" key={place?.id ?? ''} class="where__gridrow">
            <b role="rowheader">
              {place
                ? t('where.priority.within', { place: place.name, metres: place.withinMetres })
                : t('where.priority.anywhere')}
            </b>
            {DANGERS.map((danger) => {
              const cell = row.cells.find(
                (each) => each.danger === danger && each.placeClassId === place?.id,
              );
              return (
                cell && (
                  <Cell
                    key={cellKey(cell)}
                    cell={cell}
                    label={`${place?.name ?? t('where.priority.anywhere')}, ${dangerWords(danger)}`}
                    draft={draft}
                    may={may}
                    onDraft={setDraft}
                  />
                )
              );
            })}
          </div>
        ))}
      </div>
      {may && (
        <>
          <TextField label={t('settings.reason')} value={reason} onInput={setReason} />
          <SaveBar
            ready={changed(row, draft)}
            save={() =>
              api.savePriorities(
                { domain, category, cells: [...draft.values()], reason: reason.trim() },
                row.setting.revision,
              )
            }
            onDone={onDone}
          />
        </>
      )}
    </div>
  );
}

function GridHead() {
  return (
    <div role="row" class="where__gridhead">
      <span role="columnheader">{t('where.priority.near')}</span>
      {DANGERS.map((danger) => (
        <span key={danger} role="columnheader">
          {dangerWords(danger)}
        </span>
      ))}
    </div>
  );
}

const dangerWords = (danger: Danger | undefined): string =>
  danger === undefined ? t('where.danger.any') : t(`where.danger.${danger}`);

interface CellProps {
  cell: PriorityCell;
  label: string;
  draft: Draft;
  may: boolean;
  onDraft: (draft: Draft) => void;
}

function Cell({ cell, label, draft, may, onDraft }: CellProps) {
  const key = cellKey(cell);
  const value = draft.get(key)?.priority;
  const choose = (wanted: string): void => {
    const next = new Map(draft);
    if (wanted === '') next.delete(key);
    else {
      const { danger, placeClassId } = cell;
      next.set(key, { danger, placeClassId, priority: wanted as Priority });
    }
    onDraft(next);
  };
  const inherited = cell.decided ? t(`where.priority.${cell.decided}`) : t('where.priority.usual');
  return (
    <div role="cell" class={`where__cell${value ? ' where__cell--written' : ''}`}>
      <span class="where__danger" aria-hidden="true">
        {dangerWords(cell.danger)}
      </span>
      <select
        class="field__input select"
        aria-label={label}
        disabled={!may}
        value={value ?? ''}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="" selected={value === undefined}>
          {/* what it would fall back to is known only while nothing is written here */}
          {cell.written ? t('where.priority.empty') : `(${inherited})`}
        </option>
        {PRIORITIES.map((priority) => (
          <option key={priority} value={priority} selected={priority === value}>
            {t(`where.priority.${priority}`)}
          </option>
        ))}
      </select>
      <small>{value === cell.written ? cell.sentence : t('where.priority.unsaved')}</small>
    </div>
  );
}
