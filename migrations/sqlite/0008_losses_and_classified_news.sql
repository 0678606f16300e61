ALTER TABLE `deliveries` ADD `left_out` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `is_loss_untold` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `deliveries_by_loss` ON `deliveries` (`channel_id`,`date`) WHERE is_loss_untold = 1;--> statement-breakpoint
ALTER TABLE `news` ADD `is_classified` integer DEFAULT true NOT NULL;