import { useState } from 'preact/hooks';
import { moved } from '../../../core/distance';
import { t } from '../../../core/i18n';
import { NudgePad } from '../../../map';
import type { Direction } from '../../../map/pin-layer';
import { Button } from '../../../ui/Buttons';
import { TextField } from '../../../ui/TextField';
import { movePin } from '../acts';
import type { Desk } from '../desk';
import { Trouble } from '../request/Trouble';

const STEP_METRES = 5;
const STEPS: Record<Direction, readonly [east: number, north: number]> = {
  north: [0, STEP_METRES],
  south: [0, -STEP_METRES],
  east: [STEP_METRES, 0],
  west: [-STEP_METRES, 0],
};

/** While the pin is being moved: how, why, and the two ways out. */
export function MoveCard({ desk }: { desk: Desk }) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<string | undefined>();
  const nudge = (direction: Direction): void => {
    const position = desk.moving.value;
    if (position) desk.moving.value = moved(position, ...STEPS[direction]);
  };
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const position = desk.moving.value;
    if (reason.trim() === '') setMissing(t('move.missing'));
    else if (position && (await movePin(desk, position, reason.trim()))) desk.pane.value = 'request';
  };
  return (
    <form class="suggest suggest--move" onSubmit={(event) => void save(event)}>
      <NudgePad onNudge={nudge} />
      <div class="move__words">
        <h2>{t('move.title')}</h2>
        <p>{t('move.hint')}</p>
        <TextField
          label={t('move.reason')}
          value={reason}
          error={missing}
          autofocus
          onInput={(text) => {
            setReason(text);
            setMissing(undefined);
          }}
        />
        <Trouble desk={desk} />
        <div class="suggest__go">
          <Button onClick={() => (desk.moving.value = null)}>{t('act.cancel')}</Button>
          <Button type="submit" look="primary" disabled={desk.selection.busy.value}>
            {t('move.go')}
          </Button>
        </div>
      </div>
    </form>
  );
}
