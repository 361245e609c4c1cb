import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { ProcessContent, ProcessVersion } from '../../../core/process-types';
import { compare, type Row } from './compare';

interface ComparisonProps {
  before: ProcessVersion | null;
  shown: ProcessVersion | null;
  content: ProcessContent;
}

/** What a version says, and where it differs from the one before. */
export function Comparison({ before, shown, content }: ComparisonProps) {
  const [onlyChanged, setOnlyChanged] = useState(false);
  const rows = compare(before?.content ?? null, content);
  const changed = rows.filter((row) => row.changed);
  return (
    <>
      {before && (
        <div class="compare__head">
          <p>{t('catalogue.changes', { n: changed.length })}</p>
          {changed.length > 0 && (
            <label>
              <input
                type="checkbox"
                checked={onlyChanged}
                onChange={(event) => setOnlyChanged(event.currentTarget.checked)}
              />
              {t('catalogue.onlyChanges')}
            </label>
          )}
        </div>
      )}
      <table class={`compare${before ? ' compare--two' : ''}`}>
        <thead>
          <tr>
            <th scope="col">{t('catalogue.what')}</th>
            {before && <th scope="col">{t('catalogue.version', { n: String(before.number) })}</th>}
            <th scope="col">
              {shown ? t('catalogue.version', { n: String(shown.number) }) : t('catalogue.now')}
            </th>
          </tr>
        </thead>
        <tbody>
          {(onlyChanged && changed.length > 0 ? changed : rows).map((row) => (
            <Line key={row.key} row={row} before={before} shown={shown} />
          ))}
        </tbody>
      </table>
    </>
  );
}

interface LineProps {
  row: Row;
  before: ProcessVersion | null;
  shown: ProcessVersion | null;
}

/** What stays the same is said once. */
function Line({ row, before, shown }: LineProps) {
  const { label, changed } = row;
  const version = (version: ProcessVersion | null): string =>
    t('catalogue.version', { n: String(version?.number ?? 1) });
  return (
    <tr class={changed ? 'is-changed' : ''}>
      <th scope="row">{label}</th>
      {changed ? (
        <>
          <td data-version={version(before)}>
            {row.before === '' ? <i>{t('catalogue.nothing')}</i> : <del>{row.before}</del>}
          </td>
          <td data-version={version(shown)}>
            {row.after === '' ? <i>{t('catalogue.nothing')}</i> : <ins>{row.after}</ins>}
          </td>
        </>
      ) : (
        <td colSpan={before ? 2 : 1}>{row.after}</td>
      )}
    </tr>
  );
}
