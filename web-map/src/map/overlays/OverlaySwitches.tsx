import { useState } from 'preact/hooks';
import { t } from '../../core/i18n';
import { legendUrl } from '../../core/overlay';
import type { Overlay } from '../../core/overlay-types';
import { Button } from '../../ui/Buttons';
import { titleOf, type OverlayBook } from './overlay-book';
import './overlays.css';

/** Which layers of other services are shown; each row says how its service goes, and what its colours mean. */
export function OverlaySwitches({ book }: { book: OverlayBook }) {
  return (
    <section class="overlays" aria-label={t('overlays.title')}>
      <b>{t('overlays.title')}</b>
      <ul>
        {/* what lies on top is named first */}
        {[...book.overlays].reverse().map((overlay) => (
          <Row key={overlay.id} book={book} overlay={overlay} />
        ))}
      </ul>
    </section>
  );
}

function Row({ book, overlay }: { book: OverlayBook; overlay: Overlay }) {
  const shown = book.shown.value.includes(overlay.id);
  const title = titleOf(overlay);
  return (
    <li aria-busy={shown && book.standings.value.get(overlay.id) === 'loading'}>
      <label class="overlays__switch">
        <input
          type="checkbox"
          checked={shown}
          onChange={({ currentTarget }) => book.show(overlay, currentTarget.checked)}
        />
        <bdi>{title}</bdi>
      </label>
      {shown && <Standing book={book} overlay={overlay} />}
      {shown && <OverlayLegend key={title} overlay={overlay} title={title} />}
    </li>
  );
}

function Standing({ book, overlay }: { book: OverlayBook; overlay: Overlay }) {
  const zoom = book.zoom.value;
  const standing = book.standings.value.get(overlay.id);
  if (zoom < overlay.minZoom) return <p class="overlays__note">{t('overlays.zoomIn')}</p>;
  if (zoom > overlay.maxZoom) return <p class="overlays__note">{t('overlays.zoomOut')}</p>;
  if (standing === 'silent')
    return (
      <p class="overlays__note" role="status">
        {t(isRead(overlay) ? 'overlays.unread' : 'overlays.silent')}
      </p>
    );
  if (standing === 'reload')
    return (
      <p class="overlays__note" role="status">
        {t('overlays.reload')}{' '}
        <Button size="small" icon="sync" onClick={() => location.reload()}>
          {t('overlays.reload.do')}
        </Button>
      </p>
    );
  return overlay.attribution === '' ? null : <p class="overlays__note">{overlay.attribution}</p>;
}

const isRead = ({ kind }: Overlay): boolean => kind === 'WFS' || kind === 'FEATURES';

/** A picture of the service's own; where there is none, nothing. */
function OverlayLegend({ overlay, title }: { overlay: Overlay; title: string }) {
  const [failed, setFailed] = useState(false);
  const url = legendUrl(overlay);
  if (url === null || failed) return null;
  return (
    <img
      class="overlays__legend"
      src={url}
      alt={t('overlays.legend', { title })}
      onError={() => setFailed(true)}
    />
  );
}
