ALTER TABLE `channels` ADD `review_day` integer;--> statement-breakpoint
ALTER TABLE `channels` ADD `next_review_at` integer;--> statement-breakpoint
ALTER TABLE `channels` ADD `reviewed_until` text;--> statement-breakpoint
CREATE INDEX `channels_by_next_review` ON `channels` (`next_review_at`) WHERE next_review_at is not null;