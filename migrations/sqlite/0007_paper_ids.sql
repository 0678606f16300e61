CREATE TABLE `paper_ids` (
	`id` text PRIMARY KEY NOT NULL,
	`paper_number` integer,
	`is_own` integer NOT NULL,
	FOREIGN KEY (`paper_number`) REFERENCES `papers`(`number`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `paper_ids_by_paper` ON `paper_ids` (`paper_number`,`is_own`);--> statement-breakpoint
ALTER TABLE `papers` ADD `same_as` text;--> statement-breakpoint
-- What is stored states DOIs already. One that two papers state is nobody's.
INSERT INTO `paper_ids` (`id`, `paper_number`, `is_own`)
SELECT lower(`doi`), CASE count(*) WHEN 1 THEN min(`number`) END, 0 FROM `papers`
WHERE `doi` IS NOT NULL AND lower(`doi`) NOT LIKE '10.48550/arxiv.%' GROUP BY lower(`doi`);
