CREATE TABLE `channels` (
	`channel_id` text PRIMARY KEY NOT NULL,
	`guild_id` text NOT NULL,
	`time` text NOT NULL,
	`zone` text NOT NULL,
	`days` text NOT NULL,
	`max_papers` integer NOT NULL,
	`next_digest_at` integer NOT NULL,
	`last_digest_at` integer,
	`considered_news_number` integer NOT NULL,
	`blocked_reason` text
);
--> statement-breakpoint
CREATE INDEX `channels_by_next_digest` ON `channels` (`next_digest_at`) WHERE blocked_reason is null;--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`channel_id` text NOT NULL,
	`date` text NOT NULL,
	`part` integer NOT NULL,
	`parts` integer NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`due_at` integer NOT NULL,
	`settled_at` integer,
	`nonce` text NOT NULL,
	`message_id` text,
	`reason` text,
	`payload` text NOT NULL,
	FOREIGN KEY (`channel_id`) REFERENCES `channels`(`channel_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_by_channel` ON `deliveries` (`channel_id`,`date`,`part`);--> statement-breakpoint
CREATE INDEX `deliveries_by_state` ON `deliveries` (`state`,`due_at`);--> statement-breakpoint
CREATE TABLE `digest_papers` (
	`channel_id` text NOT NULL,
	`paper_number` integer NOT NULL,
	`digest_id` integer NOT NULL,
	PRIMARY KEY(`channel_id`, `paper_number`),
	FOREIGN KEY (`paper_number`) REFERENCES `papers`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`digest_id`) REFERENCES `digests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `digests` (
	`id` integer PRIMARY KEY NOT NULL,
	`channel_id` text NOT NULL,
	`date` text NOT NULL,
	`planned_at` integer NOT NULL,
	FOREIGN KEY (`channel_id`) REFERENCES `channels`(`channel_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `digests_by_channel` ON `digests` (`channel_id`,`date`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`guild_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`user_id` text NOT NULL,
	`topic_text` text NOT NULL,
	`replaces` integer,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `drafts_by_time` ON `drafts` (`at`);--> statement-breakpoint
CREATE TABLE `listing_entries` (
	`listing_id` integer NOT NULL,
	`paper_number` integer NOT NULL,
	`announce_type` text NOT NULL,
	PRIMARY KEY(`listing_id`, `paper_number`),
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`paper_number`) REFERENCES `papers`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `listings` (
	`id` integer PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`date` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`pulled_at` integer NOT NULL,
	`skipped` integer NOT NULL,
	`etags` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `listings_by_date` ON `listings` (`date`,`source`);--> statement-breakpoint
CREATE TABLE `news` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`paper_number` integer NOT NULL,
	`at` integer NOT NULL,
	`date` text NOT NULL,
	`announce_type` text NOT NULL,
	FOREIGN KEY (`paper_number`) REFERENCES `papers`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `news_paper_number_unique` ON `news` (`paper_number`);--> statement-breakpoint
CREATE INDEX `news_by_time` ON `news` (`at`,`number`,`date`);--> statement-breakpoint
CREATE TABLE `papers` (
	`number` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`version` integer,
	`described_by` text NOT NULL,
	`first_seen_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`published_at` text,
	`doi` text,
	`journal_reference` text,
	`upvotes` integer,
	`code_url` text,
	`code_stars` integer,
	`project_url` text,
	`thumbnail_url` text,
	`organization` text,
	`categories` text NOT NULL,
	`title` text NOT NULL,
	`authors` text NOT NULL,
	`abstract` text NOT NULL,
	`ai_summary` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `papers_id_unique` ON `papers` (`id`);--> statement-breakpoint
CREATE TABLE `subscriptions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`guild_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`topic` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`news_after` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`channel_id`) REFERENCES `channels`(`channel_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `subscriptions_by_channel` ON `subscriptions` (`channel_id`,`topic`) WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX `subscriptions_by_guild` ON `subscriptions` (`guild_id`) WHERE removed_at is null;