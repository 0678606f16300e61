/** The first line of arXiv's documents. */
export const xmlDeclaration = "<?xml version='1.0' encoding='UTF-8'?>";

/** Escapes a text for use in an element or in an attribute. */
export const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
