import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../src/config.ts';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
/** The instructions of a Dockerfile, each as one line. */
const instructions = read('Dockerfile')
  .replaceAll(/^#.*\n/gm, '')
  .replaceAll(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line !== '');
const argumentsOf = (name: string): readonly string[] =>
  instructions.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));

describe('the image', () => {
  it('copies what exists, and what .dockerignore lets through', () => {
    const sources = argumentsOf('COPY')
      .filter((line) => !line.startsWith('--from='))
      .flatMap((line) => line.split(' ').slice(0, -1));
    expect(sources.length).toBeGreaterThan(3);
    expect(sources.filter((path) => !existsSync(new URL(`../${path}`, import.meta.url)))).toEqual([]);
    const allowed = read('.dockerignore').split('\n');
    expect(allowed).toContain('*');
    expect(sources.filter((path) => !allowed.includes(`!${path}`))).toEqual([]);
  });

  it('has the files that the program reads beside src', () => {
    const copied = argumentsOf('COPY').join('\n');
    for (const needed of ['package.json', 'migrations', 'bin']) expect(copied).toContain(needed);
  });

  it('is based on one image of the Node of this project, by tag and digest', () => {
    const [image = ''] = argumentsOf('ARG');
    const [, version] = /^NODE_IMAGE=node:([\d.]+)-bookworm-slim@sha256:[0-9a-f]{64}$/.exec(image) ?? [];
    const { version: own } = JSON.parse(read('node_modules/node/package.json')) as { version: string };
    expect(version).toBe(own);
    expect(argumentsOf('FROM').map((line) => /^\$\{(\w+)\}/.exec(line)?.[1])).toEqual(['NODE_IMAGE', 'NODE_IMAGE']);
  });

  it('runs as the user node, with its data in one volume and a health check', () => {
    const last = instructions.slice(instructions.findLastIndex((line) => line.startsWith('FROM ')));
    expect(last.findLast((line) => line.startsWith('USER '))).toBe('USER node');
    expect(argumentsOf('VOLUME')).toEqual(['/data']);
    expect(argumentsOf('ENV').join(' ')).toContain('DATABASE_URL=file:/data/paperboy.db');
    const [check = ''] = argumentsOf('HEALTHCHECK');
    expect(check).toContain('/healthz');
  });

  it('is healthy if the page says so, and not if it says no or nobody answers', async () => {
    const [check = ''] = argumentsOf('HEALTHCHECK');
    const [, ...given] = JSON.parse(/CMD (\[.*\])$/.exec(check)?.[1] ?? '[]') as string[];
    let status = 200;
    const server = createServer((request, response) => {
      response.writeHead(request.url === '/healthz' ? status : 404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const ask = async (): Promise<number | null> => {
      const child = spawn(process.execPath, given, { env: { HEALTH_PORT: String(port) } });
      const [code] = (await once(child, 'exit')) as [number | null];
      return code;
    };
    expect(await ask()).toBe(0);
    status = 503;
    expect(await ask()).toBe(1);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(await ask()).toBe(1);
  });
});

describe('compose.yaml', () => {
  const compose = read('compose.yaml');

  it.each([
    'init: true',
    'read_only: true',
    'no-new-privileges:true',
    '- data:/data',
    'cap_drop:',
    'env_file: .env',
    'restart: on-failure',
  ])('has %s', (line) => {
    expect(compose).toContain(line);
  });

  it('publishes no port, and waits longer for a stop than the bot needs', () => {
    expect(compose).not.toContain('ports:');
    expect(Number(/stop_grace_period: (\d+)s/.exec(compose)?.[1])).toBeGreaterThan(10);
  });
});

describe('compose.scale.yaml', () => {
  const compose = read('compose.scale.yaml');
  const serviceOf = (name: string): string =>
    new RegExp(`\\n  ${name}:\\n((?:    .*\\n|\\n)+)`).exec(compose)?.[1] ?? expect.fail(`there is no service ${name}`);
  const shared = /x-paperboy: &paperboy\n((?: .*\n)+)/.exec(compose)?.[1] ?? '';

  it('runs a gateway and two workers, as compose.yaml runs the bot', () => {
    for (const line of ['read_only: true', 'cap_drop:', 'no-new-privileges:true', 'init: true', 'env_file: .env'])
      expect(shared).toContain(line);
    expect(shared).toMatch(/depends_on:\n {4}postgres:\n {6}condition: service_healthy/);
    expect(Number(/stop_grace_period: (\d+)s/.exec(shared)?.[1])).toBeGreaterThan(10);
    for (const role of ['gateway', 'worker']) {
      expect(serviceOf(role)).toContain('<<: *paperboy');
      expect(serviceOf(role)).toContain(`ROLE: ${role}`);
    }
    expect(serviceOf('worker')).toContain('replicas: 2');
    expect(serviceOf('gateway')).not.toContain('replicas');
  });

  it('runs PostgreSQL without rights, with its data in a volume, and says when it is ready', () => {
    const postgres = serviceOf('postgres');
    expect(postgres).toContain('image: postgres:17');
    for (const line of ['read_only: true', 'cap_drop:', 'no-new-privileges:true', 'user: postgres', 'pg_isready'])
      expect(postgres).toContain(line);
    expect(postgres).toContain('- postgres:/var/lib/postgresql/data');
  });

  it('has no password, and ends without one in .env', () => {
    const passwords = Array.from(compose.matchAll(/PASSWORD: (.*)/g), ([, value]) => value);
    expect(passwords).toHaveLength(2);
    for (const value of passwords) expect(value).toMatch(/^\$\{POSTGRES_PASSWORD:\?/);
    expect(compose).not.toContain('ports:');
  });

  it('gives each process a configuration that can be used', () => {
    const settings = /x-settings: &settings\n((?: .*\n)+)/.exec(compose)?.[1] ?? '';
    for (const role of ['gateway', 'worker']) {
      const lines = `${settings}${serviceOf(role)}`.matchAll(/^ +([A-Z_]+): "?([^"\n]*)"?$/gm);
      const environment = Object.fromEntries(Array.from(lines, ([, name = '', value = '']) => [name, value]));
      const config = loadConfig(environment, { envFile: '' });
      expect(config).toMatchObject({ role, healthPort: 8080, databaseUrl: 'postgres://paperboy@postgres/paperboy' });
      expect(config.unknownSettings).toEqual([]);
    }
  });
});

describe('the unit of systemd', () => {
  const unit = read('docs/systemd/paperboy.service');

  it('sets the allocator as the image does', () => {
    const [, settings = ''] = /^Environment=(MALLOC_.*)$/m.exec(unit) ?? [];
    expect(settings.split(' ').length).toBe(3);
    for (const setting of settings.split(' ')) expect(argumentsOf('ENV').join(' ')).toContain(setting);
  });

  it.each([
    'KillSignal=SIGTERM',
    'RestartPreventExitStatus=78',
    'ProtectSystem=strict',
    'NoNewPrivileges=yes',
    'StateDirectory=paperboy',
    'User=paperboy',
  ])('has %s', (line) => {
    expect(unit.split('\n')).toContain(line);
  });
});
