import { defineConfig, type Plugin } from 'vitest/config';
import { fileURLToPath } from 'node:url';
import { fieldWorker } from './scripts/field-worker';
import { frenchSpaces } from './scripts/french-spaces';
import { mapStyle } from './scripts/map-style';

const backend = process.env['VIGIE_BACKEND'] ?? 'http://127.0.0.1:8080';
const page = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Serves the pages below any jurisdiction's address, as the server does. */
const jurisdictionPages = (): Plugin => ({
  name: 'vigie-jurisdiction-pages',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      const path = (request.url ?? '/').split('?')[0] ?? '/';
      if (/^\/[a-z0-9-]+\/field\.webmanifest$/.test(path)) request.url = '/field.webmanifest';
      const found = /^\/[a-z0-9-]+\/(?:(desk|field|embed)(?:\/.*)?|track\/[^/]+|)$/.exec(path);
      if (found && !/^\/(src|node_modules|assets)\//.test(path)) request.url = `/${found[1] ?? 'index'}.html`;
      next();
    });
  },
});

export default defineConfig({
  base: '/',
  plugins: [jurisdictionPages(), frenchSpaces(), mapStyle(), fieldWorker()],
  server: {
    host: '127.0.0.1',
    // the symbols live beside this folder: one source for every renderer
    fs: { allow: ['..'] },
    proxy: { '^/[a-z0-9-]+/(api|tiles|live|photos)(/|\\?|$)': { target: backend } },
  },
  build: {
    // the content security policy forbids data: fonts, and assets are cached for a year anyway
    assetsInlineLimit: 0,
    rollupOptions: {
      input: {
        index: page('index.html'),
        embed: page('embed.html'),
        desk: page('desk.html'),
        field: page('field.html'),
        'field-worker': page('src/views/field/worker/worker.ts'),
      },
      // a worker's reach is its address: it must stand at the root, under a name that never changes
      output: {
        entryFileNames: ({ name }) => (name === 'field-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  test: { environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'] },
});
