CREATE TABLE `search_index` (
	`edition` integer PRIMARY KEY NOT NULL,
	`filled_to` integer
);
--> statement-breakpoint
CREATE INDEX `papers_by_upvotes` ON `papers` (`upvotes`) WHERE upvotes is not null;--> statement-breakpoint
-- The full-text index anew, for more of a paper is searched: comment and facts. Only src/topics can make its tokens, so
-- that it is filled when the store opens next: see refreshSearchIndex.
DROP TABLE `paper_search`;--> statement-breakpoint
CREATE VIRTUAL TABLE `paper_search` USING fts5(
	title, abstract, authors, categories, comment, facts,
	content='', contentless_delete=1,
	tokenize="ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\]^_`{|}~'"
);
