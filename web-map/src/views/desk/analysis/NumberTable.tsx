import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { DataTable } from '../review/DataTable';
import type { AnalysisState } from './analysis';
import type { Table } from './picture';

/** So many rows are read; the file has them all. */
const MOST_ROWS = 100;

/** The numbers of the map; a square's name marks it there, and a square that was clicked is marked here. */
export function NumberTable({ state, table, csv }: { state: AnalysisState; table: Table; csv: string }) {
  const root = useRef<HTMLElement>(null);
  const selected = state.selected.value;
  useEffect(() => {
    root.current?.querySelector('[aria-pressed=true]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const onMap = table.rows.some(({ id }) => state.picture.value.cells.some((cell) => cell.id === id));
  const chosen = table.rows.findIndex(({ id }) => id === selected);
  const rows =
    chosen < MOST_ROWS
      ? table.rows.slice(0, MOST_ROWS)
      : [table.rows[chosen], ...table.rows.slice(0, MOST_ROWS - 1)];
  return (
    <section class="analysis__table" ref={root}>
      <h2>{table.name}</h2>
      <DataTable
        name={table.name}
        head={table.head}
        csv={csv}
        rows={rows.flatMap((row) =>
          row === undefined
            ? []
            : {
                key: row.id,
                cells: row.cells.map((words, at) =>
                  at === 0 && onMap ? <Mark state={state} id={row.id} words={words} /> : words,
                ),
              },
        )}
      />
      {table.rows.length > MOST_ROWS && (
        <p class="review__note">{t('analysis.more', { shown: MOST_ROWS, n: table.rows.length })}</p>
      )}
    </section>
  );
}

function Mark({ state, id, words }: { state: AnalysisState; id: string; words: string }) {
  const pressed = state.selected.value === id;
  return (
    <button
      type="button"
      class="analysis__mark"
      aria-pressed={pressed}
      onClick={() => (state.selected.value = pressed ? null : id)}
    >
      {words}
    </button>
  );
}
