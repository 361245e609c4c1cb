import { render } from 'preact';
import { expect, it, vi } from 'vitest';
import { useGrowing } from './growing';

function List({ rows }: { rows: readonly number[] }) {
  const made = useGrowing(rows.length, rows);
  return (
    <ul>
      {rows.slice(0, made).map((row) => (
        <li key={row}>{row}</li>
      ))}
    </ul>
  );
}
const rowsFrom = (first: number): number[] => Array.from({ length: 30 }, (_, index) => first + index);

it('A long list is made a few rows at a time, and another one begins with its first rows again', async () => {
  const place = document.createElement('div');
  const count = (): number => place.querySelectorAll('li').length;
  render(<List rows={rowsFrom(0)} />, place);
  expect(count()).toBe(12);
  await vi.waitFor(() => expect(count()).toBe(30));
  render(<List rows={rowsFrom(100)} />, place);
  expect(count()).toBe(12);
  await vi.waitFor(() => expect(count()).toBe(30));
});
