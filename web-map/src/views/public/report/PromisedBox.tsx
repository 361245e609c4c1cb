import { t } from '../../../core/i18n';
import { promiseLength, promiseSpan, unitWord } from '../../../core/time';
import type { Located } from '../../../core/place-types';
import type { Category } from '../../../core/types';
import { BigRing } from '../../../ui/Ring';
import type { FoundCategory } from '../app';

interface PromisedProps {
  found: FoundCategory;
  located: Located | null;
}

/** What is promised before anything is sent: by whom, and how soon. */
export function PromisedBox({ found: { category }, located }: PromisedProps) {
  const promised = new Map(
    (located?.promises ?? category.promises).map((promise) => [promise.commitment, promise]),
  );
  const main = promised.get('REPLY') ?? promised.get('RESOLVE');
  if (!main) return null;
  const { value, unit } = promiseSpan(main);
  const others = (['ON_SITE', 'RESOLVE'] as const).flatMap((kind) =>
    kind === main.commitment ? [] : (promised.get(kind) ?? []),
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
          <b>{t(`report.promise.${main.commitment}`, { length: promiseLength(main) })}</b>
          <span>
            {byWords(category, located)}
            {others.map(
              (other) => ` ${t(`report.promise.also.${other.commitment}`, { length: promiseLength(other) })}`,
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
