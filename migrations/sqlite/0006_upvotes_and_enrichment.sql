CREATE TABLE `enrichment_services` (
	`service` text PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`requests` integer NOT NULL,
	`failures` integer NOT NULL,
	`rests_until` integer,
	`reason` text
);
--> statement-breakpoint
CREATE TABLE `enrichments` (
	`paper_number` integer NOT NULL,
	`service` text NOT NULL,
	`asked_at` integer NOT NULL,
	PRIMARY KEY(`paper_number`, `service`),
	FOREIGN KEY (`paper_number`) REFERENCES `papers`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `ranking_entries` (
	`ranking_id` integer NOT NULL,
	`position` integer NOT NULL,
	`paper_number` integer NOT NULL,
	PRIMARY KEY(`ranking_id`, `position`),
	FOREIGN KEY (`ranking_id`) REFERENCES `rankings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`paper_number`) REFERENCES `papers`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ranking_entries_by_paper` ON `ranking_entries` (`paper_number`);--> statement-breakpoint
CREATE TABLE `rankings` (
	`id` integer PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`kind` text NOT NULL,
	`period` text NOT NULL,
	`pulled_at` integer NOT NULL,
	`had_at` integer,
	`reason` text,
	`failures` integer DEFAULT 0 NOT NULL,
	`next_pull_at` integer NOT NULL,
	`etags` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rankings_by_name` ON `rankings` (`source`,`kind`,`period`);--> statement-breakpoint
CREATE TABLE `upvote_counts` (
	`paper_number` integer NOT NULL,
	`at` integer NOT NULL,
	`upvotes` integer NOT NULL,
	PRIMARY KEY(`paper_number`, `at`),
	FOREIGN KEY (`paper_number`) REFERENCES `papers`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `upvote_counts_by_time` ON `upvote_counts` (`at`,`paper_number`);--> statement-breakpoint
ALTER TABLE `papers` ADD `citations` integer;--> statement-breakpoint
ALTER TABLE `papers` ADD `venue` text;--> statement-breakpoint
ALTER TABLE `papers` ADD `tldr` text;