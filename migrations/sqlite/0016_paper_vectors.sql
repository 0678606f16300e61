CREATE TABLE `vector_blocks` (
	`block` integer PRIMARY KEY NOT NULL,
	`vectors` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `vector_gaps` (
	`number` integer PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `vector_state` (
	`version` integer PRIMARY KEY NOT NULL,
	`filled_from` integer
);
