import { afterEach, describe, expect, it, vi } from 'vitest';
import { Http, jurisdictionBase, queryOf } from './http';
import { Problem } from './problem';

const answer = (status: number, body: unknown, headers: Record<string, string> = {}): void => {
  const response = new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  });
  vi.stubGlobal(
    'fetch',
    vi.fn(() => Promise.resolve(response)),
  );
};
afterEach(() => vi.unstubAllGlobals());

describe('The server’s refusals', () => {
  it('become a problem with its slug, its sentence and its fields', async () => {
    answer(422, {
      type: '/problems/invalid',
      title: 'Invalid',
      status: 422,
      detail: 'Décrivez le problème.',
      errors: [{ field: 'description', detail: 'Trop court.' }],
    });
    const problem = await new Http('/aubrelle').post('/api/requests', {}).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ slug: 'invalid', status: 422, detail: 'Décrivez le problème.' });
    expect((problem as Problem).about('description')).toBe('Trop court.');
  });
  it('say how long to wait', async () => {
    answer(429, { type: '/problems/too-many-attempts' }, { 'Retry-After': '30' });
    await expect(new Http('/a').get('/x')).rejects.toMatchObject({
      slug: 'too-many-attempts',
      retryAfter: 30,
    });
  });
  it('are called offline when nothing answers', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(new Http('/a').get('/x')).rejects.toMatchObject({ slug: 'offline', status: 0 });
  });
});

describe('A write', () => {
  it('carries the token of the session and the revision it was made on', async () => {
    answer(200, {});
    const http = new Http('/aubrelle');
    http.csrfToken = 'token';
    await http.post('/api/desk/requests/1/notes', { text: 'x' }, { revision: 7 });
    const [url, init] = vi.mocked(fetch).mock.calls[0] ?? [];
    const headers = init?.headers as Headers;
    expect(url).toBe('/aubrelle/api/desk/requests/1/notes');
    expect(headers.get('X-CSRF-Token')).toBe('token');
    expect(headers.get('If-Match')).toBe('"7"');
  });
});

describe('Addresses', () => {
  it('begin with the jurisdiction of the page', () => {
    expect(jurisdictionBase('/aubrelle/desk')).toBe('/aubrelle');
    expect(jurisdictionBase('/')).toBe('');
  });
  it('leave out what is not asked', () => {
    expect(queryOf({ state: ['RECEIVED', 'ASSIGNED'], late: false, q: '', bbox: [1, 2, 3, 4] })).toBe(
      '?state=RECEIVED%2CASSIGNED&bbox=1%2C2%2C3%2C4',
    );
  });
});
