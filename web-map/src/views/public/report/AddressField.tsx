import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Address } from '../../../core/place-types';
import { Icon } from '../../../ui/Icon';
import { SearchField, type SearchOption } from '../../../ui/SearchField';
import { useApp } from '../app';
import type { Report } from './report';

const PAUSE_MS = 180;

/** The address: follows the pin, leads the pin, or stands alone for those without a map. */
export function AddressField({ report }: { report: Report }) {
  const { api } = useApp();
  const { address, addressTyped, position } = report.draft.value;
  const [found, setFound] = useState<Address[] | null>(null);
  const sector = report.here.located.value?.sector;
  useEffect(() => {
    setFound(null);
    if (!addressTyped || address.trim().length < 3) return undefined;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      api.addresses(address, position ?? undefined, abort.signal).then(
        ({ items }) => setFound(items),
        () => undefined,
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [address, addressTyped]);
  const pick = ({ label, position: place }: Address): void => report.place(place, 'ADDRESS', label);
  return (
    <div class="field address">
      <span class="field__label">{t('report.where.address')}</span>
      <SearchField
        label={t('report.where.address')}
        placeholder={t('report.where.placeholder')}
        value={address}
        options={(found ?? []).map(optionOf)}
        answered={found !== null}
        onInput={(text) => report.change({ address: text, addressTyped: text !== '' })}
        onPick={({ value }) => pick(value)}
        onSubmit={() => found?.[0] && pick(found[0])}
        end={sector && !addressTyped && <span class="address__sector">{sector.name}</span>}
      />
    </div>
  );
}

function optionOf(address: Address): SearchOption<Address> {
  const { label, postcode, locality, position } = address;
  const town = [postcode, locality].filter(Boolean).join(' ');
  return {
    key: `${label} ${position.coordinates.join(' ')}`,
    label,
    ...(town && !label.includes(town) ? { detail: town } : {}),
    mark: <Icon name="pin" />,
    value: address,
  };
}
