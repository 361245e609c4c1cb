import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { onDemand } from '../../../ui/on-demand';

const PromisesDialog = onDemand(() => import('./PromisesDialog').then((code) => code.PromisesDialog));

/** Leads to what the city promises and what it has kept. */
export function PromisesLink() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="link" onClick={() => setOpen(true)}>
        {t('promises.link')}
      </button>
      {open && <PromisesDialog onClose={() => setOpen(false)} />}
    </>
  );
}
