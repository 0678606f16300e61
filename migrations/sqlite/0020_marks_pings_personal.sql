CREATE TABLE `marks` (
	`channel_id` text NOT NULL,
	`paper_number` integer NOT NULL,
	`user_id` text NOT NULL,
	`wish` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`channel_id`, `paper_number`, `user_id`),
	FOREIGN KEY (`channel_id`) REFERENCES `channels`(`channel_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`paper_number`) REFERENCES `papers`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `marks_by_paper` ON `marks` (`paper_number`);--> statement-breakpoint
CREATE TABLE `ping_notices` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`channel_id` text NOT NULL,
	`date` text NOT NULL,
	`user_id` text NOT NULL,
	`way` text NOT NULL,
	`papers` text NOT NULL,
	`state` text NOT NULL,
	`planned_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`in_doubt` integer DEFAULT false NOT NULL,
	`nonce` text,
	FOREIGN KEY (`channel_id`) REFERENCES `channels`(`channel_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ping_notices_by_state` ON `ping_notices` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `ping_notices_by_nonce` ON `ping_notices` (`nonce`);--> statement-breakpoint
CREATE TABLE `ping_papers` (
	`user_id` text NOT NULL,
	`paper_number` integer NOT NULL,
	PRIMARY KEY(`user_id`, `paper_number`),
	FOREIGN KEY (`paper_number`) REFERENCES `papers`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ping_papers_by_paper` ON `ping_papers` (`paper_number`);--> statement-breakpoint
CREATE TABLE `pings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`guild_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`user_id` text NOT NULL,
	`topic` text NOT NULL,
	`way` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`channel_id`) REFERENCES `channels`(`channel_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pings_by_channel` ON `pings` (`channel_id`,`user_id`,`topic`);--> statement-breakpoint
CREATE INDEX `pings_by_user` ON `pings` (`user_id`);--> statement-breakpoint
ALTER TABLE `channels` ADD `omits_seen` integer DEFAULT false NOT NULL;