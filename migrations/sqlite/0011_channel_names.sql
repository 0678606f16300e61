ALTER TABLE `channels` ADD `notified_reason` text;--> statement-breakpoint
ALTER TABLE `channels` ADD `name` text;