ALTER TABLE `channels` ADD `kind` text;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `thread_id` text;