import { t } from '../../../core/i18n';
import type { Process, ProcessVersion } from '../../../core/process-types';
import { day } from '../../../core/time';
import { Button, Chip, IconButton } from '../../../ui/Buttons';
import { EmptyState } from '../../../ui/Parts';
import type { Rights } from '../rights';
import { Comparison } from './Comparison';
import type { ProcessBook } from './process-book';
import { ProcessForm } from './ProcessForm';
import { PublishForm } from './PublishForm';

/** One process: its versions, the shown one beside the one before, and what may be done with it. */
export function ProcessPane({ book, rights }: { book: ProcessBook; rights: Rights }) {
  const process = book.process.value;
  if (!process)
    return (
      <main class="pane pane--process is-empty">
        <EmptyState icon="list" title={t('catalogue.choose')}>
          <p>{t('catalogue.chooseHint')}</p>
        </EmptyState>
      </main>
    );
  const editing = book.editing.value;
  return (
    <main class="pane pane--process" aria-label={process.name}>
      <header class="process-head">
        <IconButton
          icon="back"
          class="flip process-head__back"
          label={t('catalogue.back')}
          onClick={() => book.close()}
        />
        <h1>
          {process.name} <small>{process.code}</small>
        </h1>
        <Versions process={process} book={book} />
      </header>
      {book.trouble.value && (
        <p class="trouble process-trouble" role="alert">
          {book.trouble.value}
        </p>
      )}
      {editing ? (
        <ProcessForm key={book.shown.value?.id} book={book} process={process} content={editing} />
      ) : (
        <>
          <div class="process-body">
            <Status version={book.shown.value} />
            <Comparison
              before={book.before.value}
              shown={book.shown.value}
              content={book.shown.value?.content ?? process.current}
            />
          </div>
          {book.publishing.value ? (
            <PublishForm book={book} />
          ) : (
            <Acts process={process} book={book} rights={rights} />
          )}
        </>
      )}
    </main>
  );
}

function Versions({ process, book }: { process: Process; book: ProcessBook }) {
  return (
    <div class="process-versions" role="group" aria-label={t('catalogue.versions')}>
      {process.versions.map((version) => (
        <Chip
          key={version.id}
          pressed={version.id === book.shown.value?.id}
          onClick={() => book.show(version.id)}
        >
          {t(version.inForce ? 'catalogue.versionInForce' : 'catalogue.version', {
            n: String(version.number),
          })}
        </Chip>
      ))}
    </div>
  );
}

/** Through whose hands it went. */
function Status({ version }: { version: ProcessVersion | null }) {
  if (!version) return <p class="process-status">{t('catalogue.standing')}</p>;
  const hand = (act: string, by: ProcessVersion['drafted'] | undefined): string | false =>
    by !== undefined &&
    t(by.name === undefined ? `catalogue.${act}` : `catalogue.${act}By`, {
      name: by.name ?? '',
      day: day(by.at),
    });
  const later = version.state === 'PUBLISHED' && !version.inForce && version.from;
  return (
    <p class="process-status">
      <span class={`tag${version.state === 'PUBLISHED' ? '' : ' tag--strong'}`}>
        {t(version.inForce ? 'catalogue.inForce' : `catalogue.state.${version.state}`)}
      </span>{' '}
      {[
        hand('drafted', version.drafted),
        hand('reviewed', version.reviewed),
        hand('published', version.published),
        later && t('catalogue.from', { day: day(later) }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  );
}

interface ActsProps {
  process: Process;
  book: ProcessBook;
  rights: Rights;
}

function Acts({ process, book, rights }: ActsProps) {
  const version = book.shown.value;
  const newest = process.versions[0];
  const busy = book.busy.value;
  if (!rights.draftProcesses) return null;
  if (!newest || newest.state === 'PUBLISHED')
    return (
      <footer class="process-acts">
        <Button look="primary" disabled={busy} onClick={() => void book.begin()}>
          {t('catalogue.begin')}
        </Button>
      </footer>
    );
  if (version?.id !== newest.id) return null;
  return (
    <footer class="process-acts">
      <Button look="quiet" disabled={busy} onClick={() => void book.discard()}>
        {t('catalogue.discard')}
      </Button>
      <Button disabled={busy} onClick={() => book.edit()}>
        {t('catalogue.edit')}
      </Button>
      {newest.state === 'DRAFT' && newest.mayReview && (
        <Button look="primary" disabled={busy} onClick={() => void book.review()}>
          {t('catalogue.review')}
        </Button>
      )}
      {newest.state === 'DRAFT' && !newest.mayReview && (
        <p>{t('catalogue.waitsReview', { service: newest.content.service })}</p>
      )}
      {newest.state === 'REVIEWED' &&
        (rights.publishProcesses ? (
          <Button look="primary" disabled={busy} onClick={() => (book.publishing.value = true)}>
            {t('catalogue.publish')}
          </Button>
        ) : (
          <p>{t('catalogue.waitsPublish')}</p>
        ))}
    </footer>
  );
}
