CREATE TABLE `backfills` (
	`source` text NOT NULL,
	`date` text NOT NULL,
	`resume_token` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`source`, `date`)
);
--> statement-breakpoint
CREATE TABLE `listing_categories` (
	`listing_id` integer NOT NULL,
	`category` text NOT NULL,
	`announced` integer NOT NULL,
	`fetched` integer NOT NULL,
	PRIMARY KEY(`listing_id`, `category`),
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `listing_skips` (
	`listing_id` integer NOT NULL,
	`item` text NOT NULL,
	`reason` text NOT NULL,
	`categories` text NOT NULL,
	PRIMARY KEY(`listing_id`, `item`),
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `digest_runs` ADD `told` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `listings` ADD `failures` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `listings` ADD `next_pull_at` integer;