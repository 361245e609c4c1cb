import { useState } from 'preact/hooks';
import type { PublicApi } from '../../core/api';
import { t } from '../../core/i18n';
import { Problem } from '../../core/problem';
import { shortSpan } from '../../core/time';
import type { Account } from '../../core/types';
import { Button } from '../../ui/Buttons';
import { Brand } from '../../ui/Parts';
import { TextField } from '../../ui/TextField';
import { problemWords } from './words';

interface SignInProps {
  api: PublicApi;
  place: string;
  /** The session ended while the desk was in use. */
  ended: boolean;
  onSignedIn: (account: Account) => void;
}

export function SignIn({ api, place, ended, onSignedIn }: SignInProps) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [words, setWords] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const signIn = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setWords(undefined);
    try {
      const { account } = await api.signIn(email.trim(), password);
      if (account) onSignedIn(account);
    } catch (cause) {
      setWords(refusal(cause));
    } finally {
      setBusy(false);
    }
  };
  return (
    <main class="gate">
      <form class="gate__card" onSubmit={(event) => void signIn(event)}>
        <Brand place={place} />
        <h1>{t('signIn.title')}</h1>
        <p>{t(ended ? 'signIn.ended' : 'signIn.lead')}</p>
        <TextField
          label={t('signIn.email')}
          type="email"
          name="email"
          autocomplete="username"
          required
          autofocus
          value={email}
          onInput={setEmail}
        />
        <TextField
          label={t('signIn.password')}
          type="password"
          name="password"
          autocomplete="current-password"
          required
          value={password}
          onInput={setPassword}
          error={words}
        />
        <Button type="submit" look="primary" disabled={busy} aria-busy={busy}>
          {t(busy ? 'signIn.busy' : 'signIn.go')}
        </Button>
      </form>
    </main>
  );
}

/** Why signing in was refused, in words that say what to do. */
export function refusal(cause: unknown): string {
  if (cause instanceof Problem && cause.status === 401) return t('signIn.failed');
  if (cause instanceof Problem && cause.status === 429)
    return t('signIn.tooMany', { span: shortSpan(Math.max(60, cause.retryAfter ?? 60) * 1000) });
  return problemWords(cause);
}
