import { render } from 'preact';
import { expect, test, vi } from 'vitest';
import { onDemand } from './on-demand';

const shown = (props: { onClose: () => void; name: string }) => <p>{props.name}</p>;

test('shows what it fetched, with what it was given', async () => {
  const Dialog = onDemand(() => Promise.resolve(shown));
  const host = document.createElement('div');
  render(<Dialog name="Partager" onClose={() => undefined} />, host);
  expect(host.textContent).toBe('');
  await vi.waitFor(() => expect(host.textContent).toBe('Partager'));
});

test('closes and says so when it cannot be fetched', async () => {
  const tell = vi.fn();
  const close = vi.fn();
  const Dialog = onDemand<{ onClose: () => void }>(() => Promise.reject(new Error('offline')), tell);
  render(<Dialog onClose={close} />, document.createElement('div'));
  await vi.waitFor(() => expect(close).toHaveBeenCalledOnce());
  expect(tell).toHaveBeenCalledOnce();
});
