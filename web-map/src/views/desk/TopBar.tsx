import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../core/i18n';
import { clock, dateAndTime, sameDay } from '../../core/time';
import type { Jurisdiction } from '../../core/types';
import { IconButton } from '../../ui/Buttons';
import { now } from '../../ui/clock';
import { Icon } from '../../ui/Icon';
import { Brand } from '../../ui/Parts';
import { showToast } from '../../ui/Toast';
import { chooseLanguage, otherLanguage } from '../../ui/language';
import { chooseTheme, theme } from '../../ui/theme';
import type { Desk } from './desk';
import { GlobalSearch } from './GlobalSearch';
import { initials, problemWords } from './words';
import './top-bar.css';

export function TopBar({ desk }: { desk: Desk }) {
  const { jurisdiction, base } = desk.needs;
  const dark = theme.value === 'dark';
  return (
    <header class="bar">
      <a class="bar__home" href={`${base}/`}>
        <Brand place={jurisdiction.name} />
      </a>
      <Screens desk={desk} />
      <GlobalSearch desk={desk} />
      <div class="bar__end">
        {desk.lost.value && (
          <span class="bar__offline" role="status">
            <Icon name="offline" size={16} />
            {t('live.waiting')}
          </span>
        )}
        <Hotline jurisdiction={jurisdiction} />
        <time class="bar__time">{dateAndTime(now.value)}</time>
        <IconButton
          icon={dark ? 'sun' : 'moon'}
          label={t(dark ? 'bar.toLight' : 'bar.toDark')}
          onClick={() => chooseTheme(dark ? 'light' : 'dark')}
        />
        <AccountMenu desk={desk} />
      </div>
    </header>
  );
}

/** The desk's screens; the address behind the hash says which is shown. */
function Screens({ desk }: { desk: Desk }) {
  const shown = desk.screen.value;
  const here = (screen: typeof shown): object => (screen === shown ? { 'aria-current': 'page' } : {});
  const bar = useRef<HTMLElement>(null);
  // on a phone not all of them fit
  useEffect(
    () =>
      bar.current?.querySelector('[aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' }),
    [shown],
  );
  return (
    <nav class="bar__nav" ref={bar} aria-label={t('bar.nav')}>
      <a href="#" {...here('queue')}>
        {t('desk.title')}
      </a>
      {desk.rights.seeDrafts && (
        <a href="#sectors" {...here('sectors')}>
          {t('sectors.tab')}
        </a>
      )}
      <a href="#catalogue" {...here('catalogue')}>
        {t('catalogue.tab')}
      </a>
      {desk.rights.seeRules && (
        <a href="#rules" {...here('rules')}>
          {t('screen.rules')}
        </a>
      )}
      {desk.rights.seeReview && (
        <>
          <a href="#review" {...here('review')}>
            {t('bar.review')}
          </a>
          <a href="#analysis" {...here('analysis')}>
            {t('bar.analysis')}
          </a>
        </>
      )}
      {desk.rights.keepRota && (
        <a href="#teams" {...here('teams')}>
          {t('staffing.tab')}
        </a>
      )}
      {desk.rights.setUp && (
        <>
          <a href="#where" {...here('where')}>
            {t('where.tab')}
          </a>
          <a href="#settings" {...here('settings')}>
            {t('settings.tab')}
          </a>
        </>
      )}
    </nav>
  );
}

function Hotline({ jurisdiction }: { jurisdiction: Jurisdiction }) {
  const { hotline } = jurisdiction;
  if (!hotline) return null;
  const closes = hotline.open ? hotline.closesAt : undefined;
  const opens = !hotline.open && hotline.opensAt && sameDay(hotline.opensAt) ? hotline.opensAt : undefined;
  return (
    <span class="bar__line">
      <Icon name="phone" size={16} />
      <b>{t(hotline.open ? 'bar.lineOpen' : 'bar.lineClosed')}</b>
      {closes && <span>{t('bar.lineUntil', { clock: clock(closes) })}</span>}
      {opens && <span>{t('bar.lineOpens', { clock: clock(opens) })}</span>}
    </span>
  );
}

function AccountMenu({ desk }: { desk: Desk }) {
  const [open, setOpen] = useState(false);
  const element = useRef<HTMLDivElement>(null);
  const { account } = desk.needs;
  useEffect(() => {
    if (!open) return undefined;
    const onPointer = (event: PointerEvent): void => {
      if (!element.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
  }, [open]);
  const close = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    setOpen(false);
    element.current?.querySelector('button')?.focus();
  };
  return (
    <div ref={element} class="bar__account" onKeyDown={close}>
      <button
        type="button"
        class="avatar"
        aria-label={t('bar.account', { initials: initials(account.name), name: account.name })}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {initials(account.name)}
      </button>
      {open && <AccountItems desk={desk} onDone={() => setOpen(false)} />}
    </div>
  );
}

/** Whoever says that they are away is given nothing new until they are back, at the latest until midnight. */
function Presence({ desk }: { desk: Desk }) {
  const self = desk.frontDesk.self();
  if (!desk.rights.direct || !self) return null;
  const say = (present: boolean): void =>
    void desk.frontDesk.say(present).catch((cause: unknown) => showToast(problemWords(cause)));
  return (
    <label>
      <input type="checkbox" checked={self.onDuty} onChange={(event) => say(event.currentTarget.checked)} />
      {t('bar.onDuty')}
    </label>
  );
}

function AccountItems({ desk, onDone }: { desk: Desk; onDone: () => void }) {
  const { account } = desk.needs;
  return (
    <div class="bar__menu">
      <p>
        <b>{account.name}</b>
        <span>
          {t(`role.${account.role}`)}
          {!desk.rights.act && `, ${t('bar.readOnly')}`}
        </span>
      </p>
      <Presence desk={desk} />
      <label>
        <input
          type="checkbox"
          checked={desk.letters.value}
          onChange={(event) => desk.setLetters(event.currentTarget.checked)}
        />
        {t('bar.letters')}
      </label>
      <button
        type="button"
        onClick={() => {
          onDone();
          desk.helpOpen.value = true;
        }}
      >
        {t('bar.help')}
      </button>
      <button
        type="button"
        lang={otherLanguage()}
        aria-label={t('ui.languageLabel')}
        onClick={() => chooseLanguage(otherLanguage())}
      >
        {t('ui.language')}
      </button>
      <button type="button" onClick={() => void desk.signOut()}>
        {t('signOut')}
      </button>
    </div>
  );
}
