import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { Button, Chip } from '../../../ui/Buttons';
import { Glyph, Icon } from '../../../ui/Icon';
import { TextField } from '../../../ui/TextField';
import { StopNotes } from '../../../ui/Place';
import { Questions } from '../../../ui/Questions';
import type { FoundCategory } from '../app';
import { AssetPick } from './AssetPick';
import { CategoryPicker } from './CategoryPicker';
import { DangerPart } from './DangerPart';
import { Duplicates } from './Duplicates';
import type { Report } from './report';

interface WhatProps {
  report: Report;
  onSame: (number: string) => void;
}

/** What is wrong, in the reporter's words; the category follows from them. */
export function StepWhat({ report, onSame }: WhatProps) {
  const [picking, setPicking] = useState(false);
  const { text } = report.draft.value;
  const chosen = report.placed.value;
  const choose = (code: string): void => {
    report.change({ category: code, categoryChosen: true });
    setPicking(false);
  };
  if (picking)
    return (
      <CategoryPicker
        catalogue={report.here.catalogue.value}
        onPick={choose}
        onClose={() => setPicking(false)}
      />
    );
  const duplicates = report.here.known.value;
  const errors = report.errors.value;
  return (
    <>
      <div class="report__pane report__pane--grow">
        <TextField
          label={t('report.what.text')}
          multiline
          rows={2}
          value={text}
          onInput={(value) => report.change({ text: value })}
          placeholder={t('report.what.placeholder')}
          error={errors['description']}
        />
        <div class="field">
          <span class="field__label">{t(chosen ? 'report.what.suggested' : 'report.what.category')}</span>
          {chosen && <Chosen found={chosen} onOther={() => setPicking(true)} />}
          <OtherCategories report={report} onPick={choose} onAll={() => setPicking(true)} />
          {chosen && <StopNotes placed={chosen} />}
          {errors['category'] && (
            <p class="field__error" role="alert">
              {errors['category']}
            </p>
          )}
        </div>
        {chosen?.category.kind === 'INCIDENT' && <DangerPart report={report} />}
        {chosen && <AskedPart report={report} />}
        {chosen && <AssetPick report={report} />}
        {chosen && <Notices found={chosen} />}
        {duplicates.length > 0 && <Duplicates items={duplicates} onSame={onSame} />}
      </div>
      <Onward report={report} />
    </>
  );
}

function Onward({ report }: { report: Report }) {
  return (
    <footer class="report__foot report__foot--line">
      <Button
        look="primary"
        size="big"
        block
        onClick={() => {
          if (report.check('what')) report.goTo('review');
        }}
      >
        {t(report.here.known.value.length > 0 ? 'report.what.another' : 'report.next')}
      </Button>
    </footer>
  );
}

/** What the category asks besides, and what one should have at hand. */
function AskedPart({ report }: { report: Report }) {
  const asked = report.asked.body.value;
  const { answers } = report.draft.value;
  if (!asked) return null;
  return (
    <>
      <Questions
        questions={asked.questions}
        answers={answers}
        errors={report.errors.value}
        onAnswer={(code, answer) => report.change({ answers: { ...answers, [code]: answer } })}
      />
      {asked.documents.length > 0 && (
        <p class="notice">
          <Icon name="info" size={18} />
          <span>{t('questions.documents', { documents: asked.documents.join(', ') })}</span>
        </p>
      )}
    </>
  );
}

function Chosen({ found: { category, domain }, onOther }: { found: FoundCategory; onOther: () => void }) {
  return (
    <button
      type="button"
      class="chosen"
      aria-label={t('report.what.change', { category: category.name, domain: domain.name })}
      onClick={onOther}
    >
      <span class="chosen__glyph">
        <Glyph name={category.glyph} size={26} />
      </span>
      <span>
        <b>{category.name}</b> <small>{domain.name}</small>
      </span>
      <span class="chosen__check">
        <Icon name="check" size={16} />
      </span>
    </button>
  );
}

interface OtherProps {
  report: Report;
  onPick: (code: string) => void;
  onAll: () => void;
}

/** What else the words could mean, and the whole list. */
function OtherCategories({ report, onPick, onAll }: OtherProps) {
  const chosen = report.draft.value.category;
  const others = report.suggestions.value.filter(({ code }) => code !== chosen).slice(0, 2);
  return (
    <div class="other">
      {others.map(({ code, name, glyph }) => (
        <Chip key={code} glyph={glyph} onClick={() => onPick(code)}>
          {name}
        </Chip>
      ))}
      <Chip onClick={onAll}>{t(chosen ? 'report.what.other' : 'report.what.choose')}</Chip>
    </div>
  );
}

/** What must be known before going on with this category. */
function Notices({ found: { category } }: { found: FoundCategory }) {
  if (!category.private) return null;
  return (
    <p class="notice">
      <Icon name="lock" size={18} />
      <span>{t('report.what.private')}</span>
    </p>
  );
}
