DROP INDEX `channels_by_next_digest`;--> statement-breakpoint
CREATE INDEX `channels_by_next_digest` ON `channels` (`next_digest_at`,`channel_id`) WHERE blocked_reason is null;