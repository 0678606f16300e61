CREATE TABLE `request_rows` (
	`name` text PRIMARY KEY NOT NULL,
	`next_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `tasks` (
	`name` text PRIMARY KEY NOT NULL,
	`worker_id` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `workers` (
	`id` text PRIMARY KEY NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `deliveries` ADD `worker_id` text;--> statement-breakpoint
ALTER TABLE `digest_papers` ADD `place` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE `digest_papers` SET `place` = rowid;