import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/playground/person.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper } from '../support/invented-papers.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

const speaking = (locale: string): Person => bot.person({ name: 'alex', permissions: ['ManageChannels'], locale });

/** The digest of a channel whose language is set with the panel, and the reasons and authors of its papers. Spaces may break. */
async function digestIn(name: string): Promise<readonly string[]> {
  await bot.subscribe('diffusion');
  const { manager } = bot;
  const panel = await manager.run('/digest settings');
  const question = await manager.choose(panel, 'Change a setting…', 'Language');
  const change = await manager.choose(question, question.components[0]?.components?.[0]?.placeholder ?? '', name);
  await manager.press(change, 'Save');
  await bot.announce([
    inventPaper({ id: '2606.00001', title: 'Diffusion', authors: ['A', 'B', 'C', 'D', 'E'] }),
    inventPaper({ id: '2606.00002', title: 'Whales' }),
  ]);
  bot.pass(86_400_000);
  await bot.wake();
  const digest = bot.discord.messages(bot.channelId).at(-1);
  return [digest?.content, ...(digest?.embeds ?? []).map(({ description }) => description)].flatMap(
    (text) => text?.replaceAll('\u00a0', ' ').split('\n') ?? [],
  );
}

describe('in French', () => {
  it('a command answers, and names commands as they are typed in French', async () => {
    const asked = await speaking('fr').run('/subscribe', { topic: 'diffusion' });
    const preview = await asked.answered();
    expect(preview.content).toContain('recevrait les articles sur **diffusion**.');
    const { content } = await speaking('fr').run('/papers help');
    expect(content).toContain('Toutes les façons\u00a0: `/articles aide sur:topics`');
  });

  it('an error says what happened and what to do', async () => {
    const { content } = await speaking('fr').run('/papers show', { paper: 'x' });
    expect(content).toMatch(
      /^«\u00a0x\u00a0» n’est pas un identifiant arXiv, .* cherchez avec `\/articles chercher`\.\n-# Référence [0-9a-f]{8}$/,
    );
  });

  it('the panel shows the settings', async () => {
    await bot.subscribe('diffusion');
    const { content } = await speaking('fr').run('/digest settings');
    expect(content.replaceAll('\u00a0', ' ').split('\n')).toEqual(
      expect.arrayContaining([
        `**Réglages du bulletin de <#${bot.channelId}>**`,
        'Quand : 09:00 UTC, tous les jours',
        'Au plus : 10 articles par bulletin',
        'Attente d’une source en retard : jusqu’à 120 minutes',
        'Langue : English',
        expect.stringMatching(/^Prochain bulletin : <t:\d+:F>, <t:\d+:R>$/),
      ]),
    );
  });

  it('a channel gets its digest in its language', async () => {
    expect(await digestIn('Français')).toEqual([
      '### Articles du vendredi 12 juin 2026',
      '1 nouvel article sur **diffusion**',
      expect.stringMatching(/^-# annoncés : 2 · ref \w{12}$/),
      '-# Correspond à « Diffusion » dans le titre',
      'We invent a paper and find that it tests well.',
      '-# A, B … E (5 auteurs)',
    ]);
  });
});

describe('in Spanish', () => {
  it('a command answers in Spain and in Latin America, and names commands as they are typed there', async () => {
    const asked = await speaking('es-ES').run('/subscribe', { topic: 'diffusion' });
    const preview = await asked.answered();
    expect(preview.content).toContain('recibiría artículos sobre **diffusion**.');
    const { content } = await speaking('es-419').run('/papers help');
    expect(content).toContain('Más formas: `/artículos ayuda sobre:topics`');
  });

  it('an error says what happened and what to do', async () => {
    const { content } = await speaking('es-419').run('/papers show', { paper: 'x' });
    expect(content).toMatch(
      /^«x» no es un id de arXiv, .* busca con `\/artículos buscar`\.\n-# Referencia [0-9a-f]{8}$/,
    );
  });

  it('the panel shows the settings', async () => {
    await bot.subscribe('diffusion');
    const { content } = await speaking('es-ES').run('/digest settings');
    expect(content.split('\n')).toEqual(
      expect.arrayContaining([
        `**Ajustes del boletín de <#${bot.channelId}>**`,
        'Cuándo: 09:00 UTC, todos los días',
        'Como mucho: 10 artículos por boletín',
        'Espera a una fuente con retraso: hasta 120 minutos',
        'Idioma: English',
        expect.stringMatching(/^Próximo boletín: <t:\d+:F>, <t:\d+:R>$/),
      ]),
    );
  });

  it('a channel gets its digest in its language', async () => {
    expect(await digestIn('Español')).toEqual([
      '### Artículos del viernes, 12 de junio de 2026',
      '1 artículo nuevo sobre **diffusion**',
      expect.stringMatching(/^-# anunciados: 2 · ref \w{12}$/),
      '-# Coincide con «Diffusion» en el título',
      'We invent a paper and find that it tests well.',
      '-# A, B … E (5 autores)',
    ]);
  });
});
