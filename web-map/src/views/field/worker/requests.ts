/** Filled in by the build: every file the field page needs to open. */
declare const __FIELD_FILES__: string[];
declare const __FIELD_VERSION__: string;
export const PRECACHED: readonly string[] = typeof __FIELD_FILES__ === 'undefined' ? [] : __FIELD_FILES__;
export const VERSION: string = typeof __FIELD_VERSION__ === 'undefined' ? 'dev' : __FIELD_VERSION__;

export type Kind = 'asset' | 'tile' | 'photo' | 'other';

/** Which of our own files and answers may come from the phone; the API and the live stream never do. */
export function kindOf(path: string): Kind {
  if (path.startsWith('/assets/') || path.startsWith('/icons/') || path === '/favicon.svg') return 'asset';
  if (/^\/[^/]+\/tiles\/(basemap|sectors)\//.test(path)) return 'tile';
  if (/^\/[^/]+\/photos\/[^/]+\.jpg$/.test(path)) return 'photo';
  return 'other';
}

export function isShell(mode: string, path: string, shellPath: string): boolean {
  return mode === 'navigate' && (path === shellPath || path === `${shellPath}/`);
}
