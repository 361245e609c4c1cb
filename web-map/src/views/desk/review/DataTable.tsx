import type { ComponentChildren } from 'preact';
import { t } from '../../../core/i18n';
import { Icon } from '../../../ui/Icon';

export interface Row {
  key: string;
  cells: readonly ComponentChildren[];
}
interface DataTableProps {
  /** What the table is, for those who hear it; shown above by whoever places it. */
  name: string;
  head: readonly string[];
  rows: readonly Row[];
  csv?: string;
}

/** Figures in rows: the first column is words, the rest numbers. It scrolls by itself where it is too wide. */
export function DataTable({ name, head, rows, csv }: DataTableProps) {
  return (
    <>
      {csv && (
        <a class="review__csv" href={csv} download aria-label={t('review.csvOf', { table: name })}>
          <Icon name="download" size={16} />
          {t('review.csv')}
        </a>
      )}
      <div class="datatable" tabIndex={0} role="group" aria-label={name}>
        <table>
          <thead>
            <tr>
              {head.map((words) => (
                <th key={words} scope="col">
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells }) => (
              <tr key={key}>
                {cells.map((cell, at) => (at === 0 ? <th scope="row">{cell}</th> : <td>{cell}</td>))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
