CREATE TABLE `club_meetings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`channel_id` text NOT NULL,
	`guild_id` text NOT NULL,
	`closed_at` integer NOT NULL,
	`planned_at` integer NOT NULL,
	`meets_at` integer NOT NULL,
	`next_closes_at` integer NOT NULL,
	`voice_channel_id` text,
	`has_tie` integer NOT NULL,
	`state` text NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`in_doubt` integer DEFAULT false NOT NULL,
	`opening_id` text,
	`thread_id` text,
	`event_id` text,
	`event_problem` text,
	FOREIGN KEY (`channel_id`) REFERENCES `channels`(`channel_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `club_meetings_by_channel` ON `club_meetings` (`channel_id`,`closed_at`);--> statement-breakpoint
CREATE INDEX `club_meetings_by_state` ON `club_meetings` (`state`,`due_at`);--> statement-breakpoint
CREATE TABLE `club_papers` (
	`meeting_id` integer NOT NULL,
	`place` integer NOT NULL,
	`channel_id` text NOT NULL,
	`paper_number` integer NOT NULL,
	`votes` integer NOT NULL,
	PRIMARY KEY(`meeting_id`, `place`),
	FOREIGN KEY (`meeting_id`) REFERENCES `club_meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`channel_id`) REFERENCES `channels`(`channel_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`paper_number`) REFERENCES `papers`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `club_papers_by_paper` ON `club_papers` (`paper_number`);--> statement-breakpoint
CREATE INDEX `club_papers_by_channel` ON `club_papers` (`channel_id`);--> statement-breakpoint
CREATE TABLE `club_presenters` (
	`meeting_id` integer NOT NULL,
	`place` integer NOT NULL,
	`channel_id` text NOT NULL,
	`user_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`meeting_id`, `place`),
	FOREIGN KEY (`meeting_id`) REFERENCES `club_meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`channel_id`) REFERENCES `channels`(`channel_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `club_presenters_by_user` ON `club_presenters` (`user_id`);--> statement-breakpoint
CREATE INDEX `club_presenters_by_channel` ON `club_presenters` (`channel_id`);--> statement-breakpoint
CREATE TABLE `club_votes` (
	`channel_id` text NOT NULL,
	`paper_number` integer NOT NULL,
	`user_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`channel_id`, `paper_number`, `user_id`),
	FOREIGN KEY (`channel_id`) REFERENCES `channels`(`channel_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`paper_number`) REFERENCES `papers`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `club_votes_by_user` ON `club_votes` (`user_id`);--> statement-breakpoint
CREATE INDEX `club_votes_by_paper` ON `club_votes` (`paper_number`);--> statement-breakpoint
CREATE TABLE `clubs` (
	`channel_id` text PRIMARY KEY NOT NULL,
	`guild_id` text NOT NULL,
	`closes_day` integer NOT NULL,
	`closes_time` text NOT NULL,
	`meets_day` integer NOT NULL,
	`meets_time` text NOT NULL,
	`weeks` integer NOT NULL,
	`winners` integer NOT NULL,
	`voice_channel_id` text,
	`opened_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	FOREIGN KEY (`channel_id`) REFERENCES `channels`(`channel_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `clubs_by_close` ON `clubs` (`closes_at`);