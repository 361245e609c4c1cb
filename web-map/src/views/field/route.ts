import { signal } from '@preact/signals';

/** Where the reader is; kept after the # so that the page opens without network at any place. */
export type Route = { screen: 'jobs' | 'map' | 'report' | 'sent' | 'me' } | { screen: 'job'; jobId: string };

export const route = signal<Route>(read(location.hash));

window.addEventListener('hashchange', () => {
  route.value = read(location.hash);
});

export function go(next: Route): void {
  location.hash = hashOf(next);
}

export function hashOf(next: Route): string {
  return next.screen === 'job' ? `#job/${next.jobId}` : `#${next.screen}`;
}

function read(hash: string): Route {
  const [screen, id] = hash.replace(/^#/, '').split('/');
  if (screen === 'job' && id) return { screen, jobId: id };
  if (screen === 'map' || screen === 'report' || screen === 'sent' || screen === 'me') return { screen };
  return { screen: 'jobs' };
}
