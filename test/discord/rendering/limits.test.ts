import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestReasons } from '../../../src/discord/rendering/digest-reasons.ts';
import { leftOutPage, leftOutPageLength } from '../../../src/discord/rendering/left-out-page.ts';
import type { Message } from '../../../src/discord/rendering/message.ts';
import { embedTextLength, messageLimits } from '../../../src/discord/rendering/message-limits.ts';
import { paperCard } from '../../../src/discord/rendering/paper-card.ts';
import { paperPicker } from '../../../src/discord/rendering/paper-picker.ts';
import { paperTrail, type Verdict } from '../../../src/discord/rendering/paper-trail.ts';
import { savedNotice } from '../../../src/discord/rendering/saved-notice.ts';
import { searchPage, searchPageLength, sharedSearchPage } from '../../../src/discord/rendering/search-page.ts';
import { forgetScreen } from '../../../src/discord/rendering/settings/learned.ts';
import { settingsIn } from '../../../src/discord/rendering/settings/registry.ts';
import { choiceScreen, confirmationScreen, roleScreen } from '../../../src/discord/rendering/settings/screens.ts';
import { refusedZone, settingsPanel } from '../../../src/discord/rendering/settings-panel.ts';
import { similarAtMost, similarList } from '../../../src/discord/rendering/similar-list.ts';
import { subscriptionList } from '../../../src/discord/rendering/subscription-list.ts';
import { subscriptionPreview, unreadableTopic } from '../../../src/discord/rendering/subscription-preview.ts';
import { languageNames } from '../../../src/language/names.ts';
import { sayIn } from '../../../src/language/say.ts';
import { saying } from '../../../src/language/saying.ts';
import { noExtras } from '../../../src/papers/paper.ts';
import { settingValues } from '../../../src/store/channels.ts';
import { volumes } from '../../../src/topics/advice/strictness.ts';
import { parseTopic } from '../../../src/topics/language/parse.ts';
import { topicOf } from '../../store/invented-listings.ts';
import { inventPaper } from '../../support/invented-papers.ts';
import { meaning } from '../../support/shipped-meaning.ts';

/** Text of the given length, of characters that escaping doubles. */
const marks = (length: number): string => '*_'.repeat(length / 2);
const hugePaper = inventPaper({
  title: marks(2_000),
  abstract: marks(5_000),
  authors: Array.from({ length: 664 }, () => marks(200)),
  publishedAt: '2026-06-12T00:00:00Z',
});
/** Papers of other places with ids as long as a DOI can be, of characters that escaping doubles. */
const duplicates = ['_', 'x', 'x', 'x', 'x'].map((sign, index) =>
  inventPaper({ id: `10.5555/${index}${sign.repeat(170)}`, describedBy: 'crossref' }),
);
/** Every other character in bold, which no topic would do. */
const places = Array.from({ length: 2_000 }, (_, index) => ({ start: 2 * index, end: 2 * index + 1 }));
const everywhere = { title: places, abstract: places, summary: places };
const timing = { nextDigestAt: 1e12, pausedAt: 1e12, pausedUntil: 1e12 };
const schedule = { time: '09:00', zone: 'America/Argentina/ComodRivadavia', days: [1, 3, 5, 7] } as const;

function expectWithinLimits({ content = '', embeds = [], components = [] }: Message): void {
  expect(content.length).toBeLessThanOrEqual(messageLimits.content);
  expect(content.length + embeds.length).toBeGreaterThan(0);
  for (const { description = '' } of embeds) expect(description.length).toBeLessThanOrEqual(messageLimits.description);
  expect(embeds.reduce((sum, embed) => sum + embedTextLength(embed), 0)).toBeLessThanOrEqual(messageLimits.embedText);
  expect(components.length).toBeLessThanOrEqual(5);
}

const hugeLearned = {
  marks: 99_999,
  topics: Array.from({ length: 50 }, () => ({
    topic: { ...topicOf('a b, c'), text: marks(500), canonical: marks(500) },
    marks: 99_999,
    more: Array.from({ length: 3 }, () => marks(200)),
    less: Array.from({ length: 3 }, () => marks(200)),
  })),
};
const hugeTopic = { ...topicOf('a b, c'), text: marks(500), canonical: marks(500) };

describe.each(languageNames)('with texts of the greatest length, in the language %s', (name) => {
  const say = sayIn(name);

  it('a preview keeps the limits', () => {
    const preview = {
      draftId: 1,
      channelId: '1'.repeat(19),
      topic: hugeTopic,
      replaces: marks(500),
      forecast: { daysCovered: 30, matchedCount: 99_999, papersPerDay: 3_333, examples: [] },
      examples: Array.from({ length: 5 }, () => ({
        paper: hugePaper,
        why: [marks(500), marks(500)].map((word) => saying('reasons.word', { word })),
        highlights: everywhere,
      })),
      strictness: {
        strictness: 29.99,
        below: [hugePaper, hugePaper, hugePaper],
        fewer: { volume: volumes[0], strictness: 29.99 },
        more: { volume: volumes[5], strictness: 11.11 },
      },
      forecastDays: 30,
      crowdedPerDay: 50,
      schedule,
      maxPapers: 10,
      timing,
      now: 0,
      hint: {
        hint: {
          kind: 'narrow-term' as const,
          term: marks(500),
          matchedCount: 99_999,
          instead: hugeTopic,
          insteadCount: { papers: 99_999, isEstimate: true },
        },
        draftId: 1,
      },
      introduction: [marks(300), marks(300)],
      given: { papers: 1_000, found: 999, hasTitlesOnly: true, author: { name: marks(500), draftId: 1 } },
    };
    expectWithinLimits(subscriptionPreview(preview, say));
  });

  it('a list keeps the limits on each of its pages', () => {
    const channels = Array.from({ length: 50 }, (_, index) => ({
      channelId: `${'1'.repeat(17)}${10 + index}`,
      blockedReason: marks(500),
      name: marks(100),
      timing,
      subscriptions: [
        {
          id: index + 1,
          guildId: '1',
          channelId: `${'1'.repeat(17)}${10 + index}`,
          topic: marks(500),
          createdBy: '2'.repeat(19),
          createdAt: 0,
        },
      ],
    }));
    for (const page of [0, 2, 4, 99]) {
      expectWithinLimits(
        subscriptionList(
          {
            channelId: null,
            isPersonal: false,
            channels,
            page,
            now: 0,
            meaning,
            notice: { text: marks(900), undo: 1 },
          },
          say,
        ),
      );
    }
  });

  it('a list keeps the limits for any topics, readable or not, and any reasons', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 150 }),
      fc.nat(250).map((length) => marks(2 * length)),
    );
    const row = fc.record({ topic: text, blockedReason: fc.option(text) });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 25 }), fc.nat(3), (rows, page) => {
        const channels = rows.map(({ topic, blockedReason }, index) => {
          const channelId = `${'1'.repeat(17)}${10 + index}`;
          const createdBy = '2'.repeat(19);
          const subscription = { id: index + 1, guildId: '1', channelId, topic, createdBy, createdAt: 0 };
          return { channelId, blockedReason, name: topic, timing, subscriptions: [subscription] };
        });
        expectWithinLimits(
          subscriptionList({ channelId: null, isPersonal: false, channels, page, now: 0, meaning }, say),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('search results and a single card keep the limits', () => {
    const papers = Array.from({ length: searchPageLength }, () => ({
      paper: hugePaper,
      highlights: everywhere,
      snippet: { text: marks(240), marks: places },
      duplicates,
    }));
    const page = {
      searchId: 1,
      topic: hugeTopic,
      since: '2026-01-01',
      sort: 'best',
      page: 1,
      papers,
      total: 5_000,
      examined: 5_000,
      indexing: { share: 0.99 },
    } as const;
    expectWithinLimits(searchPage(page, 'possible', say));
    expectWithinLimits(searchPage(page, 'shared', say));
    expectWithinLimits(sharedSearchPage(page, '9'.repeat(20), say));
    expectWithinLimits(searchPage({ ...page, page: 0, papers: [] }, 'possible', say));
    const alone = { textLimit: 3_000, highlights: everywhere, hasAbstract: true, duplicates };
    expectWithinLimits({ embeds: [paperCard(hugePaper, alone, say)] });
    const summarized = { ...hugePaper, extras: { ...noExtras, aiSummary: marks(5_000), organization: marks(500) } };
    expectWithinLimits({ embeds: [paperCard(summarized, alone, say)] });
  });

  it('the trail of a paper keeps the limits for every verdict', () => {
    const date = '2026-06-12';
    const reason = marks(900);
    const trail = {
      paper: hugePaper,
      highlights: everywhere,
      guildId: '1'.repeat(19),
      channelId: '2'.repeat(19),
      listings: Array.from({ length: 30 }, () => ({ source: marks(90), date, announceType: 'replace-cross' as const })),
      cameInAt: 1e12,
      duplicates,
      place: {
        place: 9_999,
        of: 99_999,
        ranking: 'relevance' as const,
        isPast: true,
        upvotes: 1e6,
        published: date,
        isCross: true,
        move: { marks: 1_000, raise: 0.14 },
        lead: { topic: marks(500), place: 9_999, of: 99_999 },
      },
      topics: Array.from({ length: 50 }, (_, index) => ({
        topic: marks(500),
        isMatch: index % 2 === 0,
        why: marks(500),
        strength: 'relevance 123.4 (567.8 is high)',
        lateSince: 1e12,
      })),
    };
    const states = ['planned', 'sending', 'sent', 'retry', 'blocked', 'dropped', 'uncertain', 'withdrawn'] as const;
    const posted = {
      kind: 'posted',
      date,
      threadId: null,
      messageId: '3'.repeat(19),
      reason,
      plannedAt: 1e12,
      retryAt: 1e12,
    } as const;
    const coming = { kind: 'coming', timing, now: 0, maxPapers: 30 } as const;
    const verdicts: readonly Verdict[] = [
      ...states.map((state) => ({ ...posted, state })),
      ...states.map((state) => ({ ...posted, state, duplicate: hugePaper })),
      { kind: 'refused', date },
      { ...coming, isOverMaximum: true, blockedReason: null },
      { ...coming, isOverMaximum: false, blockedReason: reason },
      { kind: 'over-maximum', date, papers: 30 },
      { kind: 'left-out', date: null },
    ];
    for (const verdict of verdicts) expectWithinLimits(paperTrail({ ...trail, verdict }, say));
  });

  it('the settings panel and the answer to an unknown zone keep the limits', () => {
    const times = { nextDigestAt: 1e12, nextReviewAt: 1e12, lastDigestAt: 1e12, pausedAt: 1e12, pausedUntil: 1e12 };
    const settings = {
      schedule,
      maxPapers: 30,
      graceMinutes: 720,
      layout: 'cards' as const,
      ranking: 'relevance' as const,
      sources: Array.from({ length: 9 }, (_, index) => `${index}`.repeat(900)),
      minUpvotes: 1_000,
      mentionRoleId: '1'.repeat(20),
      saysQuietDays: true,
      followsUp: true,
      reviewDay: 3 as const,
      publishes: true,
      omitsSeen: false,
      language: 'en' as const,
      ...times,
      blockedReason: marks(900),
    };
    const scene = {
      say,
      sources: settings.sources,
      isAnnouncement: true,
      isPersonal: false,
      pingProblem: 'refused' as const,
    };
    const values = settingValues(settings);
    expectWithinLimits(
      settingsPanel({
        channelId: '1',
        settings,
        scene,
        learned: hugeLearned,
        draftId: 1e14,
        subscriptionCount: 50,
        isChanged: false,
        now: 1e12,
      }),
    );
    expectWithinLimits(forgetScreen({ channelId: '1', draftId: 1e14, learned: hugeLearned }, scene.say));
    const changes = settingsIn(scene).map((setting) => {
      const text = setting.show(values, scene);
      return { setting, before: text, after: text };
    });
    expectWithinLimits(
      confirmationScreen({ channelId: '1', draftId: 1e14, changes, newRoleId: '1'.repeat(20), scene, notes: [] }),
    );
    for (const setting of settingsIn(scene)) {
      const screen = { channelId: '1', draftId: 1e14, setting, values, scene };
      const { input } = setting;
      if (input.kind === 'choice') expectWithinLimits(choiceScreen({ ...screen, input }));
      if (input.kind === 'role') expectWithinLimits(roleScreen(screen));
    }
    expectWithinLimits({
      content: refusedZone(marks(900), { kind: 'clock', zones: ['Europe/Berlin', 'Asia/Tokyo'] }, say),
    });
  });

  it('what paper actions answer keeps the limits, in each language', () => {
    const date = '2026-06-12';
    const [channelId, nonce] = ['2'.repeat(19), 'n'.repeat(25)];
    const [found, matches] = [
      { paper: hugePaper, highlights: everywhere, snippet: null, duplicates },
      Array.from({ length: 50 }, () => ({
        canonical: marks(500),
        why: [saying('reasons.word', { word: marks(500) })],
      })),
    ];
    const rest = { nonce, date, page: 24, firstPlace: 222, listed: 200, total: 99_999 };
    const page = (length: number) => Array.from({ length }, () => ({ ...found, matches }));
    const topics = Array.from({ length: 50 }, () => ({
      topic: marks(500),
      why: marks(500),
      strength: 'relevance 123.4 (567.8 is high)',
    }));
    const [longId = hugePaper] = duplicates;
    const many = Array.from({ length: 25 }, () => ({ ...longId, title: marks(2_000) }));
    const common = Array.from({ length: 5 }, () => marks(200));
    const reasons = { paper: hugePaper, channelId, topics, date, duplicate: longId, place: null };
    const picker = { action: 'save' as const, takes: 'several' as const, nonce, date, page: 9 };
    for (const say of languageNames.map(sayIn)) {
      expectWithinLimits(leftOutPage({ ...rest, papers: page(leftOutPageLength) }, say));
      expectWithinLimits(leftOutPage({ ...rest, papers: [] }, say));
      for (const changed of [{}, { topics: [] }, { duplicate: null }, { date: null }])
        expectWithinLimits(digestReasons({ ...reasons, ...changed }, say));
      expectWithinLimits(similarList(hugePaper, Array(similarAtMost).fill({ ...found, duplicates: [], common }), say));
      expectWithinLimits(savedNotice({ added: many, already: many, savedAt: 1e15, total: 1_000 }, say));
      expectWithinLimits(savedNotice({ added: [hugePaper], already: [hugePaper], savedAt: 1e15, total: 1_000 }, say));
      expectWithinLimits(paperPicker({ ...picker, papers: Array(60).fill(hugePaper) }, say));
    }
  });

  it('an unreadable topic is shown in a block that it cannot leave', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'`"()|-: a\n'), minLength: 1, maxLength: 500 }), (text) => {
        const parsed = parseTopic(text);
        if (parsed.ok) return;
        const message = unreadableTopic(1, text, parsed.error, say);
        expectWithinLimits(message);
        expect(message.content?.match(/```/g)).toHaveLength(2);
      }),
      { seed: 5 },
    );
  });
});
