import { assetLabel, type Asset } from '../../../core/assets';
import { distance } from '../../../core/distance';
import { t } from '../../../core/i18n';
import { Chip } from '../../../ui/Buttons';
import { useField } from '../field';
import { assetsNear } from './at-place';
import { change, draft } from './draft';

const SHOWN = 4;

/** Which lamp? One tap names what stands by the mark; whoever knows none, or has no network, goes on without. */
export function AssetPick() {
  const { kept } = useField();
  const picked = draft.value.asset;
  const near = (assetsNear.value ?? []).slice(0, SHOWN);
  const offered = picked && near.every(({ id }) => id !== picked.id) ? [picked, ...near] : near;
  if (offered.length === 0) return null;
  return (
    <section class="things" aria-labelledby="field-asset">
      <h2 id="field-asset">{t('field.report.asset')}</h2>
      <div class="things__all">
        {offered.map((asset) => (
          <Chip
            key={asset.id}
            pressed={asset.id === picked?.id}
            onClick={() => change(kept, { asset: asset.id === picked?.id ? null : asset })}
          >
            {words(asset)}
          </Chip>
        ))}
      </div>
    </section>
  );
}

function words(asset: Asset): string {
  const label = assetLabel(asset);
  return asset.distanceMetres === undefined
    ? label
    : t('field.report.assetNear', { asset: label, distance: distance(asset.distanceMetres) });
}
