import { useRef } from 'preact/hooks';
import { assetLabel } from '../../../core/assets';
import { t } from '../../../core/i18n';
import { LocateControl, NudgePad } from '../../../map';
import type { Direction } from '../../../map/pin-layer';
import { Button } from '../../../ui/Buttons';
import { Icon } from '../../../ui/Icon';
import type { Stage } from '../browse/Stage';
import { narrow } from '../layout';
import { AddressField } from './AddressField';
import type { Report } from './report';
import { usePin } from './use-pin';

const KEYS: Record<string, Direction> = {
  ArrowUp: 'north',
  ArrowDown: 'south',
  ArrowRight: 'east',
  ArrowLeft: 'west',
};

/** The place: from the photo, the phone, the map, or only by its address. */
export function StepWhere({ report, stage }: { report: Report; stage: Stage | null }) {
  const hole = useRef<HTMLDivElement>(null);
  const pin = usePin(report, stage, hole);
  const located = report.here.located.value;
  const outside = located?.inside === false;
  const error = report.errors.value['position'] ?? (outside ? report.outside() : undefined);
  return (
    <>
      <div class="where__hole" ref={hole}>
        <Source report={report} />
        <div
          class="where__pad"
          onKeyDown={(event) => {
            const direction = KEYS[event.key];
            if (!direction) return;
            event.preventDefault();
            pin.nudge(direction);
          }}
        >
          <NudgePad onNudge={pin.nudge} />
        </div>
        <div class="where__locate">
          {stage && (
            <LocateControl
              map={stage.map}
              onFound={(position, accuracy) => {
                stage.here.set(position, accuracy);
                report.place(position, 'GPS');
              }}
            />
          )}
        </div>
      </div>
      <div class="report__pane">
        <About report={report} />
        <AddressField report={report} />
        {error ? (
          <p class="field__error" role="alert">
            {error}
          </p>
        ) : (
          located && <p class="field__hint">{located.placement.sentence}</p>
        )}
      </div>
      <footer class="report__foot">
        <Button
          look="primary"
          size="big"
          block
          onClick={() => {
            if (report.check('where')) report.goTo('what');
          }}
        >
          {t('report.where.next')}
        </Button>
        <p>{t(narrow.value ? 'report.where.hint' : 'report.where.hintWide')}</p>
      </footer>
    </>
  );
}

/** What the report is about, when somebody came by the code that is painted on it. */
function About({ report }: { report: Report }) {
  const { asset } = report.draft.value;
  if (!asset) return null;
  return (
    <p class="field__hint" role="status">
      {t('report.asset.picked', { asset: assetLabel(asset) })}{' '}
      <button type="button" class="link" onClick={() => report.about(null)}>
        {t('report.asset.remove')}
      </button>
    </p>
  );
}

/** Where the proposed place came from. */
function Source({ report }: { report: Report }) {
  const { source } = report.draft.value;
  if (source !== 'PHOTO' && source !== 'GPS') return null;
  return (
    <p class="where__source" role="status">
      <Icon name={source === 'PHOTO' ? 'image' : 'locate'} size={18} />
      {t(source === 'PHOTO' ? 'report.where.fromPhoto' : 'report.where.fromGps')}
    </p>
  );
}
