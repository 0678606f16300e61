import { Ajv } from 'ajv';
import formats from 'ajv-formats';

const url = { type: 'string', format: 'uri' };
const text = { type: 'string' };
const authors = {
  type: 'array',
  items: { type: 'object', properties: { name: { type: 'string', minLength: 1 } }, required: ['name'] },
};

/** JSON Feed 1.1 by its text (https://www.jsonfeed.org/version/1.1/), as far as the bot uses it, and nothing else. */
const schema = {
  type: 'object',
  required: ['version', 'title', 'items'],
  additionalProperties: false,
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: { type: 'string', minLength: 1 },
    home_page_url: url,
    feed_url: url,
    description: text,
    language: text,
    authors,
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'content_html'],
        additionalProperties: false,
        properties: {
          id: { type: 'string', minLength: 1 },
          url,
          title: text,
          content_html: text,
          date_published: { type: 'string', format: 'date-time' },
          date_modified: { type: 'string', format: 'date-time' },
          authors,
          tags: { type: 'array', items: text },
        },
      },
    },
  },
};

const ajv = new Ajv({ allErrors: true });
formats.default(ajv);
const validate = ajv.compile(schema);

/** What is wrong with a JSON Feed. */
export const checkJsonFeed = (feed: unknown): readonly string[] =>
  validate(feed) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
