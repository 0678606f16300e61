import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ErrorTree, FieldError } from '../../src/playground/discord/api-error.ts';
import { isObject } from '../../src/playground/discord/form.ts';
import type { CheckSchema } from '../../src/playground/discord/schema.ts';

/** Checks a request body by Discord's API description. Compiled once for all tests; undefined without the file. */
export const checkSchema = await loadSchema('../shared/data/discord/openapi.json');

interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message?: string;
}

interface Validate {
  (body: unknown): boolean;
  readonly errors?: readonly SchemaError[] | null;
}

/** Reads Discord's OpenAPI description. Without the file it returns undefined and loads no `ajv`. */
export async function loadSchema(path: string): Promise<CheckSchema | undefined> {
  if (!existsSync(path)) return undefined;
  const description: unknown = JSON.parse(await readFile(path, 'utf8'));
  const [{ Ajv2020 }, formats] = await Promise.all([import('ajv/dist/2020.js'), import('ajv-formats')]);
  // Few bodies are checked against large schemas, so compiling has to be fast.
  const compiledFast = { code: { optimize: false }, inlineRefs: false };
  const ajv = new Ajv2020({ strict: false, allErrors: false, validateSchema: false, logger: false, ...compiledFast });
  formats.default.default(ajv);
  ajv.addFormat('snowflake', /^(0|[1-9]\d{0,19})$/);
  ajv.addFormat('nonce', (nonce: string) => nonce.length <= 25);
  ajv.addSchema(isObject(description) ? description : {}, 'discord');
  const paths = isObject(description) && isObject(description['paths']) ? description['paths'] : {};
  const compiled = new Map<string, Validate | undefined>();
  const compile = (method: string, template: string): Validate | undefined => {
    const operation = isObject(paths[template]) ? paths[template][method] : undefined;
    const body = isObject(operation) ? operation['requestBody'] : undefined;
    const content = isObject(body) ? body['content'] : undefined;
    if (!isObject(content) || !isObject(content['application/json'])) return undefined;
    const steps = ['paths', template, method, 'requestBody', 'content', 'application/json', 'schema'];
    const pointer = steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1')));
    return ajv.compile({ $ref: `discord#/${pointer.join('/')}` }) as Validate;
  };
  return (method, template, body) => {
    const key = `${method.toLowerCase()} ${template}`;
    if (!compiled.has(key)) compiled.set(key, compile(method.toLowerCase(), template));
    const validate = compiled.get(key);
    if (validate === undefined || body === undefined || validate(withIntegerPermissions(body))) return undefined;
    return treeOf(validate.errors ?? []);
  };
}

/**
 * The body with its permissions as a number. The description calls `default_member_permissions` an integer, but Discord
 * and discord.js use a string of digits.
 */
function withIntegerPermissions(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withIntegerPermissions);
  if (!isObject(body)) return body;
  const permissions = body['default_member_permissions'];
  if (typeof permissions !== 'string' || !/^\d+$/.test(permissions)) return body;
  return { ...body, default_member_permissions: Number(permissions) };
}

function treeOf(errors: readonly SchemaError[]): ErrorTree {
  const tree: ErrorTree = {};
  for (const { instancePath, keyword, message } of errors) {
    let node = tree;
    for (const step of instancePath.split('/').slice(1)) {
      const next = node[step];
      if (next === undefined || Array.isArray(next)) node[step] = {};
      node = node[step] as ErrorTree;
    }
    const known = (node['_errors'] as readonly FieldError[] | undefined) ?? [];
    node['_errors'] = [...known, { code: `SCHEMA_${keyword.toUpperCase()}`, message: message ?? keyword }];
  }
  return tree;
}
