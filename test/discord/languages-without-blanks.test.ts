import { describe, expect, it } from 'vitest';
import { english, type MessageKey } from '../../src/language/english.ts';
import type { LanguageName } from '../../src/language/names.ts';
import { type Say, sayIn } from '../../src/language/say.ts';
import type { Person } from '../../src/playground/person.ts';
import { dayMs } from '../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper } from '../support/invented-papers.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

const reader = (locale: LanguageName): Person =>
  bot.person({ name: 'anna', permissions: ['ManageChannels'], locale, guild: bot.guildId, channel: bot.channelId });

/** The digest of papers on a phrase, which a message shows in bold and in quotes. */
async function digestOf(language: string) {
  await bot.subscribe('"flow matching"');
  const menu = await bot.manager.choose(await bot.manager.run('/digest settings'), 'Change a setting…', 'Language');
  await bot.manager.press(await bot.manager.choose(menu, 'Language', language), 'Save');
  await bot.announce([
    inventPaper({ id: '2606.00001', title: 'Flow matching', authors: ['A', 'B', 'C', 'D', 'E'] }),
    inventPaper({ id: '2606.00002', title: 'Whales' }),
  ]);
  bot.pass(dayMs);
  await bot.wake();
  return bot.discord.messages(bot.channelId).at(-1);
}

describe('a reader in Japanese', () => {
  it('reads replies, refusals and the panel in Japanese', async () => {
    await bot.subscribe('diffusion');
    const help = await reader('ja').run('/papers help');
    expect(help.content).toContain('**Paperboy は、その日の研究論文をお届けします。**');
    expect(help.content).toContain('`/論文 ヘルプ 内容:topics`');
    const refused = await reader('ja').run('/papers show', { paper: 'x' });
    expect(refused.content).toMatch(
      /^「x」は、私が読める arXiv ID、DOI、アドレスではありません。.*`\/論文 検索` で検索してください。\n-# 参照番号 [0-9a-f]{8}$/,
    );
    const unreadable = await reader('ja').run('/subscribe', { topic: '(diffusion' });
    expect(unreadable.content).toMatch(/^このトピックの 1 文字目を読み取れません：\n.*この括弧は閉じられていません。/s);
    const preview = await reader('ja').run('/subscribe', { topic: 'whales' });
    expect(preview.content).toMatch(/次回のダイジェスト：.*。$/m);
    expect(preview.content).not.toContain('入ります.');
    const panel = await reader('ja').run('/digest settings');
    const lines = panel.content.split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        `**<#${bot.channelId}> のダイジェスト設定**`,
        '配信：毎日 09:00 UTC',
        '最大件数：1 回に論文 10 件',
        '表示形式：カード',
        '順序：関連度の高い順',
        '購読：1 件',
      ]),
    );
    expect(panel.components[0]?.components?.[0]?.placeholder).toBe('設定を変更…');
    const days = await reader('ja').run('/digest settings', { days: 'Mon-Wed Fri' });
    expect(days.content).toContain('配信：月–水, 金 09:00 UTC\n');
  });

  it('gets the digests of a channel in Japanese', async () => {
    const digest = await digestOf('日本語');
    expect(digest?.content).toMatch(
      /^### 2026年6月12日金曜日の論文\n新着論文 1 件（トピック：\*\*"flow matching"\*\*）\n-# 新着 2 件 · ref \w{12}$/,
    );
    expect(digest?.embeds[0]?.description).toContain('-# A, B … E（著者 5 名）');
    const status = await reader('ja').run('/digest status');
    expect(status.content).toContain('**最近のダイジェスト**\n• 2026年6月12日金曜日：**配信済み**、');
  });
});

describe('a reader in Simplified Chinese', () => {
  it('reads replies, refusals and the panel in Chinese', async () => {
    await bot.subscribe('diffusion');
    const help = await reader('zh-CN').run('/papers help');
    expect(help.content).toContain('**Paperboy 为你送来当天的研究论文。**');
    expect(help.content).toContain('`/论文 帮助 内容:topics`');
    const refused = await reader('zh-CN').run('/papers show', { paper: 'x' });
    expect(refused.content).toMatch(
      /^“x”不是我认识的 arXiv 编号、DOI 或网址。.*用 `\/论文 搜索` 搜索。\n-# 参考编号 [0-9a-f]{8}$/,
    );
    const unreadable = await reader('zh-CN').run('/subscribe', { topic: '(diffusion' });
    expect(unreadable.content).toMatch(/^我读不懂这个主题的第 1 个字符：\n.*这个括号没有闭合。/s);
    const panel = await reader('zh-CN').run('/digest settings');
    expect(panel.content.split('\n')).toEqual(
      expect.arrayContaining([
        `**<#${bot.channelId}> 的汇总设置**`,
        '时间：每天 09:00 UTC',
        '篇数上限：每期 10 篇论文',
        '版式：卡片',
        '排序：最相关的在前',
        '订阅：1 个',
      ]),
    );
    expect(panel.components[0]?.components?.[0]?.placeholder).toBe('更改设置…');
  });

  it('gets the digests of a channel in Chinese', async () => {
    const digest = await digestOf('简体中文');
    expect(digest?.content).toMatch(
      /^### 2026年6月12日星期五的论文\n1 篇新论文，主题：\*\*"flow matching"\*\*\n-# 公布 2 篇 · ref \w{12}$/,
    );
    expect(digest?.embeds[0]?.description).toContain('-# A, B … E（5 位作者）');
    const why = await reader('zh-CN').run('/digest why', { paper: '2606.00001' });
    expect(why.content).toMatch(/^这篇论文已在 <#\d+> 2026年6月12日星期五的汇总中发布。/);
  });
});

/** Whether CommonMark takes each `**` for the start or the end of bold text, in turn. */
function isBoldRead(text: string): boolean {
  const kindOf = (sign: string | undefined) => {
    if (sign === undefined || /\s/.test(sign)) return 'blank';
    return /[\p{P}\p{S}]/u.test(sign) ? 'punctuation' : 'letter';
  };
  return text.matchAll(/\*\*/g).every(({ index }, count) => {
    const [before, after] = [kindOf(text[index - 1]), kindOf(text[index + 2])];
    const [inside, outside] = count % 2 === 0 ? [after, before] : [before, after];
    return inside !== 'blank' && (inside !== 'punctuation' || outside !== 'letter');
  });
}

const keys = Object.entries(english).flatMap(([area, texts]) => Object.keys(texts).map((key) => `${area}.${key}`));
/** Any argument is a text in quotes, and any choice the last one. */
const anything = new Proxy({}, { get: () => '"x"' });

it.each(['ja', 'zh-CN'] as const)('bold text is read as such next to any character, in %s', (language) => {
  const say = sayIn(language) as Say & ((key: MessageKey, values: object) => string);
  expect(isBoldRead('题**"x"**的')).toBe(false);
  expect(keys.map((key) => say(key as MessageKey, anything)).filter((text) => !isBoldRead(text))).toEqual([]);
});
