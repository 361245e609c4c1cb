import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { Problem } from '../../../core/problem';
import { Button } from '../../../ui/Buttons';
import { TextField } from '../../../ui/TextField';
import { showToast } from '../../../ui/Toast';
import { useApp } from '../app';
import { isEmail } from '../contact';

interface FollowProps {
  id: string;
  onDone: () => void;
  onCancel: () => void;
}

/** Follows a request by e-mail. */
export function FollowForm({ id, onDone, onCancel }: FollowProps) {
  const { api } = useApp();
  const [email, setEmail] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!isEmail(email)) {
      setError(t('card.followInvalid'));
      return;
    }
    setBusy(true);
    try {
      await api.follow(id, email.trim());
      showToast(t('card.followDone'));
      onDone();
    } catch (problem) {
      setBusy(false);
      if (!(problem instanceof Problem)) throw problem;
      setError(problem.about('email') ?? (problem.detail || t('public.failed')));
    }
  };
  return (
    <form ref={form} class="follow-form" noValidate onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('card.followEmail')}
        type="email"
        name="email"
        autocomplete="email"
        value={email}
        onInput={(value) => (setEmail(value), setError(undefined))}
        hint={t('card.followHint')}
        error={error}
      />
      <div class="follow-form__acts">
        <Button look="primary" type="submit" icon="bell" disabled={busy}>
          {t('card.followSend')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('card.cancel')}
        </Button>
      </div>
    </form>
  );
}
