import type { PublicApi } from '../../../core/api';
import type { Address } from '../../../core/place-types';
import type { Point, RequestCard } from '../../../core/types';

/** What the search box can lead to. */
export type Found =
  | { kind: 'number'; number: string }
  | { kind: 'request'; card: RequestCard }
  | { kind: 'place'; address: Address };

/** "2026-004198", "n° 4198" or "4198" as the number people are given; null for any other text. */
export function asNumber(text: string, year = new Date().getFullYear()): string | null {
  const found = /^\s*(?:n\s*°|no\.?|#)?\s*(?:(\d{4})\s*-\s*)?(\d{1,6})\s*$/i.exec(text);
  if (!found) return null;
  return `${found[1] ?? year}-${(found[2] ?? '').padStart(6, '0')}`;
}

/** A request's number, or the token of its tracking page, in what someone has pasted. */
export function asTracking(text: string): { token: string } | { number: string } | null {
  const token = /\/track\/([^/?#\s]+)/.exec(text)?.[1];
  if (token) return { token };
  const linked = /[?&]request=([^&#\s]+)/.exec(text)?.[1];
  const number = asNumber(linked ? decodeURIComponent(linked) : text);
  return number ? { number } : null;
}

/** Places and requests that fit the words; a bare number is a request before it is a house number. */
export async function search(
  api: PublicApi,
  text: string,
  near: Point | undefined,
  signal: AbortSignal,
): Promise<Found[]> {
  const number = asNumber(text);
  const [places, requests] = await Promise.all([
    api.addresses(text.trim(), near, signal),
    number === null
      ? api.requests({ q: text.trim(), limit: 3 }, signal)
      : Promise.resolve({ items: [] as RequestCard[] }),
  ]);
  return [
    ...(number === null ? [] : [{ kind: 'number' as const, number }]),
    ...places.items.slice(0, 5).map((address) => ({ kind: 'place' as const, address })),
    ...requests.items.map((card) => ({ kind: 'request' as const, card })),
  ];
}
