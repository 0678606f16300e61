import { type ComponentChild, h } from 'preact';
import { useState } from 'preact/hooks';
import type { MarkdownNode, Markdown as Text } from '../page-types.ts';
import { useSession } from './session.ts';
import { showTime } from './time.ts';

/** A text with Discord's markup. */
export function Markdown({ text }: { readonly text: Text }): ComponentChild {
  return h('span', { class: 'markdown' }, draw(text));
}

const draw = (text: Text): ComponentChild[] => text.map((node, at) => h(Node, { key: at, node }));

const tags = { strong: 'strong', em: 'em', underline: 'u', strike: 's', quote: 'blockquote' } as const;

function Node({ node }: { readonly node: MarkdownNode }): ComponentChild {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'break':
      return h('br', null);
    case 'code':
      return h('code', null, node.text);
    case 'codeBlock':
      return h('pre', { tabIndex: 0 }, h('code', null, node.text));
    case 'subtext':
      return h('small', { class: 'subtext' }, draw(node.inside));
    case 'heading':
      // Below the name of the channel, all are of one level, so that none is left out.
      return h('h2', { class: `heading heading-${node.level}` }, draw(node.inside));
    case 'item':
      return h('span', { class: 'item' }, h('span', { class: 'mark' }, node.mark), h('span', null, draw(node.inside)));
    case 'link':
      return h(Link, { address: node.address }, draw(node.inside));
    case 'spoiler':
      return h(Spoiler, { text: node.inside });
    case 'mention':
      return h(Mention, { node });
    case 'time':
      return h(Time, { at: node.seconds * 1000, format: node.format });
    default:
      return h(tags[node.kind], null, draw(node.inside));
  }
}

/** A link to another site, which learns nothing of this page. */
export function Link(props: { readonly address: string; readonly children?: ComponentChild }): ComponentChild {
  return h('a', { href: props.address, target: '_blank', rel: 'noopener noreferrer' }, props.children);
}

function Spoiler({ text }: { readonly text: Text }): ComponentChild {
  const [isShown, setShown] = useState(false);
  if (isShown) return h('span', { class: 'spoiler shown' }, draw(text));
  return h(
    'button',
    { type: 'button', class: 'spoiler', 'aria-label': 'Spoiler. Press to show it.', onClick: () => setShown(true) },
    h('span', { 'aria-hidden': 'true' }, draw(text)),
  );
}

function Mention({ node }: { readonly node: Extract<MarkdownNode, { kind: 'mention' }> }): ComponentChild {
  const { open } = useSession();
  const { channel, text } = node;
  if (channel === undefined) return h('span', { class: 'mention' }, text);
  return h('button', { type: 'button', class: 'mention', onClick: () => open(channel) }, text);
}

/** A time in the viewer's zone. */
export function Time({ at, format }: { readonly at: number; readonly format: string }): ComponentChild {
  const now = useSession().now();
  const isTime = Number.isFinite(at) && Math.abs(at) < 8.64e15;
  if (!isTime) return h('span', null, 'an impossible time');
  const attributes = { dateTime: new Date(at).toISOString(), title: showTime(at, 'F', now), class: 'time' };
  return h('time', attributes, showTime(at, format, now));
}
