ALTER TABLE `papers` ADD `comment` text;--> statement-breakpoint
ALTER TABLE `papers` ADD `sources` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `papers` ADD `announced_as` text;--> statement-breakpoint
-- What is stored tells already which sources listed a paper, and how.
UPDATE `papers` SET `sources` = listed.sources, `announced_as` = listed.announced_as
FROM (
	SELECT paper_number,
		json_group_array(DISTINCT source ORDER BY source) AS sources,
		CASE min(CASE announce_type
			WHEN 'new' THEN 1 WHEN 'pick' THEN 2 WHEN 'cross' THEN 3 WHEN 'replace' THEN 4 ELSE 5 END)
			WHEN 1 THEN 'new' WHEN 2 THEN 'pick' WHEN 3 THEN 'cross' WHEN 4 THEN 'replace' ELSE 'replace-cross'
		END AS announced_as
	FROM `listing_entries` JOIN `listings` ON listings.id = listing_id
	GROUP BY paper_number
) AS listed
WHERE papers.number = listed.paper_number;
