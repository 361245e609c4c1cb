import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { ago, day } from '../../../core/time';
import { Button } from '../../../ui/Buttons';
import { Icon } from '../../../ui/Icon';
import { TextField } from '../../../ui/TextField';
import { flowsOf, movedEdges } from './flows';
import type { Sectors } from './sectors';

/** Which version holds, which drafts there are, and which open requests would change sector. */
export function DraftPane({ sectors }: { sectors: Sectors }) {
  return (
    <section class="pane pane--draft" aria-label={t('sectors.title')}>
      <h1 class="pane__title">{t('sectors.title')}</h1>
      <div class="pane__scroll">
        <Versions sectors={sectors} />
        {sectors.mayDraw && <NewDraft sectors={sectors} />}
        <Flows sectors={sectors} />
        <Steps sectors={sectors} />
        {sectors.mayDraw && sectors.draft.value && <Discard key={sectors.draft.value.id} sectors={sectors} />}
      </div>
      <Checks sectors={sectors} />
    </section>
  );
}

function Versions({ sectors }: { sectors: Sectors }) {
  const version = sectors.draft.value?.version ?? sectors.current.value;
  const coming = sectors.versions.value.filter(
    ({ setId, number }) =>
      setId === sectors.current.value?.setId && number > (sectors.current.value?.number ?? 0),
  );
  const newest = Math.max(0, ...[...coming, sectors.current.value].map((known) => known?.number ?? 0));
  return (
    <ul class="versions">
      {version && (
        <li class="version">
          <b>{t('sectors.version.now', { version: version.number })}</b>
          <Sample look="before" />
          <span>{t('sectors.version.since', { n: version.sectors, day: day(version.holdsFrom) })}</span>
        </li>
      )}
      {coming
        .filter(({ id }) => id !== version?.id)
        .map(({ id, number, holdsFrom }) => (
          <li key={id} class="version">
            <b>{t('sectors.version', { version: number })}</b>
            <span>{t('sectors.version.from', { day: day(holdsFrom) })}</span>
          </li>
        ))}
      {sectors.drafts.value.map((line) => {
        const open = sectors.draft.value?.id === line.id;
        return (
          <li key={line.id}>
            <button
              type="button"
              class="version"
              aria-pressed={open}
              onClick={() => !open && void sectors.open(line.id)}
            >
              <b>
                {t('sectors.draft', { version: line.number })}
                {line.number <= newest && <em>{t('sectors.outdated.short')}</em>}
              </b>
              <Sample look="after" />
              <span>
                {t('sectors.draft.by', {
                  name: line.name,
                  who: line.created.name,
                  when: ago(line.created.at),
                })}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** A piece of line as it stands on the map. */
function Sample({ look }: { look: 'before' | 'after' }) {
  return <i class={`sample sample--${look}`} aria-hidden="true" />;
}

function NewDraft({ sectors }: { sectors: Sectors }) {
  const [name, setName] = useState<string | null>(null);
  if (name === null)
    return (
      <Button size="small" icon="plus" disabled={!sectors.current.value} onClick={() => setName('')}>
        {t('sectors.new')}
      </Button>
    );
  const start = async (): Promise<void> => {
    if (name.trim() !== '' && (await sectors.start(name))) setName(null);
  };
  return (
    <form
      class="newdraft"
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <TextField label={t('sectors.new.name')} value={name} onInput={setName} autofocus />
      <div class="newdraft__acts">
        <Button size="small" type="submit" disabled={sectors.busy.value || name.trim() === ''}>
          {t('sectors.new.start')}
        </Button>
        <Button size="small" look="quiet" onClick={() => setName(null)}>
          {t('sectors.cancel')}
        </Button>
      </div>
    </form>
  );
}

function Flows({ sectors }: { sectors: Sectors }) {
  const preview = sectors.preview.value;
  if (!sectors.draft.value) return <p class="pane__hint">{t('sectors.none')}</p>;
  if (!preview) return <p class="pane__hint">{t('sectors.counting')}</p>;
  return (
    <section class="flows" aria-live="polite">
      <h2>{t('sectors.flows')}</h2>
      <ul>
        {flowsOf(preview.moves, t('sectors.outside')).map(({ from, to, count }) => (
          <li key={`${from} ${to}`}>
            <b>{from}</b>
            <span>{t('sectors.flows.to', { name: to })}</span>
            <strong>{count}</strong>
          </li>
        ))}
        <li class="flows__all">
          <b>{t('sectors.flows.all')}</b>
          <span>{t('sectors.flows.of', { n: preview.open })}</span>
          <strong data-count="moving">{preview.changeSector}</strong>
        </li>
        <li>
          <b>{t('sectors.flows.team')}</b>
          <span>{t('sectors.flows.teamHint')}</span>
          <strong>{preview.changeTeam}</strong>
        </li>
      </ul>
    </section>
  );
}

function Steps({ sectors }: { sectors: Sectors }) {
  const draft = sectors.draft.value;
  if (!draft || draft.steps.length === 0) return null;
  return (
    <details class="steps">
      <summary>{t('sectors.steps', { n: draft.step })}</summary>
      <ol>
        {[...draft.steps].reverse().map(({ number, kind, about, made }) => (
          <li key={number} class={number > draft.step ? 'steps__undone' : ''}>
            <b>{t(`sectors.step.${kind}`)}</b> {about}
            <span>
              {made.name}, {ago(made.at)}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Asked twice: the second time in other words. */
function Discard({ sectors }: { sectors: Sectors }) {
  const [sure, setSure] = useState(false);
  return (
    <Button
      size="small"
      look="quiet"
      disabled={sectors.busy.value}
      onClick={() => (sure ? void sectors.discard() : setSure(true))}
      onBlur={() => setSure(false)}
    >
      {t(sure ? 'sectors.discard.sure' : 'sectors.discard')}
    </Button>
  );
}

function Checks({ sectors }: { sectors: Sectors }) {
  const draft = sectors.draft.value;
  const company = sectors.company.names.value;
  if (!draft) return null;
  const { partition, findings } = draft.checks;
  const sound = t('sectors.checks.sound', { n: movedEdges(draft.changes) });
  return (
    <footer class="checks">
      <h2>
        <Icon name={partition ? 'check' : 'info'} size={16} />
        {t('sectors.checks')}
      </h2>
      <p>{partition ? sound : t('sectors.checks.broken', { n: findings.length })}</p>
      {draft.outdated && <p class="checks__note">{t('sectors.outdated')}</p>}
      {company.length > 0 && (
        <p class="checks__company" role="status">
          <Icon name="user" size={16} />
          {t('sectors.company', { n: company.length, names: company.join(', ') })}
        </p>
      )}
    </footer>
  );
}
