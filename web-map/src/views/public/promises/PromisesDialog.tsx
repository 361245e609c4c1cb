import { useEffect, useState } from 'preact/hooks';
import { number, t } from '../../../core/i18n';
import { day, promiseLength } from '../../../core/time';
import type { AchievedPromise, PromisesAchieved } from '../../../core/types';
import { Skeleton } from '../../../ui/Parts';
import { useApp } from '../app';
import { Modal } from '../Modal';
import './promises.css';

/** Promised and achieved, by category, over the last twelve whole months. */
export function PromisesDialog({ onClose }: { onClose: () => void }) {
  const { api } = useApp();
  const [achieved, setAchieved] = useState<PromisesAchieved | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    api.promises().then(setAchieved, () => setFailed(true));
  }, []);
  return (
    <Modal label={t('promises.title')} className="promises" onClose={onClose}>
      <h2>{t('promises.title')}</h2>
      {failed && <p role="alert">{t('promises.failed')}</p>}
      {achieved ? <Achieved achieved={achieved} /> : !failed && <Skeleton height="240px" />}
    </Modal>
  );
}

function Achieved({ achieved: { from, to, total, items } }: { achieved: PromisesAchieved }) {
  return (
    <>
      <p>{t('promises.about', { from: day(`${from}T12:00:00Z`), to: day(`${to}T12:00:00Z`) })}</p>
      <ul class="promises__total">
        {total.map(({ commitment, due, kept }) => (
          <li key={commitment}>
            <b>{due === 0 ? '–' : share(kept, due)}</b>
            <span>{t(`promises.${commitment}`)}</span>
            <small>{t('promises.of', { kept, n: due })}</small>
          </li>
        ))}
      </ul>
      <div class="promises__table" tabIndex={0} role="group" aria-label={t('promises.title')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('promises.category')}</th>
              <th scope="col">{t('promises.promised')}</th>
              <th scope="col">{t('promises.kept')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ category, name, promises }) =>
              promises.map((promise, at) => (
                <tr key={`${category} ${promise.commitment}`}>
                  {at === 0 && (
                    <th scope="rowgroup" rowSpan={promises.length}>
                      {name}
                    </th>
                  )}
                  <td>
                    {t('promises.within', {
                      what: t(`promises.${promise.commitment}`),
                      length: promiseLength(promise),
                    })}
                  </td>
                  <td>{keptWords(promise)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
      <p class="muted">{t('promises.method')}</p>
    </>
  );
}

function keptWords({ due, kept, withheld }: AchievedPromise): string {
  if (withheld || due === undefined || kept === undefined) return t('promises.withheld');
  return due === 0 ? t('promises.none') : t('promises.keptOf', { share: share(kept, due), n: due });
}

const share = (kept: number, due: number): string =>
  number(kept / due, { style: 'percent', maximumFractionDigits: 0 });
