CREATE TABLE `feeds` (
	`secret_hash` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`guild_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`subscription_id` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`channel_id`) REFERENCES `channels`(`channel_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `feeds_by_channel` ON `feeds` (`channel_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `feeds_of_digests` ON `feeds` (`channel_id`) WHERE subscription_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX `feeds_of_subscriptions` ON `feeds` (`subscription_id`) WHERE subscription_id is not null;