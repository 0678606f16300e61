ALTER TABLE `deliveries` ADD `publication` text;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `publication_due_at` integer;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `publication_reason` text;--> statement-breakpoint
CREATE INDEX `deliveries_by_publication` ON `deliveries` (`publication_due_at`,`id`) WHERE publication = 'waiting';