import { signal } from '@preact/signals';
import type { PublicApi } from '../../../core/api';
import { t } from '../../../core/i18n';
import { blockedBy, givenOf, type Answers, type CategoryQuestions } from '../../../core/questions';
import type { Category } from '../../../core/types';

/** What the chosen category asks, as soon as that is known. */
export class Asked {
  readonly body = signal<CategoryQuestions | null>(null);
  private code = '';

  constructor(private readonly api: Pick<PublicApi, 'questions'>) {}

  follow(category: Category | null): void {
    const code = category?.asks ? category.code : '';
    if (code === this.code) return;
    this.code = code;
    this.body.value = null;
    if (code === '') return;
    this.api.questions(code).then(
      (body) => {
        if (this.code === code) this.body.value = body;
      },
      // asked again with the next change; what is required the server demands anyway
      () => {
        if (this.code === code) this.code = '';
      },
    );
  }

  given(answers: Answers): Record<string, string> {
    return givenOf(this.body.value?.questions ?? [], answers);
  }

  /** What stands in the way of sending, as `answers.<code of the question>`. */
  errors(answers: Answers): Record<string, string> {
    const blocked = blockedBy(this.body.value?.questions ?? [], answers);
    if (!blocked) return {};
    const words = t(blocked.missing ? 'questions.missing' : 'questions.refused');
    return { [`answers.${blocked.question.code}`]: words };
  }

  /** The same in a sentence, for where the questions are not shown. */
  waiting(answers: Answers): string | null {
    const blocked = blockedBy(this.body.value?.questions ?? [], answers);
    return blocked && t('questions.missingDesk', { question: blocked.question.text });
  }
}
