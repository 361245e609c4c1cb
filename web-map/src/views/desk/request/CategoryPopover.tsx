import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { DeskDetail } from '../../../core/staff-types';
import { TextField } from '../../../ui/TextField';
import { reclassify } from '../acts';
import { CategorySelect } from '../CategorySelect';
import type { Desk } from '../desk';
import { PopoverForm } from './PopoverForm';

export function CategoryPopover({ desk, detail }: { desk: Desk; detail: DeskDetail }) {
  const [category, setCategory] = useState(detail.category);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<string | undefined>();
  const submit = (): void => {
    if (category === detail.category || reason.trim() === '') setMissing(t('category.missing'));
    else void reclassify(desk, category, reason.trim());
  };
  return (
    <PopoverForm desk={desk} title={t('category.title')} submit={t('category.go')} onSubmit={submit}>
      <CategorySelect
        catalogue={desk.catalogue.value}
        label={t('filter.category')}
        value={category}
        onChange={setCategory}
      />
      <TextField
        label={t('category.reason')}
        value={reason}
        error={missing}
        onInput={(text) => {
          setReason(text);
          setMissing(undefined);
        }}
      />
    </PopoverForm>
  );
}
