import { type Settings, webAddress } from '../settings.ts';

export const slackSettings = {
  slackWebhooksUrl: {
    name: 'SLACK_WEBHOOKS_URL',
    fallback: 'https://hooks.slack.com',
    description: [
      'Where the incoming webhooks of Slack are, to which digests can be sent. The bot sends them nowhere else.',
      'Change it only for GovSlack, or to test against a simulated Slack.',
    ],
    schema: webAddress,
  },
} as const satisfies Settings;
