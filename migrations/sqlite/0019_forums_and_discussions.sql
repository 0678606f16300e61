CREATE TABLE `discussions` (
	`guild_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`paper_id` text NOT NULL,
	`thread_id` text,
	`claimed_at` integer NOT NULL,
	PRIMARY KEY(`guild_id`, `channel_id`, `paper_id`)
);
--> statement-breakpoint
ALTER TABLE `channels` ADD `kind` text;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `thread_id` text;