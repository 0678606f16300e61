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
CREATE INDEX `marks_by_paper` ON `marks` (`paper_number`);