import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { Problem } from '../../../core/problem';
import { Button } from '../../../ui/Buttons';
import { Icon } from '../../../ui/Icon';
import { Brand } from '../../../ui/Parts';
import { TextField } from '../../../ui/TextField';
import { useField } from '../field';

/** Who works on this phone. What an earlier person left unsent is named, so that nobody thinks it lost. */
export function SignIn() {
  const { shift, jurisdiction } = useField();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await shift.signIn(email.trim(), password);
    } catch (problem) {
      setError(sentence(problem));
    } finally {
      setBusy(false);
    }
  };
  return (
    <main class="sign-in">
      <Brand place={jurisdiction.name} />
      <h1>{t('field.signIn.title')}</h1>
      <p class="muted">{t('field.signIn.hint')}</p>
      <LeftBehind />
      <form class="sign-in__form" onSubmit={(event) => void submit(event)}>
        <TextField
          label={t('field.signIn.email')}
          value={email}
          onInput={setEmail}
          type="email"
          name="email"
          autocomplete="username"
          required
        />
        <TextField
          label={t('field.signIn.password')}
          value={password}
          onInput={setPassword}
          type="password"
          name="password"
          autocomplete="current-password"
          required
          error={error}
        />
        <Button look="primary" size="field" type="submit" disabled={busy}>
          {t('field.signIn.go')}
        </Button>
      </form>
    </main>
  );
}

function LeftBehind() {
  const unsent = useField().outbox.items.value.filter(({ state }) => state !== 'received');
  if (unsent.length === 0) return null;
  const names = [...new Set(unsent.map(({ owner }) => owner.name))].join(', ');
  return (
    <p class="field-notice">
      <Icon name="clock" size={22} />
      <span>{t('field.signIn.left', { n: unsent.length, names })}</span>
    </p>
  );
}

function sentence(problem: unknown): string {
  if (!(problem instanceof Problem)) return t('field.trouble');
  if (problem.status === 0) return t('field.signIn.offline');
  return problem.detail || t('field.signIn.failed');
}
