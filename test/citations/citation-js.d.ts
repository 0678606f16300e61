declare module '@citation-js/core' {
  interface ReadName {
    readonly family?: string;
    readonly given?: string;
    readonly suffix?: string;
    readonly literal?: string;
    readonly 'non-dropping-particle'?: string;
  }
  interface ReadItem {
    readonly id?: string;
    readonly type: string;
    readonly title: string;
    readonly author?: readonly ReadName[];
    readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
    readonly DOI?: string;
    readonly URL?: string;
    readonly note?: string;
    readonly [field: string]: unknown;
  }
  const core: {
    readonly plugins: {
      readonly input: { chain(text: string, options: { readonly generateGraph: false }): readonly ReadItem[] };
    };
  };
  // The package is CommonJS.
  // biome-ignore lint/style/noDefaultExport: that is how Node imports it
  export default core;
}
declare module '@citation-js/plugin-ris';
