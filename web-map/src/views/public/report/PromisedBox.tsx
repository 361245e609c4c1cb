import { t } from '../../../core/i18n';
import { promiseLength, span, unitWord } from '../../../core/time';
import type { Category, CommitmentKind, Located } from '../../../core/types';
import { BigRing } from '../../../ui/Ring';
import type { FoundCategory } from '../app';

interface PromisedProps {
  found: FoundCategory;
  located: Located | null;
}

/** What is promised before anything is sent: by whom, and how soon. */
export function PromisedBox({ found: { category }, located }: PromisedProps) {
  const minutes = promisedMinutes(category, located);
  const main: CommitmentKind = minutes.REPLY !== undefined ? 'REPLY' : 'RESOLVE';
  const length = minutes[main] ?? 0;
  const { value, unit } = span(length * 60_000);
  const others = (['ON_SITE', 'RESOLVE'] as const).filter(
    (kind) => kind !== main && minutes[kind] !== undefined,
  );
  const organisation = located?.organisation;
  return (
    <>
      {organisation?.forwarded && (
        <div class="forwarded">
          <span class="forwarded__mark" aria-hidden="true" />
          <div>
            <b>{t('place.forwarded', { organisation: organisation.name })}</b>
            <span>{organisation.reason}</span>
          </div>
        </div>
      )}
      <div class="promise promise--ok">
        <BigRing
          left={1}
          level="ok"
          size={72}
          text={String(value)}
          unit={unitWord({ value, unit })}
          width={8}
        />
        <div>
          <b>{t(`report.promise.${main}`, { length: promiseLength(length) })}</b>
          <span>
            {byWords(category, located)}
            {others.map(
              (kind) => ` ${t(`report.promise.also.${kind}`, { length: promiseLength(minutes[kind] ?? 0) })}`,
            )}
          </span>
        </div>
      </div>
    </>
  );
}

/** The service that answers, and the organisation when its name says more. */
function byWords(category: Category, located: Located | null): string {
  const service = located?.service ?? category.service;
  const organisation = located?.organisation;
  if (organisation?.forwarded) return t('place.forwarded.follow', { service });
  // somebody else's, but made safe here first
  if (organisation && organisation.sentence !== organisation.reason)
    return `${t('report.promise.by', { service })} ${organisation.sentence}`;
  return organisation
    ? t('report.promise.byOf', { service, organisation: organisation.name })
    : t('report.promise.by', { service });
}

/** The place's own promises, else the category's. */
function promisedMinutes(
  category: Category,
  located: Located | null,
): Partial<Record<CommitmentKind, number>> {
  const { acknowledgeMinutes, onSiteMinutes, resolveMinutes, replyMinutes } = category.promises;
  const told = Object.fromEntries(
    (located?.promises ?? []).map(({ commitment, minutes }) => [commitment, minutes]),
  );
  if (Object.keys(told).length > 0) return told;
  return {
    ACKNOWLEDGE: acknowledgeMinutes,
    REPLY: replyMinutes,
    ...(onSiteMinutes === undefined ? {} : { ON_SITE: onSiteMinutes }),
    ...(resolveMinutes === undefined ? {} : { RESOLVE: resolveMinutes }),
  };
}
