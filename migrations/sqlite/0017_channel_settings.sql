CREATE TABLE `settings_drafts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`guild_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`user_id` text NOT NULL,
	`changes` text NOT NULL,
	`seen` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `settings_drafts_by_time` ON `settings_drafts` (`at`);--> statement-breakpoint
ALTER TABLE `channels` ADD `sources` text;--> statement-breakpoint
ALTER TABLE `channels` ADD `min_upvotes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `channels` ADD `mention_role_id` text;--> statement-breakpoint
ALTER TABLE `channels` ADD `says_quiet_days` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `channels` ADD `follows_up` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `channels` ADD `publishes` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `channels` ADD `language` text;