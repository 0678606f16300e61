CREATE TABLE `greeted_guilds` (
	`guild_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `setup_drafts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`guild_id` text NOT NULL,
	`user_id` text NOT NULL,
	`channel_id` text,
	`topics` text NOT NULL,
	`time` text,
	`zone` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `setup_drafts_by_time` ON `setup_drafts` (`at`);