CREATE TABLE `match_keys` (
	`paper_number` integer PRIMARY KEY NOT NULL,
	`key` integer,
	FOREIGN KEY (`paper_number`) REFERENCES `papers`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `match_keys_by_key` ON `match_keys` (`key`) WHERE key is not null;