// @vitest-environment node
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sldFiles } from './map-style';
import { inTheme } from './sld/colours';
import { parseXml } from './sld/xml';

const script = fileURLToPath(new URL('../../layers/publish.sh', import.meta.url));
const recorded = fileURLToPath(new URL('../../layers/geoserver/exchange.txt', import.meta.url));
const layers = JSON.parse(
  readFileSync(new URL('../../layers/layers.json', import.meta.url), 'utf8'),
) as Record<'name' | 'view' | 'columns', string>[];
const run = promisify(execFile);

interface Call {
  method: string;
  path: string;
  type: string;
  body: string;
  status: number;
}

/** Stands for GeoServer's REST: what is posted twice, or put without being there, is refused as the documentation says. */
class StandIn {
  readonly calls: Call[] = [];
  readonly kept = new Map<string, string>();
  private readonly server: Server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const path = request.url ?? '';
      const wanted = `Basic ${Buffer.from('boss:secret-of-boss').toString('base64')}`;
      const status = request.headers.authorization === wanted ? this.answer(request.method, path, body) : 401;
      const type = request.headers['content-type'] ?? '';
      this.calls.push({ method: request.method ?? '', path, type, body, status });
      response.writeHead(status, { 'Content-Type': 'application/json' }).end('{}');
    });
  });

  async start(): Promise<string> {
    await new Promise<void>((ready) => this.server.listen(0, '127.0.0.1', ready));
    const address = this.server.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  }
  stop(): void {
    this.server.close();
  }

  private answer(method = '', path: string, body: string): number {
    const [place = '', query] = path.split('?');
    if (place === '/gwc/rest/masstruncate') return method === 'POST' ? 200 : 405;
    if (method === 'GET') return this.kept.has(place) ? 200 : 404;
    if (method === 'POST') {
      const name = new URLSearchParams(query).get('name') ?? /"name": "([^"]+)"/.exec(body)?.[1];
      if (this.kept.has(`${place}/${name}`)) return 409;
      this.kept.set(`${place}/${name}`, body);
      // a layer is made with its feature type, and takes a style that is there
      const type = /^\/rest\/workspaces\/([^/]+)\/datastores\/\w+\/featuretypes$/.exec(place);
      if (type) this.kept.set(`/rest/workspaces/${type[1]}/layers/${name}`, '');
      return 201;
    }
    const created = /^\/(rest\/(resource|services)|gwc\/rest\/layers)\//.test(place);
    if (!created && !this.kept.has(place)) return 404;
    this.kept.set(place, body);
    return 200;
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

const server = new StandIn();
let first: Call[] = [];
let second: Call[] = [];
let keptAfterFirst: [string, string][] = [];
let environment: Record<string, string> = {};

beforeAll(async () => {
  environment = {
    PATH: process.env['PATH'] ?? '',
    GEOSERVER_URL: await server.start(),
    GEOSERVER_ADMIN_USER: 'boss',
    GEOSERVER_ADMIN_PASSWORD: 'secret-of-boss',
    VIGIE_CODE: 'aubrelle',
    VIGIE_JURISDICTION: '01890000-0000-7000-8000-000000000001',
    VIGIE_DATABASE_READER_PASSWORD: 'secret-of-reader',
  };
  await run('sh', [script], { env: environment });
  first = server.calls.splice(0);
  keptAfterFirst = [...server.kept];
  await run('sh', [script], { env: environment });
  second = server.calls.splice(0);
}, 120_000);
afterAll(() => server.stop());

const bodyAt = (path: string): unknown => JSON.parse(server.kept.get(path) ?? 'null');

describe('Publishing on GeoServer', () => {
  it('is the exchange that is on record: one of each kind of resource, as it is sent the first time', async () => {
    const kinds = new Map<string, Call>();
    for (const call of first) {
      if (call.method === 'GET') continue;
      const [place = ''] = call.path.split('?');
      const kind = `${call.method} ${call.method === 'PUT' ? place.replace(/[\w.-]+$/, '*') : place}`;
      if (!kinds.has(kind)) kinds.set(kind, call);
    }
    const told = [...kinds.values()].map(({ method, path, type, body }) => {
      const shown =
        type.includes('sld') || type.includes('svg') ? `(${body.split('\n').length} lines)` : body.trim();
      return `${method} ${path}\nContent-Type: ${type}\n\n${shown}\n`;
    });
    await expect(`${told.join('\n--\n\n')}`).toMatchFileSnapshot(recorded);
  });
  it('is repeated without anything new: what was posted is put, and all is as it was', () => {
    expect(first.every(({ status, method }) => status < 300 || (method === 'GET' && status === 404))).toBe(
      true,
    );
    expect(second.every(({ status }) => status < 300)).toBe(true);
    const posted = second.filter(({ method }) => method === 'POST').map(({ path }) => path);
    expect(new Set(posted)).toEqual(new Set(['/gwc/rest/masstruncate']));
    expect([...server.kept]).toEqual(keptAfterFirst);
  });
  it('reads as map_reader, with the commune set before anything is asked', () => {
    const store = bodyAt('/rest/workspaces/aubrelle/datastores/vigie') as {
      dataStore: { connectionParameters: { entry: { '@key': string; $: string }[] } };
    };
    const parameters = new Map(
      store.dataStore.connectionParameters.entry.map((entry) => [entry['@key'], entry.$]),
    );
    expect(parameters.get('user')).toBe('map_reader');
    expect(parameters.get('schema')).toBe('map');
    expect(parameters.get('Session startup SQL')).toBe(
      "set vigie.jurisdiction = '01890000-0000-7000-8000-000000000001'",
    );
  });
  it('makes of every row of layers.json one layer with two styles, in a group in the order of the rows', () => {
    for (const { name, view, columns } of layers) {
      const type = bodyAt(`/rest/workspaces/aubrelle/datastores/vigie/featuretypes/${name}`);
      expect(JSON.stringify(type)).toContain(`select ${columns} from ${view}`);
      expect(bodyAt(`/rest/workspaces/aubrelle/layers/${name}`)).toMatchObject({
        layer: { defaultStyle: { name }, styles: { style: [{ name: `${name}-dark` }] } },
      });
      expect(server.kept.has(`/gwc/rest/layers/aubrelle:${name}`)).toBe(true);
    }
    expect(bodyAt('/rest/workspaces/aubrelle/layergroups/map')).toMatchObject({
      layerGroup: { publishables: { published: layers.map(({ name }) => ({ name: `aubrelle:${name}` })) } },
    });
  });
  it('sends the styles with the colours of each theme in their places', () => {
    for (const [name, sld] of sldFiles()) {
      const sent = (style: string): string =>
        server.kept.get(`/rest/workspaces/aubrelle/styles/${style}`) ?? '';
      expect(sent(name).trim()).toBe(inTheme(sld, 'day').trim());
      expect(sent(`${name}-dark`).replaceAll(`<Name>${name}-dark<`, `<Name>${name}<`).trim()).toBe(
        inTheme(sld, 'dark').trim(),
      );
      expect(parseXml(sent(`${name}-dark`)).name).toBe('StyledLayerDescriptor');
    }
  });
  it('allows reading only: no transactions, no styles of the asker, no coverages', () => {
    const service = (name: string): unknown => bodyAt(`/rest/services/${name}/workspaces/aubrelle/settings`);
    expect(service('wfs')).toMatchObject({ wfs: { serviceLevel: 'BASIC' } });
    expect(service('wms')).toMatchObject({ wms: { dynamicStylingDisabled: true } });
    expect(service('wcs')).toMatchObject({ wcs: { enabled: false } });
  });
  it('drops the tiles of the layers that are named', async () => {
    await run('sh', [script, '--truncate', 'sector'], { env: environment });
    expect(server.calls.splice(0).map(({ path, body }) => `${path} ${body}`)).toEqual([
      '/gwc/rest/masstruncate <truncateLayer><layerName>aubrelle:sector</layerName></truncateLayer>',
    ]);
  });
  it('ends at the first refusal, and says what was refused', async () => {
    const wrong = { ...environment, GEOSERVER_ADMIN_PASSWORD: 'forgotten' };
    await expect(run('sh', [script], { env: wrong })).rejects.toThrow(
      'GET /rest/workspaces/aubrelle was answered with 401',
    );
    await expect(
      run('sh', [script], { env: { ...environment, GEOSERVER_ADMIN_PASSWORD: 'geoserver' } }),
    ).rejects.toThrow('default password');
    await expect(run('sh', [script], { env: { ...environment, VIGIE_CODE: "x'; drop" } })).rejects.toThrow(
      'VIGIE_CODE may have letters',
    );
    server.calls.splice(0);
  });
  it('writes the styles for other servers into a folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vigie-styles-'));
    await run('sh', [script, '--styles', folder]);
    expect(readFileSync(join(folder, 'sector-dark.sld'), 'utf8')).toContain('#8fb0d2');
    expect(readFileSync(join(folder, 'symbols/state-received.svg'), 'utf8')).toContain('<svg');
  });
});
