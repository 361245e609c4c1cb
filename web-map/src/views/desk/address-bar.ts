import { assetLabel, type AssetRef } from '../../core/assets';
import { filterFrom, writeFilter, type QueueFilter } from './filter';

/** What the page's address says: the filter, and the number of the request that is open. */
export interface Place {
  filter: QueueFilter;
  request: string;
}

export function readPlace(search: string): Place {
  const query = new URLSearchParams(search);
  return { filter: filterFrom(query), request: query.get('request') ?? '' };
}

export function placeQuery({ filter, request }: Place): string {
  const query = new URLSearchParams();
  writeFilter(query, filter);
  if (request !== '') query.set('request', request);
  // commas and spaces stay readable for those who pass the address on
  const text = query.toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}

export function writePlace(place: Place): void {
  const address = `${location.pathname}${placeQuery(place)}`;
  if (address !== `${location.pathname}${location.search}`)
    history.replaceState(null, '', `${address}${location.hash}`);
}

/** Which screen of the desk is shown, and what is open on it: a draft, a process, a rule, or a section of the teams, the settings or what holds where. Part of the address behind the hash. */
export interface Screen {
  name:
    | 'queue'
    | 'sectors'
    | 'catalogue'
    | 'rules'
    | 'review'
    | 'analysis'
    | 'history'
    | 'teams'
    | 'where'
    | 'settings';
  part: string;
}
const SCREEN =
  /^#(sectors|catalogue|rules|review|analysis|history|teams|where|settings)(?:\/([\w-]+))?(?:\?.*)?$/;

export function screenOf(hash: string): Screen {
  const found = SCREEN.exec(hash);
  return found ? { name: found[1] as Screen['name'], part: found[2] ?? '' } : { name: 'queue', part: '' };
}

/** Where all that was reported of a thing of the town is listed. */
export function assetHash(asset: AssetRef): string {
  return `${historyHash(assetLabel(asset))}&asset=${encodeURIComponent(asset.id)}`;
}

/** Where all that a search found is listed. */
export function historyHash(text: string): string {
  return `#history?q=${encodeURIComponent(text)}`;
}
