import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { Button } from '../../../ui/Buttons';
import { showToast } from '../../../ui/Toast';
import { problemWords } from '../words';

interface RemoveButtonProps {
  remove: () => Promise<unknown>;
  onDone: () => Promise<void>;
}

/** Pressed twice: what is removed here cannot be had back. */
export function RemoveButton({ remove, onDone }: RemoveButtonProps) {
  const [asked, setAsked] = useState(false);
  const act = async (): Promise<void> => {
    try {
      await remove();
      showToast(t('staffing.removed'));
      await onDone();
    } catch (cause) {
      setAsked(false);
      showToast(problemWords(cause));
    }
  };
  return (
    <Button onClick={() => (asked ? void act() : setAsked(true))}>
      {t(asked ? 'staffing.remove.confirm' : 'staffing.remove')}
    </Button>
  );
}
