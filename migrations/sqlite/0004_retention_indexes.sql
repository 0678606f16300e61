CREATE INDEX `digest_papers_by_paper` ON `digest_papers` (`paper_number`);--> statement-breakpoint
CREATE INDEX `digest_papers_by_digest` ON `digest_papers` (`digest_id`);--> statement-breakpoint
CREATE INDEX `listing_entries_by_paper` ON `listing_entries` (`paper_number`);