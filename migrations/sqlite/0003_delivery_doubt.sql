ALTER TABLE `deliveries` ADD `in_doubt` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `planned_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE `deliveries` SET `planned_at` = (
	SELECT `planned_at` FROM `digests`
	WHERE `digests`.`channel_id` = `deliveries`.`channel_id` AND `digests`.`date` = `deliveries`.`date`
);--> statement-breakpoint
-- What was tried before doubt was recorded may have arrived.
UPDATE `deliveries` SET `in_doubt` = true WHERE `attempts` > 0 AND `state` IN ('retry', 'blocked');
