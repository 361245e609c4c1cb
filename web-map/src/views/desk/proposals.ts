import type { PublicApi } from '../../core/api';
import { assetLabel, type AssetRef } from '../../core/assets';
import type { Address } from '../../core/place-types';

/** What the address box proposes: an address, or a thing of the town by its code. */
export interface Proposal extends Address {
  asset?: AssetRef;
}

const MOST_ASSETS = 3;

/** Things first, since a code that somebody reads out means one; without them the addresses alone. */
export async function propose(
  api: Pick<PublicApi, 'addresses' | 'assets'>,
  where: string,
  stop: AbortSignal,
): Promise<{ items: Proposal[]; tookMs: number }> {
  const [addresses, assets] = await Promise.all([
    api.addresses(where, undefined, stop),
    api.assets(where, stop).catch(() => ({ items: [] })),
  ]);
  const things = assets.items.slice(0, MOST_ASSETS).map((asset) => ({
    label: assetLabel(asset),
    locality: asset.name,
    position: asset.position,
    asset,
  }));
  return { items: [...things, ...addresses.items], tookMs: addresses.tookMs };
}
