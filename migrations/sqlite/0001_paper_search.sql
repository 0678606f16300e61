-- The full-text index of papers; its rowid is papers.number. It holds tokens that src/topics makes, joined by blanks,
-- and no text (content=''). The tokenizer must cut at blanks only: every printable ASCII sign that is no letter or
-- digit is named a token character, and to `ascii` whatever is not ASCII is one.
CREATE VIRTUAL TABLE `paper_search` USING fts5(
	title, abstract, authors, categories,
	content='', contentless_delete=1,
	tokenize="ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\]^_`{|}~'"
);
