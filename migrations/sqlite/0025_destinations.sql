CREATE TABLE `destinations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`guild_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`kind` text NOT NULL,
	`address` text NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`blocked_reason` text,
	`block_notified_at` integer,
	FOREIGN KEY (`channel_id`) REFERENCES `channels`(`channel_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `destinations_by_channel` ON `destinations` (`channel_id`,`kind`,`address`);--> statement-breakpoint
CREATE INDEX `destinations_by_block` ON `destinations` (`block_notified_at`,`id`) WHERE blocked_reason is not null;--> statement-breakpoint
DROP INDEX `deliveries_by_channel`;--> statement-breakpoint
DROP INDEX `deliveries_by_wait`;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `destination_id` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `deliveries_by_destination` ON `deliveries` (`destination_id`,`date`,`part`) WHERE destination_id <> 0;--> statement-breakpoint
CREATE INDEX `deliveries_to_destinations_by_wait` ON `deliveries` (`due_at`,`id`,`destination_id`,`date`,`part`) WHERE state in ('planned', 'retry') and destination_id <> 0;--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_by_channel` ON `deliveries` (`channel_id`,`date`,`part`,`destination_id`);--> statement-breakpoint
CREATE INDEX `deliveries_by_wait` ON `deliveries` (`due_at`,`id`,`channel_id`,`date`,`part`) WHERE state in ('planned', 'retry') and destination_id = 0;