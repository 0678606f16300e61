CREATE TABLE `saved_papers` (
	`user_id` text NOT NULL,
	`paper_number` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`note` text,
	`removed_at` integer,
	PRIMARY KEY(`user_id`, `paper_number`),
	FOREIGN KEY (`paper_number`) REFERENCES `papers`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `saved_papers_by_time` ON `saved_papers` (`user_id`,`saved_at`);--> statement-breakpoint
CREATE INDEX `saved_papers_by_paper` ON `saved_papers` (`paper_number`);--> statement-breakpoint
CREATE INDEX `saved_papers_removed` ON `saved_papers` (`removed_at`) WHERE removed_at is not null;--> statement-breakpoint
ALTER TABLE `digests` ADD `nonce` text;--> statement-breakpoint
ALTER TABLE `digests` ADD `left_out` text;--> statement-breakpoint
CREATE INDEX `digests_by_nonce` ON `digests` (`nonce`);--> statement-breakpoint
CREATE INDEX `digests_with_left_out` ON `digests` (`date`) WHERE left_out is not null;