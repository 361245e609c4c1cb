import type { Catalogue, Category, Located } from '../../../core/types';

export function categoryOf({ domains }: Catalogue, code: string): Category | undefined {
  return domains.flatMap(({ categories }) => categories).find((category) => category.code === code);
}

/** What the category promises everywhere, in the order of the clocks. */
export function promisesOf({ promises }: Category): NonNullable<Located['promises']> {
  const { acknowledgeMinutes, onSiteMinutes, resolveMinutes, replyMinutes } = promises;
  const all = [
    { commitment: 'ACKNOWLEDGE', minutes: acknowledgeMinutes },
    { commitment: 'ON_SITE', minutes: onSiteMinutes },
    { commitment: 'RESOLVE', minutes: resolveMinutes },
    { commitment: 'REPLY', minutes: replyMinutes },
  ] as const;
  return all.flatMap(({ commitment, minutes }) => (minutes === undefined ? [] : [{ commitment, minutes }]));
}
