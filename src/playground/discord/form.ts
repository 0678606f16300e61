import { type ErrorTree, type FieldError, invalidForm } from './api-error.ts';

/** A JSON object whose fields nobody has checked yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object (neither null nor a list). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface TextRule {
  readonly max: number;
  readonly min?: number;
  readonly required?: boolean;
}

interface NumberRule {
  readonly min?: number;
  readonly max?: number;
  readonly required?: boolean;
}

interface ListRule {
  readonly max: number;
  readonly min?: number;
  readonly required?: boolean;
}

const REQUIRED: FieldError = { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };

/**
 * Reads a request body field by field and collects every complaint about it in Discord's `errors` tree.
 * Nested forms share the tree of the outermost one. A field that is absent or null reads as undefined.
 */
export class Form {
  readonly fields: JsonObject;
  readonly #path: readonly string[];
  readonly #tree: ErrorTree;

  constructor(body: unknown, path: readonly string[] = [], tree: ErrorTree = {}) {
    this.fields = isObject(body) ? body : {};
    this.#path = path;
    this.#tree = tree;
    if (!isObject(body)) this.refuse(undefined, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
  }

  /** Whether the field is present and not null. */
  has(key: string): boolean {
    return this.fields[key] !== undefined && this.fields[key] !== null;
  }

  /** Adds a complaint about a field, or about the whole form when no field is named. */
  refuse(key: string | number | undefined, code: string, message: string): void {
    const path = key === undefined ? this.#path : [...this.#path, String(key)];
    let node = this.#tree;
    for (const step of path) {
      const next = node[step];
      if (next === undefined || Array.isArray(next)) node[step] = {};
      node = node[step] as ErrorTree;
    }
    node['_errors'] = [...((node['_errors'] as readonly FieldError[] | undefined) ?? []), { code, message }];
  }

  /** A string within its length, counted in UTF-16 units (the strictest reading: Discord names no unit). */
  text(key: string, rule: TextRule): string | undefined {
    const value = this.fields[key];
    if (!this.#present(key, rule.required)) return undefined;
    if (typeof value !== 'string') {
      this.refuse(key, 'STRING_TYPE_CONVERT', `Could not interpret "${String(value)}" as string.`);
      return undefined;
    }
    this.#measure(key, value.length, rule);
    return value;
  }

  /** A whole number within its bounds. */
  integer(key: string, rule: NumberRule = {}): number | undefined {
    const value = this.number(key, rule);
    if (value !== undefined && !Number.isInteger(value)) {
      this.refuse(key, 'NUMBER_TYPE_COERCE', `Value "${value}" is not int.`);
    }
    return value;
  }

  /** A number within its bounds. */
  number(key: string, rule: NumberRule = {}): number | undefined {
    const value = this.fields[key];
    if (!this.#present(key, rule.required)) return undefined;
    if (typeof value !== 'number') {
      this.refuse(key, 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not int.`);
      return undefined;
    }
    if (rule.min !== undefined && value < rule.min) {
      this.refuse(key, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${rule.min}.`);
    }
    if (rule.max !== undefined && value > rule.max) {
      this.refuse(key, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${rule.max}.`);
    }
    return value;
  }

  /** One of a few whole numbers. */
  choice(key: string, allowed: readonly number[], required = false): number | undefined {
    const value = this.integer(key, { required });
    if (value !== undefined && !allowed.includes(value)) {
      this.refuse(key, 'BASE_TYPE_CHOICES', `Value must be one of {${allowed.join(', ')}}.`);
    }
    return value;
  }

  /** True or false. */
  flag(key: string): boolean | undefined {
    const value = this.fields[key];
    if (!this.#present(key, false)) return undefined;
    if (typeof value === 'boolean') return value;
    this.refuse(key, 'BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');
    return undefined;
  }

  /** A link with one of the schemes that Discord accepts. */
  url(key: string, schemes: readonly string[], max = 2048): string | undefined {
    const value = this.text(key, { max });
    if (value === undefined || value === '') return undefined;
    const scheme = URL.canParse(value) ? new URL(value).protocol.slice(0, -1) : undefined;
    if (scheme === undefined || !schemes.includes(scheme)) {
      const list = schemes.map((each) => `'${each}'`).join(', ');
      const message =
        scheme === undefined
          ? 'Not a well formed URL.'
          : `Scheme "${scheme}" is not supported. Scheme must be one of (${list}).`;
      this.refuse(key, scheme === undefined ? 'URL_TYPE_INVALID_URL' : 'URL_TYPE_INVALID_SCHEME', message);
    }
    return value;
  }

  /** A list within its length; its items are not checked. */
  list(key: string, rule: ListRule): readonly unknown[] | undefined {
    const value = this.fields[key];
    if (!this.#present(key, rule.required)) return undefined;
    if (!Array.isArray(value)) {
      this.refuse(key, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
      return undefined;
    }
    this.#measure(key, value.length, rule);
    return value;
  }

  /** A list of nested forms. */
  forms(key: string, rule: ListRule): readonly Form[] | undefined {
    return this.list(key, rule)?.map((item, at) => new Form(item, [...this.#path, key, String(at)], this.#tree));
  }

  /** A nested form. */
  form(key: string, required = false): Form | undefined {
    if (!this.#present(key, required)) return undefined;
    return new Form(this.fields[key], [...this.#path, key], this.#tree);
  }

  /** Throws 50035 with everything collected so far, if there is any. */
  check(): void {
    if (Object.keys(this.#tree).length > 0) throw invalidForm(this.#tree);
  }

  #present(key: string, required: boolean | undefined): boolean {
    if (this.has(key)) return true;
    if (required) this.refuse(key, REQUIRED.code, REQUIRED.message);
    return false;
  }

  #measure(key: string, length: number, { min = 0, max }: { readonly min?: number; readonly max: number }): void {
    if (length >= min && length <= max) return;
    if (length === 0 && min === 1) this.refuse(key, REQUIRED.code, REQUIRED.message);
    else if (min > 0) {
      this.refuse(key, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
    } else this.refuse(key, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
  }
}
