import { signal } from '@preact/signals';
import { t } from '../../../core/i18n';

/** Whether lamps, bins and trees are drawn: not before somebody asks, or they would stand between the requests. */
export const assetsShown = signal(false);

export function AssetSwitch() {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={assetsShown.value}
        onChange={({ currentTarget }) => (assetsShown.value = currentTarget.checked)}
      />
      {t('map.assets')}
    </label>
  );
}
