import type {
  APIMessageComponent,
  APIMessageTopLevelComponent,
  APISectionComponent,
  APITextDisplayComponent,
} from 'discord.js';

/** Discord's flag IS_COMPONENTS_V2: the message consists of components alone, without content and embeds. */
export const componentsV2 = 1 << 15;

/** Whether the message consists of components alone. */
export const isComponentsV2 = ({ flags = 0 }: { readonly flags?: number }): boolean => (flags & componentsV2) !== 0;

/** A component that shows a text: the text alone, or beside a picture. */
export type Display = APITextDisplayComponent | APISectionComponent;

/** Discord's numbers for these components. */
const displayType = { section: 9, text: 10, thumbnail: 11 } as const;

export const textDisplay = (content: string): APITextDisplayComponent => ({ type: displayType.text, content });

/**
 * A text with a small picture at its right.
 * @param description what the picture is, for those who do not see it
 */
export const textBesidePicture = (content: string, url: string, description: string): APISectionComponent => ({
  type: displayType.section,
  components: [textDisplay(content)],
  accessory: { type: displayType.thumbnail, media: { url }, description },
});

/** How many components a display counts as. Nested ones count too. */
export const countDisplay = ({ type }: Display): number => (type === displayType.text ? 1 : 3);

/** Whether a component of a message is a display, and not a row of buttons or menus. */
export const isDisplay = (component: APIMessageTopLevelComponent): component is Display =>
  component.type === displayType.text || component.type === displayType.section;

/** The text of a display. */
export const textOfDisplay = (display: Display): string =>
  display.type === displayType.text ? display.content : (display.components[0]?.content ?? '');

/** The texts of components, also of nested ones, in order. */
export const displayedTexts = (components: readonly APIMessageComponent[]): readonly string[] =>
  components.flatMap((component) => {
    if (component.type === displayType.text) return [component.content];
    return 'components' in component ? displayedTexts(component.components) : [];
  });

interface MessageTexts {
  readonly content: string;
  readonly components?: readonly APIMessageTopLevelComponent[];
}

/** The end of a message's text, wherever it is: in its content, or in the last of its displays. */
export const endOfText = ({ content, components = [] }: MessageTexts): string =>
  displayedTexts(components).at(-1) ?? content;
