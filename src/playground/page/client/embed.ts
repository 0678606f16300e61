import { type ComponentChild, h } from 'preact';
import type { PageEmbed, PageFile, PagePicture } from '../page-types.ts';
import { Link, Markdown, Time } from './markdown.ts';

export function Embed({ embed }: { readonly embed: PageEmbed }): ComponentChild {
  const { color, author, title, address, description, fields, image, thumbnail, footer, at } = embed;
  const heading = address === null ? h(Markdown, { text: title }) : h(Link, { address }, h(Markdown, { text: title }));
  return h(
    'article',
    { class: 'embed', style: color === null ? {} : { borderLeftColor: color } },
    h(
      'div',
      { class: 'embed-text' },
      author === '' ? null : h('div', { class: 'embed-author' }, author),
      title.length === 0 ? null : h('div', { class: 'embed-title' }, heading),
      description.length === 0 ? null : h('div', { class: 'embed-description' }, h(Markdown, { text: description })),
      fields.length === 0 ? null : h(Fields, { fields }),
      image === null ? null : h(Picture, { picture: image }),
      footer === '' && at === null ? null : h(Footer, { footer, at }),
    ),
    thumbnail === null ? null : h(Thumbnail, { picture: thumbnail }),
  );
}

function Fields({ fields }: Pick<PageEmbed, 'fields'>): ComponentChild {
  return h(
    'dl',
    { class: 'fields' },
    fields.map(({ name, value, isInline }, at) =>
      h(
        'div',
        { key: at, class: isInline ? 'field inline' : 'field' },
        h('dt', null, h(Markdown, { text: name })),
        h('dd', null, h(Markdown, { text: value })),
      ),
    ),
  );
}

function Footer({ footer, at }: Pick<PageEmbed, 'footer' | 'at'>): ComponentChild {
  const time = at === null ? null : h(Time, { at, format: 'f' });
  return h('div', { class: 'embed-footer' }, footer, footer !== '' && time !== null ? ' • ' : null, time);
}

/** The small picture beside a text. */
export function Thumbnail({ picture }: { readonly picture: PagePicture }): ComponentChild {
  return h('div', { class: 'thumbnail' }, h(Picture, { picture }));
}

/** A picture of this Discord. One on the internet is not loaded, but named. */
export function Picture({ picture }: { readonly picture: PagePicture }): ComponentChild {
  const { address, isLocal, description } = picture;
  if (isLocal) return h('img', { src: address, alt: description, loading: 'lazy' });
  const host = URL.canParse(address) ? new URL(address).hostname : '';
  return h('span', { class: 'picture-elsewhere' }, `${description || 'Picture'} of ${host} (this page loads nothing)`);
}

export function File({ file }: { readonly file: PageFile }): ComponentChild {
  const { name, address, bytes, isPicture, description } = file;
  if (isPicture) return h('img', { class: 'file-picture', src: address, alt: description, loading: 'lazy' });
  return h(
    'div',
    { class: 'file' },
    h('a', { href: address, download: name }, name),
    h('small', null, ` ${Math.max(1, Math.round(bytes / 1024))} KB`),
  );
}
