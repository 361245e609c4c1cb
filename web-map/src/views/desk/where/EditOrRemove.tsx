import { t } from '../../../core/i18n';
import { Button } from '../../../ui/Buttons';

interface EditOrRemoveProps {
  /** What it is, for those who do not see where the buttons stand. */
  about: string;
  onEdit: () => void;
  onRemove: () => void;
}

export function EditOrRemove({ about, onEdit, onRemove }: EditOrRemoveProps) {
  return (
    <div class="settings__row">
      <Button size="small" aria-label={t('where.editOf', { about })} onClick={onEdit}>
        {t('where.edit')}
      </Button>
      <Button size="small" aria-label={t('where.removeOf', { about })} onClick={onRemove}>
        {t('where.remove')}
      </Button>
    </div>
  );
}
