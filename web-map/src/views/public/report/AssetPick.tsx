import { assetLabel, type Asset } from '../../../core/assets';
import { distance } from '../../../core/distance';
import { t } from '../../../core/i18n';
import { Chip } from '../../../ui/Buttons';
import type { Report } from './report';

const SHOWN = 3;

/** Things of the town by the pin: one tap names the very lamp, and nobody has to. */
export function AssetPick({ report }: { report: Report }) {
  const picked = report.draft.value.asset;
  const near = report.here.assets.value.slice(0, SHOWN);
  const offered = picked && near.every(({ id }) => id !== picked.id) ? [picked, ...near] : near;
  if (offered.length === 0) return null;
  return (
    <div class="field" role="group" aria-label={t('report.asset.title')}>
      <span class="field__label">{t('report.asset.title')}</span>
      <div class="other">
        {offered.map((asset) => (
          <Chip
            key={asset.id}
            pressed={asset.id === picked?.id}
            onClick={() => report.about(asset.id === picked?.id ? null : asset)}
          >
            {words(asset)}
          </Chip>
        ))}
      </div>
    </div>
  );
}

function words(asset: Asset): string {
  const label = assetLabel(asset);
  return asset.distanceMetres === undefined
    ? label
    : t('report.asset.near', { asset: label, distance: distance(asset.distanceMetres) });
}
