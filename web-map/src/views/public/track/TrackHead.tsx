import { t } from '../../../core/i18n';
import { Button } from '../../../ui/Buttons';
import { Brand } from '../../../ui/Parts';
import { useApp } from '../app';
import { LanguageSwitch, ThemeToggle } from '../browse/Menu';
import { copyText } from '../clipboard';

export function TrackHead({ number }: { number: string | null }) {
  const { base, jurisdiction } = useApp();
  return (
    <header class="track__head">
      <a class="track__home" href={`${base}/`} aria-label={t('track.home', { place: jurisdiction.name })}>
        <Brand place={jurisdiction.name} />
      </a>
      <span class="track__tools">
        <LanguageSwitch />
        <ThemeToggle />
      </span>
      {number && (
        <Button
          icon="copy"
          class="track__number"
          aria-label={t('track.copyNumber', { number })}
          onClick={() => void copyText(number, t('card.numberCopied'))}
        >
          <bdi class="num">{t('card.number', { number })}</bdi>
        </Button>
      )}
    </header>
  );
}
