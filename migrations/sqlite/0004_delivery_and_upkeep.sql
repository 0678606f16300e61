CREATE TABLE `digest_runs` (
	`channel_id` text NOT NULL,
	`date` text NOT NULL,
	`state` text NOT NULL,
	`since` integer NOT NULL,
	`at` integer NOT NULL,
	`announced` integer NOT NULL,
	`matched` integer NOT NULL,
	`shown` integer NOT NULL,
	`missing` text NOT NULL,
	`reason` text,
	PRIMARY KEY(`channel_id`, `date`),
	FOREIGN KEY (`channel_id`) REFERENCES `channels`(`channel_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `digest_runs_by_time` ON `digest_runs` (`at`);--> statement-breakpoint
CREATE TABLE `facts` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `removed_guilds` (
	`guild_id` text PRIMARY KEY NOT NULL,
	`removed_at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `channels` ADD `last_digest_date` text;--> statement-breakpoint
ALTER TABLE `channels` ADD `grace_minutes` integer DEFAULT 120 NOT NULL;--> statement-breakpoint
ALTER TABLE `channels` ADD `paused_at` integer;--> statement-breakpoint
ALTER TABLE `channels` ADD `paused_until` integer;--> statement-breakpoint
ALTER TABLE `channels` ADD `skipped_papers` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `channels` ADD `blocked_at` integer;--> statement-breakpoint
ALTER TABLE `channels` ADD `block_told_at` integer;--> statement-breakpoint
ALTER TABLE `channels` ADD `block_checked_at` integer;--> statement-breakpoint
ALTER TABLE `channels` ADD `unblocked_at` integer;--> statement-breakpoint
CREATE INDEX `channels_by_block` ON `channels` (`block_told_at`,`block_checked_at`) WHERE blocked_reason is not null;--> statement-breakpoint
CREATE INDEX `channels_by_guild` ON `channels` (`guild_id`);--> statement-breakpoint
ALTER TABLE `deliveries` ADD `in_doubt` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `planned_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `deliveries_by_wait` ON `deliveries` (`due_at`,`id`,`channel_id`,`date`,`part`) WHERE state in ('planned', 'retry');--> statement-breakpoint
ALTER TABLE `listings` ADD `had_at` integer;--> statement-breakpoint
CREATE INDEX `digest_papers_by_paper` ON `digest_papers` (`paper_number`);--> statement-breakpoint
CREATE INDEX `digest_papers_by_digest` ON `digest_papers` (`digest_id`);--> statement-breakpoint
CREATE INDEX `listing_entries_by_paper` ON `listing_entries` (`paper_number`);--> statement-breakpoint
UPDATE `deliveries` SET `planned_at` = (
	SELECT `planned_at` FROM `digests`
	WHERE `digests`.`channel_id` = `deliveries`.`channel_id` AND `digests`.`date` = `deliveries`.`date`
);--> statement-breakpoint
-- What was tried before doubt was recorded may have arrived.
UPDATE `deliveries` SET `in_doubt` = true WHERE `attempts` > 0 AND `state` IN ('retry', 'blocked');
