CREATE TABLE `follow_ups` (
	`channel_id` text NOT NULL,
	`paper_number` integer NOT NULL,
	`kind` text NOT NULL,
	PRIMARY KEY(`channel_id`, `paper_number`, `kind`),
	FOREIGN KEY (`paper_number`) REFERENCES `papers`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `follow_ups_by_paper` ON `follow_ups` (`paper_number`);--> statement-breakpoint
CREATE TABLE `paper_changes` (
	`paper_number` integer NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`paper_number`, `kind`),
	FOREIGN KEY (`paper_number`) REFERENCES `papers`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `paper_changes_by_time` ON `paper_changes` (`at`);