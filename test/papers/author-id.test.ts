import { expect, it } from 'vitest';
import { parseAuthorId } from '../../src/papers/author-id.ts';

it.each([
  ['0000-0002-1825-0097', 'orcid', '0000-0002-1825-0097'],
  [' https://orcid.org/0000-0002-1694-233x ', 'orcid', '0000-0002-1694-233X'],
  ['orcid: 0000-0002-1825-0097', 'orcid', '0000-0002-1825-0097'],
  ['A5023888391', 'openalex', 'A5023888391'],
  ['<https://openalex.org/authors/a5023888391?view=works>', 'openalex', 'A5023888391'],
  ['https://api.openalex.org/people/A5023888391', 'openalex', 'A5023888391'],
  ['1741101', 'semantic-scholar', '1741101'],
  ['https://www.semanticscholar.org/author/Oren-Etzioni/1741101', 'semantic-scholar', '1741101'],
])('reads %s', (text, registry, id) => {
  expect(parseAuthorId(text)).toEqual({ registry, id });
});

it.each([
  '',
  'Ana Ruiz',
  '0000-0002-1825-0098',
  '0000-0002-1825',
  'W2741809807',
  'https://evil.example/A5023888391',
  '1741101/../../paper',
  'A5023888391&filter=x',
])('does not read %s', (text) => {
  expect(parseAuthorId(text)).toBeNull();
});
