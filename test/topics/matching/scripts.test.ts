import { describe, expect, test } from 'vitest';
import { parseTopic } from '../../../src/topics/language/parse.ts';
import { type Match, matchTopic } from '../../../src/topics/matching/match.ts';
import { readPaper } from '../../../src/topics/matching/paper-text.ts';
import type { Topic } from '../../../src/topics/topic.ts';
import { explainMatch } from '../../support/explanations.ts';
import { inventPaper } from '../invented-paper.ts';

function topicOf(typed: string): Topic {
  const parsed = parseTopic(typed);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.topic;
}

const matchIn = (typed: string, title: string): Match | null =>
  matchTopic(topicOf(typed), readPaper(inventPaper({ title, abstract: '' })));

/** What is marked in the title, or null if the topic does not match. */
const markedIn = (typed: string, title: string): readonly string[] | null =>
  matchIn(typed, title)?.reasons.flatMap((reason) =>
    'places' in reason ? reason.places.map(({ start, end }) => title.slice(start, end)) : [],
  ) ?? null;

describe('in a script without blanks, a word is found within a longer run', () => {
  test.each([
    ['扩散模型', '基于扩散模型的图像生成', ['扩散模型']],
    ['扩散', '基于扩散模型的图像生成', ['扩散']],
    ['"扩散 模型"', '基于扩散模型的图像生成', ['扩散模型']],
    ['图像 扩散', '基于扩散模型的图像生成', ['图像', '扩散']],
    ['扩散模型', '扩散 模型', ['扩散 模型']],
    ['=扩散', '基于扩散模型', ['扩散']],
    ['扩散*', '基于扩散模型', ['扩散']],
    ['"图像 扩散"~6', '基于扩散模型的图像生成', ['扩散', '图像']],
    ['模型', 'GPT模型与ViT模型', ['模型', '模型']],
    ['GPT', 'GPT模型', ['GPT']],
    ['GPT模型', '大型GPT 模型', ['GPT 模型']],
    ['GPT模*', 'GPT模型', ['GPT模']],
    ['3D重建', '单目3D重建', ['3D重建']],
    ['β细胞', '胰岛beta细胞', ['beta细胞']],
    ['深層学習', 'ガイド付き深層学習', ['深層学習']],
    ['ガイド', 'ｶﾞｲﾄﾞ付き学習', ['ｶﾞｲﾄﾞ']],
    ['データ', '大規模データセット', ['データ']],
    ['佐々木', '佐々木の定理', ['佐々木']],
    ['모델', '확산 모델을 이용한 생성', ['모델']],
    ['BERT', 'BERT를 이용한', ['BERT']],
    ['확산'.normalize('NFD'), '확산 모델', ['확산']],
    ['แบบจำลอง', 'การเรียนรู้แบบจำลองภาษา', ['แบบจำลอง']],
    ['ភាសា', 'គំរូភាសាខ្មែរ', ['ភាសា']],
  ])('%s in %s', (typed, title, marked) => {
    expect(markedIn(typed, title)).toEqual(marked);
  });

  test('and the reason names it as it was typed', () => {
    const match = matchIn('扩散模型', '基于扩散模型的图像生成');
    expect(match === null ? null : explainMatch(match)).toEqual(['“扩散模型” in the title']);
  });
});

describe('different words stay different', () => {
  test.each([
    ['扩散模型', '扩散与模型'],
    ['模型扩散', '扩散模型'],
    ['ガイド', 'カイト'],
    ['バス', 'パス'],
    ['हिन्दी', 'हिन्द'],
    ['की', 'का'],
    ['มา', 'ม้า'],
  ])('%s is not in %s', (typed, title) => {
    expect(markedIn(typed, title)).toBeNull();
  });
});

describe('a word of a script without blanks is printed as it was typed', () => {
  test.each([
    ['扩散模型', '扩散模型'],
    ['"扩散 模型"', '"扩散 模型"'],
    ['GPT模型 -综述', 'gpt模型 -综述'],
    ['扩散*', '扩散'],
    ['title:=扩散', 'title:=扩散'],
    ['「扩散 模型」~3', '"扩散 模型"~3'],
    ['C++语言', 'c++语言'],
    ['ｶﾞｲﾄﾞ', 'ガイド'],
    ['확산'.normalize('NFD'), '확산'],
    ['हिन्दी*', 'हिन्दी*'],
    ['author:山田太郎', 'author:山田太郎'],
  ])('%s', (typed, canonical) => {
    expect(topicOf(typed).canonical).toBe(canonical);
    expect(topicOf(canonical).root).toEqual(topicOf(typed).root);
  });
});

describe('an author in a script without blanks', () => {
  const isBy = (typed: string, author: string): boolean =>
    matchTopic(topicOf(typed), readPaper(inventPaper({ authors: [author] }))) !== null;

  test.each([
    ['author:山田太郎', '山田太郎'],
    ['author:山田太郎', '山田 太郎'],
    ['author:"山田 太郎"', '山田太郎'],
    ['author:山田', '山田 太郎'],
    ['author:김철수', '김 철수'],
  ])('%s is %s', (typed, author) => {
    expect(isBy(typed, author)).toBe(true);
  });

  test.each([
    ['author:山田太郎', '太田郎山'],
    ['author:山田', '小山 田中'],
    ['author:김철수', '김철호'],
  ])('%s is not %s', (typed, author) => {
    expect(isBy(typed, author)).toBe(false);
  });
});
