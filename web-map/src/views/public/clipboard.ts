import { t } from '../../core/i18n';
import { showToast } from '../../ui/Toast';

/** Copies and says so; where copying is not allowed the text is shown to be copied by hand. */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showToast(done);
  } catch {
    showToast(t('card.copyFailed', { text }));
  }
}
