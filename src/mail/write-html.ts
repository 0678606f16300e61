import type { PaperLines } from '../wording/paper-lines.ts';
import { type Spans, textOf } from '../wording/spans.ts';
import type { EmailContent } from './email-content.ts';
import { escapeHtml, htmlOf } from './html.ts';

/**
 * Colours, light and dark. Clients that know no styles in the head use the light ones, which stand at each element.
 */
const light = { page: '#f3f4f6', card: '#ffffff', ink: '#1f2328', small: '#57606a', link: '#3b44c4', rule: '#d8dee4' };
const dark = { page: '#16181c', card: '#22252b', ink: '#e8eaed', small: '#a7adb6', link: '#a3a9ff', rule: '#3a3f47' };

const fonts = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans',sans-serif";

const darkRules = [
  `.page{background:${dark.page} !important}`,
  `.card{background:${dark.card} !important}`,
  `.ink{color:${dark.ink} !important}`,
  `.small{color:${dark.small} !important}`,
  `.link{color:${dark.link} !important}`,
  `.rule{border-color:${dark.rule} !important}`,
].join('');

/** The HTML of an email: tables, styles at each element, nothing that is loaded from elsewhere, at most 600 pixels wide. */
export function writeHtml(email: EmailContent): string {
  const { language, title } = email;
  const page = `<tr><td align="center" style="padding:16px 8px">${content(email)}</td></tr>`;
  return [
    `<!doctype html><html lang="${escapeHtml(language)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<title>${escapeHtml(textOf(title))}</title>`,
    `<style>:root{color-scheme:light dark}@media (prefers-color-scheme:dark){${darkRules}}</style>`,
    `</head><body class="page" style="margin:0;padding:0;background:${light.page}">`,
    table('page', `background:${light.page}`, page),
    '</body></html>',
  ].join('\n');
}

function content({ title, head, papers, counts, foot }: EmailContent): string {
  const rows = [
    row(
      `<h1 class="ink" style="margin:0 0 8px;font:600 22px/1.3 ${fonts};color:${light.ink}">${htmlOf(title)}</h1>${lines(head, 'ink', 15)}`,
      'padding:24px 24px 16px',
    ),
    ...papers.map((paper) => row(section(paper), `padding:18px 24px;${ruleAbove}`, 'rule')),
    row(lines([counts], 'small', 13), `padding:16px 24px;${ruleAbove}`, 'rule'),
    row(lines(foot, 'small', 12), `padding:16px 24px 24px;${ruleAbove}`, 'rule'),
  ];
  return table('card', `max-width:600px;background:${light.card};border-radius:8px`, rows.join('\n'));
}

const ruleAbove = `border-top:1px solid ${light.rule}`;

const table = (name: string, style: string, rows: string): string =>
  `<table role="presentation" class="${name}" width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;${style}">${rows}</table>`;

const row = (html: string, style: string, name = ''): string =>
  `<tr><td${name === '' ? '' : ` class="${name}"`} align="left" style="${style}">${html}</td></tr>`;

/** Title, reasons, text, and small lines. */
function section({ title, url, reasons, text, small }: PaperLines): string {
  const heading = `<h2 style="margin:0 0 6px;font:600 17px/1.35 ${fonts}"><a class="link" href="${escapeHtml(url)}" style="color:${light.link};text-decoration:none">${htmlOf(title)}</a></h2>`;
  return [heading, lines(reasons, 'small', 13), lines([text], 'ink', 15, 8), lines(small, 'small', 13, 8)].join('');
}

/** @param above the gap above the first line, in pixels */
const lines = (all: readonly Spans[], name: 'ink' | 'small', size: number, above = 0): string =>
  all
    .map((line, index) => {
      const gap = index === 0 ? above : 3;
      const style = `margin:${gap}px 0 0;font:400 ${size}px/1.5 ${fonts};color:${light[name]};overflow-wrap:anywhere`;
      return `<p class="${name}" style="${style}">${htmlOf(line)}</p>`;
    })
    .join('');
