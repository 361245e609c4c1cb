import { expect, it } from 'vitest';
import { Darkroom } from './darkroom';

it('lets a step wait for the pictures of its own subject, and of no other', async () => {
  const darkroom = new Darkroom();
  let developed = (): void => undefined;
  const mine = darkroom.develop(
    { subject: '1', purpose: 'AFTER' },
    new Promise<void>((resolve) => (developed = resolve)),
  );
  void darkroom.develop({ subject: '2', purpose: 'AFTER' }, new Promise<void>(() => undefined));
  expect(darkroom.of('1')).toHaveLength(1);

  let told = false;
  const step = darkroom.emptied('1').then(() => (told = true));
  await Promise.resolve();
  expect(told).toBe(false);
  developed();
  await Promise.all([mine, step]);
  expect(darkroom.of('1')).toEqual([]);
  expect(darkroom.of('2')).toHaveLength(1);
});

it('is emptied by a picture that failed, too: the step is not held up for ever', async () => {
  const darkroom = new Darkroom();
  const failed = darkroom.develop({ subject: '1', purpose: 'AFTER' }, Promise.reject(new Error('full')));
  await darkroom.emptied('1');
  await expect(failed).rejects.toThrow('full');
  expect(darkroom.of('1')).toEqual([]);
});
