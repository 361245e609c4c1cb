import { defineConfig, type Plugin } from 'vitest/config';
import { fileURLToPath } from 'node:url';

const backend = process.env['VIGIE_BACKEND'] ?? 'http://127.0.0.1:8080';
const page = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Serves the three pages below any jurisdiction's address, as the server does. */
const jurisdictionPages = (): Plugin => ({
  name: 'vigie-jurisdiction-pages',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      const path = (request.url ?? '/').split('?')[0] ?? '/';
      const found = /^\/[a-z0-9-]+\/(?:(desk|field)(?:\/.*)?|track\/[^/]+|)$/.exec(path);
      if (found && !/^\/(src|node_modules|assets)\//.test(path)) request.url = `/${found[1] ?? 'index'}.html`;
      next();
    });
  },
});

export default defineConfig({
  base: '/',
  plugins: [jurisdictionPages()],
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
      input: { index: page('index.html'), desk: page('desk.html'), field: page('field.html') },
    },
  },
  test: { environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}'] },
});
