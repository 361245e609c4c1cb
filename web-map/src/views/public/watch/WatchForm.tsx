import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { Problem } from '../../../core/problem';
import type { Point } from '../../../core/types';
import { RadiusCircle, type MapPort } from '../../../map';
import { Button, Chip } from '../../../ui/Buttons';
import { TextField } from '../../../ui/TextField';
import { showToast } from '../../../ui/Toast';
import { useApp } from '../app';
import { isEmail } from '../contact';
import { boundsAround, RADII } from './area';
import { WatchMap } from './WatchMap';
import './watch.css';

interface WatchFormProps {
  center: Point;
  onDone: () => void;
}

/** Asks to be told of each new request around a place. */
export function WatchForm({ center, onDone }: WatchFormProps) {
  const { api } = useApp();
  const [radius, setRadius] = useState<number>(RADII[1]);
  const [name, setName] = useName(center);
  const [email, setEmail] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!isEmail(email)) {
      setError(t('watch.emailInvalid'));
      return;
    }
    setBusy(true);
    try {
      await api.watch({ email: email.trim(), name: name.trim(), centre: center, radiusMetres: radius });
      showToast(t('watch.asked', { email: email.trim() }));
      onDone();
    } catch (problem) {
      setBusy(false);
      if (!(problem instanceof Problem)) throw problem;
      setError(problem.about('email') ?? (problem.detail || t('public.failed')));
    }
  };
  return (
    <form class="modal__form" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{t('watch.heading')}</h2>
      <p>{t('watch.lead')}</p>
      <AreaMap center={center} radius={radius} />
      <div class="watch__radii" role="group" aria-label={t('watch.radius')}>
        <span aria-hidden="true">{t('watch.radius')}</span>
        {RADII.map((metres) => (
          <Chip key={metres} pressed={metres === radius} onClick={() => setRadius(metres)}>
            {metres < 1000
              ? t('watch.metres', { metres })
              : t('watch.kilometres', { kilometres: metres / 1000 })}
          </Chip>
        ))}
      </div>
      <TextField label={t('watch.name')} value={name} onInput={setName} autocomplete="off" required />
      <TextField
        label={t('watch.email')}
        type="email"
        name="email"
        autocomplete="email"
        value={email}
        onInput={(value) => (setEmail(value), setError(undefined))}
        hint={t('watch.emailHint')}
        error={error}
      />
      <Button type="submit" icon="bell" disabled={busy || name.trim() === ''}>
        {t('watch.send')}
      </Button>
    </form>
  );
}

function AreaMap({ center, radius }: { center: Point; radius: number }) {
  const map = useRef<MapPort | null>(null);
  const [circle] = useState(() => new RadiusCircle());
  const show = (): void => {
    circle.set(center, radius);
    map.current?.fitBounds(boundsAround(center, radius));
  };
  useEffect(show, [radius]);
  return (
    <WatchMap
      center={center}
      zoom={14}
      onReady={(ready) => {
        map.current = ready;
        ready.addLayer(circle);
        show();
      }}
    />
  );
}

/** Called after the nearest address until somebody calls it otherwise. */
function useName(center: Point): [string, (name: string) => void] {
  const { api } = useApp();
  const [name, setName] = useState<string>();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const asked = new AbortController();
    api.nearestAddress(center, asked.signal).then(
      (nearest) => setAddress(nearest.label),
      () => undefined,
    );
    return () => asked.abort();
  }, []);
  const proposed = address
    ? t('watch.around', { address: address.split(',')[0] ?? address })
    : t('watch.here');
  return [name ?? proposed, setName];
}
