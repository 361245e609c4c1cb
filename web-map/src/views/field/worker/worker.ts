// The field page's service worker: built into one file of its own, served as /field-worker.js.
// The build replaces the list of files; their names carry their content, so a new list is a new version.
import { isShell, kindOf, PRECACHED, VERSION } from './requests';

interface LifeEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface AskEvent extends LifeEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Scope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: AskEvent) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}
const worker = self as unknown as Scope;

const PREFIX = 'vigie-field-';
const TILES = `${PREFIX}tiles`;
const PHOTOS = `${PREFIX}photos`;
const shellPath = new URL(worker.registration.scope).pathname;
// one origin may serve several jurisdictions: each page keeps its own shell
const SHELL = `${PREFIX}shell-${shellPath}-${VERSION}`;

worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll([shellPath, ...PRECACHED])));
});
// the first visit is looked after at once; a later version waits until the reader agrees
worker.addEventListener('activate', (event) =>
  event.waitUntil(removeOldShells().then(() => worker.clients.claim())),
);
worker.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (isShell(request.mode, url.pathname, shellPath)) {
    event.respondWith(fromShell(shellPath, request));
    return;
  }
  switch (kindOf(url.pathname)) {
    case 'asset':
      event.respondWith(fromShell(url.pathname, request));
      break;
    case 'tile':
      event.respondWith(newestTile(event));
      break;
    case 'photo':
      event.respondWith(keptPhoto(event));
      break;
  }
});

async function fromShell(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(SHELL);
  return (await cache.match(path, { ignoreVary: true })) ?? fetch(request);
}

/** The tile at once if it was seen before, and a fresh one for the next time. */
async function newestTile(event: AskEvent): Promise<Response> {
  const cache = await caches.open(TILES);
  const before = await cache.match(event.request, { ignoreVary: true });
  const fresh = fetch(event.request).then(async (response) => {
    if (response.ok) await keep(cache, event.request, { response: response.clone(), limit: 2500 });
    return response;
  });
  if (!before) return fresh;
  event.waitUntil(fresh.catch(() => undefined));
  return before;
}

/** A photo never changes under its address. */
async function keptPhoto(event: AskEvent): Promise<Response> {
  const cache = await caches.open(PHOTOS);
  const before = await cache.match(event.request, { ignoreVary: true });
  if (before) return before;
  const response = await fetch(event.request);
  if (response.ok) event.waitUntil(keep(cache, event.request, { response: response.clone(), limit: 200 }));
  return response;
}

async function keep(
  cache: Cache,
  request: Request,
  { response, limit }: { response: Response; limit: number },
): Promise<void> {
  try {
    await cache.put(request, response);
    const keys = await cache.keys();
    // the oldest first, some at a time
    if (keys.length > limit) await Promise.all(keys.slice(0, 100).map((key) => cache.delete(key)));
  } catch {
    // the phone is full: the page works on, with less kept
  }
}

async function removeOldShells(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(`${PREFIX}shell-${shellPath}-`) && name !== SHELL);
  await Promise.all(old.map((name) => caches.delete(name)));
}
